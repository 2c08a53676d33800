package ibid.serve.mcp;

import ibid.api.CheckRequest;
import ibid.api.Json;
import ibid.api.VerdictBody;
import ibid.verify.Verifier;
import java.util.Map;

/** {@code check}: whether a text supports a claim. */
final class CheckTool implements McpTool {

    private final Verifier verifier;

    CheckTool(Verifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Reply call(Map<String, Object> arguments, ToolCaller caller) {
        CheckRequest request = CheckRequest.read(Json.write(arguments), "the call of check");
        VerdictBody verdict = VerdictBody.of(verifier.check(request.claim(), request.evidence()));
        return new Reply(Json.write(verdict), verdict);
    }
}
