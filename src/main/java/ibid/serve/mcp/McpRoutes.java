package ibid.serve.mcp;

import ibid.serve.caller.OwnHistory;
import ibid.serve.http.RequestBody;
import ibid.serve.http.RequestPool;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.modelcontextprotocol.modern.server.transport.HttpServletMcpTransport;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import jakarta.servlet.Servlet;

/**
 * {@code /mcp}: the Model Context Protocol over Streamable HTTP. The version header chooses the generation; a request
 * without it begins with {@code initialize} and is of the older one.
 */
public final class McpRoutes {

    /** The first revision without sessions and handshake. Revisions are dates, so texts compare as days. */
    private static final String FIRST_MODERN = "2026-07-28";

    private static final String PATH = "/mcp";
    private static final int MAX_REQUEST_BYTES = 64 << 10; // as of every other route

    private final Servlet legacy;
    private final Servlet modern;
    private final OwnHistory own;
    private final RequestPool pool;

    /**
     * @param version of this program, as clients show it
     * @param pool    where it is looked up who calls
     */
    public McpRoutes(Toolbox toolbox, String version, OwnHistory own, RequestPool pool) {
        this.own = own;
        this.pool = pool;
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .messageEndpoint(PATH)
                .contextExtractor(CallerAddress::context)
                .maxRequestSize(MAX_REQUEST_BYTES)
                .build();
        LegacyProtocol.serve(toolbox, version, transport);
        legacy = transport;
        modern = HttpServletMcpTransport.builder(ModernProtocol.server(toolbox, version))
                .endpoint(PATH)
                .contextExtractor(CallerAddress::context)
                .maxRequestSize(MAX_REQUEST_BYTES)
                .build();
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, this::handle); // another method is refused with 405, by which clients know of no stream
    }

    private void handle(Context context) throws Exception {
        CallerAddress.keep(context.req(), pool.call(() -> own.asker(context)));
        String version = context.header("MCP-Protocol-Version");
        boolean isModern = version != null && version.compareTo(FIRST_MODERN) >= 0;
        context.header("X-Accel-Buffering", "no");
        RefusalWithoutStack response = new RefusalWithoutStack(context.res());
        (isModern ? modern : legacy).service(context.req(), response);
        RequestBody.readToEnd(context); // the library refuses by the headers alone
        response.send();
    }
}
