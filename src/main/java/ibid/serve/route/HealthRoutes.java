package ibid.serve.route;

import ibid.api.collection.StatusBody;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Liveness and readiness of the server, for its supervisor. */
public final class HealthRoutes {

    private static final String RETRY_SECONDS = "2";

    private final Readiness readiness;

    public HealthRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/healthz", context -> context.json(new StatusBody("ok")));
        routes.get("/readyz", this::ready);
    }

    private void ready(Context context) {
        if (readiness.isReady()) {
            context.json(new StatusBody("ready"));
            return;
        }
        context.status(503).header("Retry-After", RETRY_SECONDS).json(new StatusBody("reading the articles"));
    }
}
