package ibid.serve.route;

import ibid.api.collection.StatusBody;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** Liveness and readiness of the server, for its supervisor. Liveness touches neither a model nor a file. */
public final class HealthRoutes {

    private static final String RETRY_SECONDS = "2";

    private final ReadyChecks checks;

    public HealthRoutes(ReadyChecks checks) {
        this.checks = checks;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/healthz", context -> context.json(new StatusBody("ok")));
        routes.get("/readyz", this::ready);
    }

    private void ready(Context context) throws Exception {
        List<StatusBody.FailingCheck> failing = checks.failing();
        if (failing.isEmpty()) {
            context.json(new StatusBody("ready"));
            return;
        }
        context.status(503).header("Retry-After", RETRY_SECONDS).json(new StatusBody("not ready", failing));
    }
}
