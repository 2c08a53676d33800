package ibid.eval.judge;

import ibid.api.VerdictBody;
import ibid.eval.client.ApiClient;
import java.util.List;

/** The check that a running server offers over its API, as a judge. One thread at a time. */
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
