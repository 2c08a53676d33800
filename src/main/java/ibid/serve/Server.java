package ibid.serve;

import ibid.IbidException;
import ibid.library.Intake;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import org.eclipse.jetty.server.ServerConnector;

/** The HTTP server: the page at {@code /}, the API below {@code /api/v1}. */
public final class Server implements AutoCloseable {

    private static final long MAX_BODY = 64 << 10;
    private static final int BACKLOG =
            1024; // a burst of 200 streams overruns the usual 50 and waits a second for a retry

    private final Javalin javalin;
    private final String host;

    /** @param key what opens the routes that change the collection to others than whoever is at this machine */
    public Server(String host, int port, AdminKey key, ServerParts parts) {
        this.host = host;
        javalin = Javalin.create(config -> configure(config, port, new AdminAccess(host, key), parts));
    }

    /** Starts listening. */
    public Server start() {
        try {
            javalin.start();
            return this;
        } catch (JavalinBindException taken) {
            throw new IbidException(
                    IbidException.Code.BUSY,
                    "cannot listen on " + host + ": " + taken.getMessage().replaceAll("\\s+", " ")
                            + " Stop the other program, or choose another with --port",
                    taken);
        }
    }

    public int port() {
        return javalin.port();
    }

    private void configure(JavalinConfig config, int port, AdminAccess admin, ServerParts parts) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MAX_BODY;
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector =
                    new ServerConnector(server, new org.eclipse.jetty.server.HttpConnectionFactory(http));
            connector.setHost(host);
            connector.setPort(port);
            connector.setAcceptQueueSize(BACKLOG);
            return connector;
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/web";
            files.location = Location.CLASSPATH;
            files.headers = java.util.Map.of("Cache-Control", "no-cache");
        });
        routes(config, admin, parts);
    }

    private void routes(JavalinConfig config, AdminAccess admin, ServerParts parts) {
        AnswerRoutes answers = new AnswerRoutes(new LiveAnswers(parts.ask(), parts.log()), parts.log());
        ConversationRoutes conversations = new ConversationRoutes(parts.log());
        ArticleRoutes articles = new ArticleRoutes(parts.index());
        SearchRoutes search = new SearchRoutes(parts.retriever());
        IndexRoutes index = new IndexRoutes(parts.folder(), parts.index(), parts.watch(), admin);
        IntakeRoutes intake = new IntakeRoutes(new Intake(parts.folder()), parts.index(), parts.watch(), admin);
        var routes = config.routes;
        routes.before(new CrossSiteGuard(host)::before);
        routes.post("/api/v1/answers", index.whenReady(answers::ask));
        routes.get("/api/v1/answers/{id}", answers::get);
        routes.get("/api/v1/answers/{id}/events", answers::events);
        routes.post("/api/v1/answers/{id}/feedback", answers::feedback);
        routes.get("/api/v1/conversations", conversations::list);
        routes.get("/api/v1/conversations/{id}", conversations::get);
        routes.delete("/api/v1/conversations/{id}", conversations::delete);
        routes.get("/api/v1/articles", articles::list);
        routes.post("/api/v1/articles", intake::add);
        routes.get("/api/v1/articles/{id}", articles::get);
        routes.delete("/api/v1/articles/{id}", intake::remove);
        routes.get("/api/v1/articles/{id}/text", articles::text);
        routes.get("/api/v1/search", index.whenReady(search::search));
        routes.get("/api/v1/suggestions", index.whenReady(new SuggestionRoutes(parts.suggestions())::get));
        routes.post("/api/v1/checks", new CheckRoutes(parts.verifier())::check);
        routes.get("/api/v1/index", index::get);
        routes.get("/api/v1/index/files", index::files);
        routes.get("/healthz", index::alive);
        routes.get("/readyz", index::ready);
        routes.exception(
                HttpResponseException.class,
                (refusal, context) -> Problems.answer(context, refusal)); // or the library would answer in plain text
        routes.exception(Exception.class, (failure, context) -> Problems.answer(context, failure));
        routes.error(404, context -> {
            if (!Problems.TYPE.equals(context.res().getContentType()))
                Problems.answer(context, 404, "nothing at " + context.path());
        });
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
