package ibid.serve.mcp;

import ibid.api.share.PageAddress;
import ibid.serve.caller.Asker;
import ibid.serve.caller.PageOrigin;
import io.modelcontextprotocol.common.McpTransportContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Carries who calls, and the address that it wrote, from an HTTP request to the tool that it calls. */
final class CallerAddress {

    private static final String KEY = "ibid.caller";

    private CallerAddress() {}

    static McpTransportContext context(HttpServletRequest request) {
        return McpTransportContext.create(Map.of(KEY, new ToolCaller(PageOrigin.of(request), asker(request))));
    }

    /** Keeps who sends the request until the protocol's library calls a tool. */
    static void keep(HttpServletRequest request, Asker asker) {
        request.setAttribute(KEY, asker);
    }

    private static Asker asker(HttpServletRequest request) {
        return (Asker) request.getAttribute(KEY);
    }

    /** Who calls; the person at the machine where there is no HTTP request. */
    static ToolCaller of(McpTransportContext context) {
        return context.get(KEY) instanceof ToolCaller caller
                ? caller
                : new ToolCaller(new PageAddress(""), Asker.LOCAL);
    }
}
