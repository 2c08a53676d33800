package ibid.serve.mcp;

import ibid.api.share.PageAddress;
import io.modelcontextprotocol.common.McpTransportContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Carries the address that a client wrote from its HTTP request to the tool that it calls. */
final class CallerAddress {

    private static final String KEY = "page";

    private CallerAddress() {}

    static McpTransportContext context(HttpServletRequest request) {
        String base = request.getScheme() + "://" + request.getHeader("Host");
        return McpTransportContext.create(Map.of(KEY, new PageAddress(base)));
    }

    /** The address of the page, or an empty one where there is no HTTP request. */
    static PageAddress of(McpTransportContext context) {
        return context.get(KEY) instanceof PageAddress page ? page : new PageAddress("");
    }
}
