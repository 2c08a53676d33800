package ibid.eval.judge;

import ibid.api.VerdictBody;
import ibid.eval.client.ApiClient;
import java.util.List;

/** The verifier of a running server, used as a judge through the API. One thread at a time. */
public final class ServerJudge implements Judge {

    private final ApiClient client;

    public ServerJudge(ApiClient client) {
        this.client = client;
    }

    @Override
    public Judgement judge(String claim, List<String> evidence) {
        VerdictBody verdict = client.check(claim, evidence);
        return new Judgement.Given(verdict.label(), verdict.contradicted(), verdict.score(), verdict.reason());
    }
}
