package ibid.serve.metrics;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;

/** {@code /metrics}, and the counting of every request. */
public final class MetricsRoutes {

    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String BEGIN = "begin";

    /** Label of requests that no route takes: their paths come from clients and have no bound. */
    private static final String OTHER = "other";

    private final ServerMetrics metrics;

    public MetricsRoutes(ServerMetrics metrics) {
        this.metrics = metrics;
    }

    public void register(RoutesConfig routes) {
        routes.before(context -> context.attribute(BEGIN, System.nanoTime()));
        routes.after(this::count);
        routes.get("/metrics", context -> context.contentType(FORMAT).result(metrics.scrape()));
    }

    private void count(Context context) {
        Long begin = context.attribute(BEGIN);
        if (begin != null) {
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            metrics.served(context.method().name(), route(context), context.statusCode(), time);
        }
    }

    private static String route(Context context) {
        Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
        return endpoint == null ? OTHER : endpoint.path;
    }
}
