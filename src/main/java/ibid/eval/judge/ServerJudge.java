package ibid.eval.judge;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.eval.client.ApiClient;
import ibid.verify.Support;
import java.util.List;
import java.util.Locale;

/** The check that a running server offers over its API, as a judge. One thread at a time. */
public final class ServerJudge implements Judge {

    private final ApiClient client;

    public ServerJudge(ApiClient client) {
        this.client = client;
    }

    @Override
    public Judgement judge(String claim, List<String> evidence) {
        JsonNode verdict = client.check(claim, evidence);
        return new Judgement.Given(
                Support.valueOf(verdict.path("label").asText().toUpperCase(Locale.ROOT)),
                verdict.path("contradicted").asBoolean(),
                verdict.path("score").asDouble(),
                verdict.path("reason").asText());
    }
}
