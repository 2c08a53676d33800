package ibid.serve;

import ibid.IbidException;
import ibid.receipt.AnswerRecheck;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.caller.Callers;
import ibid.serve.caller.OwnHistory;
import ibid.serve.collection.ArticleFileRoutes;
import ibid.serve.collection.ArticleRoutes;
import ibid.serve.collection.CollectionRoutes;
import ibid.serve.collection.IndexRoutes;
import ibid.serve.collection.IntakeRoutes;
import ibid.serve.collection.PictureRoutes;
import ibid.serve.collection.UploadedFiles;
import ibid.serve.dialect.ChatRoutes;
import ibid.serve.http.ConnectionWatch;
import ibid.serve.http.CrossSiteGuard;
import ibid.serve.http.EarlyErrors;
import ibid.serve.http.JsonBodies;
import ibid.serve.http.PooledRoutes;
import ibid.serve.http.Problems;
import ibid.serve.http.RequestBody;
import ibid.serve.http.RequestLimiter;
import ibid.serve.http.RequestPool;
import ibid.serve.http.UnreadBodies;
import ibid.serve.limit.AnswerQuota;
import ibid.serve.limit.ReaderLimits;
import ibid.serve.limit.RequestQuota;
import ibid.serve.mcp.McpRoutes;
import ibid.serve.mcp.Toolbox;
import ibid.serve.metrics.MetricsRoutes;
import ibid.serve.metrics.ServerMetrics;
import ibid.serve.metrics.StatsRoutes;
import ibid.serve.page.PageFiles;
import ibid.serve.route.AnswerRoutes;
import ibid.serve.route.CheckRoutes;
import ibid.serve.route.ConversationRoutes;
import ibid.serve.route.HealthRoutes;
import ibid.serve.route.LiveAnswers;
import ibid.serve.route.Readiness;
import ibid.serve.route.ReadyChecks;
import ibid.serve.route.ReceiptRoutes;
import ibid.serve.route.SearchRoutes;
import ibid.serve.route.ShareRoutes;
import ibid.serve.route.SuggestionRoutes;
import ibid.serve.route.WarmUp;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** The HTTP server: the page at {@code /}, the API below {@code /api/v1}. */
public final class Server implements AutoCloseable {

    private static final long MAX_BODY_BYTES = 64 << 10;
    private static final int MAX_HEADER_BYTES = 8 << 10; // as Jetty has it

    /**
     * Length of the accept queue. A burst of 200 streams exceeds the default of 50, and clients then retry after a
     * second.
     */
    private static final int MAX_WAITING = 1024;

    private static final Duration MAX_REQUEST_TIME = Duration.ofSeconds(30); // a search takes milliseconds
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** What waits beyond this is refused: on two cores the last of so many checks would wait half a minute. */
    private static final int MAX_SEARCHES_WAITING = 64;

    private static final int READERS = 16; // the log and the catalogue have four connections each
    private static final int MAX_READS_WAITING = 256;

    /**
     * Longer than clients keep a connection (Java 30 s, nginx 60 s): whoever closes it first loses no request, but one
     * that is on its way when the server closes is lost. A slow request ends sooner, by {@link ConnectionWatch}.
     */
    private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(75);

    private final ConnectionWatch connections = new ConnectionWatch();
    private final RequestPool searching =
            new RequestPool("searches and checks", CORES, MAX_SEARCHES_WAITING, MAX_REQUEST_TIME);
    private final RequestPool reading = new RequestPool("requests", READERS, MAX_READS_WAITING, MAX_REQUEST_TIME);

    /** Apart from the others: a question waits while another program locks the log, and reading it needs no lock. */
    private final RequestPool asking = new RequestPool("new questions", READERS, MAX_READS_WAITING, MAX_REQUEST_TIME);

    private final ServerMetrics metrics;
    private final LiveAnswers live;
    private final WarmUp warmUp;
    private final ReadyChecks checks;
    private final Javalin javalin;
    private final String host;

    /** With the usual limits. */
    public Server(AccessPolicy access, int port, ServerParts parts) {
        this(access, ReaderLimits.USUAL, port, parts);
    }

    public Server(AccessPolicy access, ReaderLimits limits, int port, ServerParts parts) {
        this.host = access.address().host();
        Readiness readiness = new Readiness(parts.index(), parts.watcher());
        metrics = new ServerMetrics(parts.index());
        metrics.watch("searches", searching);
        metrics.watch("requests", reading);
        metrics.watch("asking", asking);
        live = new LiveAnswers(parts.ask(), parts.log(), metrics, new AnswerQuota(limits));
        warmUp = new WarmUp(parts.ask(), live.pool(), readiness, parts.suggestions());
        checks = new ReadyChecks(readiness, parts.log(), live.pool(), warmUp, parts.verifier());
        checks.loadModels();
        javalin = Javalin.create(config -> {
            configure(config, port);
            new MetricsRoutes(metrics).register(config.routes);
            RequestBody.register(config.routes);
            config.routes.before(new CrossSiteGuard(access.address())::before);
            config.routes.before(new PageFiles()::before);
            Callers callers = new Callers(access);
            config.routes.before(callers::before);
            config.routes.before(new RequestLimiter(callers, new RequestQuota(limits, System::nanoTime))::before);
            addRoutes(config.routes, readiness, callers, parts);
            addProblems(config.routes);
        });
    }

    /** Starts listening. */
    public Server start() {
        try {
            javalin.start();
            return this;
        } catch (JavalinBindException taken) {
            String cause = taken.getMessage().lines().map(String::strip).collect(Collectors.joining(" "));
            throw new IbidException(
                    IbidException.Code.BUSY,
                    "cannot listen on " + host + ": " + cause
                            + " Stop the other program, or choose another with --port",
                    taken);
        }
    }

    /** Has it ask itself some questions before it is ready, so that the first readers are answered like others. */
    public void warmUp() {
        warmUp.start();
    }

    /** Waits until it has warmed up, if it does and nothing is in the way. */
    public void awaitWarm() throws InterruptedException {
        warmUp.await();
    }

    /** Whether the models are loaded and no question is being answered. */
    public boolean isIdle() {
        return checks.areModelsLoaded() && live.pool().running() == 0;
    }

    /** Method and path of each route: {@code GET /api/v1/answers/{id}}. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(route -> route.method.isHttpMethod())
                .map(route -> route.method + " " + route.path)
                .toList();
    }

    public int port() {
        return javalin.port();
    }

    private void configure(JavalinConfig config, int port) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.http.prefer405over404 = true;
        config.router.javaLangErrorHandler(Problems::answer);
        config.jsonMapper(new JsonBodies());
        config.jetty.addConnector((server, http) -> connector(server, http, port));
        config.jetty.modifyServer(server -> server.setErrorHandler(new EarlyErrors()));
        config.jetty.modifyServletContextHandler(context -> context.setMaxFormKeys(UploadedFiles.MAX_PARTS));
        config.staticFiles.add(Server::servePage);
    }

    private ServerConnector connector(org.eclipse.jetty.server.Server server, HttpConfiguration http, int port) {
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.addCustomizer(new UnreadBodies());
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(MAX_WAITING);
        connector.setIdleTimeout(MAX_IDLE_TIME.toMillis());
        connector.addBean(connections);
        return connector;
    }

    private static void servePage(StaticFileConfig files) {
        files.hostedPath = "/";
        files.directory = "/web";
        files.location = Location.CLASSPATH;
        files.headers = Map.of("Cache-Control", "no-cache");
    }

    /** Handlers that call models or the databases run on a pool; the others only wait and send. */
    private void addRoutes(RoutesConfig routes, Readiness readiness, Callers callers, ServerParts parts) {
        OwnHistory own = new OwnHistory(callers, parts.log());
        PooledRoutes pooled = new PooledRoutes(routes, reading);
        new AnswerRoutes(live, parts.log(), readiness, asking, own).register(routes, pooled);
        new ChatRoutes(live, parts.log(), readiness, asking, own).register(routes);
        new IntakeRoutes(parts.files().intake(), parts.index(), parts.watcher(), callers).register(routes);
        Toolbox toolbox = new Toolbox(parts.retriever(), parts.index(), parts.verifier(), live, searching);
        new McpRoutes(toolbox, BuildVersion.text(), own, reading).register(routes);
        new HealthRoutes(checks).register(routes);
        new Specification().register(routes);
        new ConversationRoutes(parts.log(), live, own).register(pooled);
        new ArticleRoutes(parts.index()).register(pooled);
        new ArticleFileRoutes(parts.index(), parts.files()).register(pooled);
        new PictureRoutes(parts.index(), parts.files()).register(pooled);
        new CollectionRoutes(parts.index(), readiness).register(pooled);
        new IndexRoutes(parts.files(), parts.index(), parts.watcher(), callers, BuildVersion.text()).register(pooled);
        new StatsRoutes(parts.log().figures(), parts.index(), callers).register(pooled);
        PooledRoutes modelled = new PooledRoutes(routes, searching);
        new SearchRoutes(parts.retriever(), readiness).register(modelled);
        new SuggestionRoutes(parts.suggestions(), readiness).register(modelled);
        new CheckRoutes(parts.verifier()).register(modelled);
        AnswerRecheck recheck = new AnswerRecheck(parts.index(), parts.verifier());
        new ReceiptRoutes(parts.log(), recheck, own).register(modelled);
        new ShareRoutes(parts.log().shares(), recheck, own, callers).register(modelled);
    }

    /** Without these the library sends errors as plain text. */
    private static void addProblems(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (refusal, context) -> Problems.answer(context, refusal));
        routes.exception(Exception.class, (failure, context) -> Problems.answer(context, failure));
        routes.error(404, Problems::notFound);
    }

    /** Lets answers end for some seconds, then stops everything; nothing uses the models or the log after this. */
    @Override
    public void close() {
        warmUp.close();
        live.close();
        javalin.stop();
        searching.close();
        reading.close();
        asking.close();
        checks.close();
        connections.close();
        metrics.close();
    }
}
