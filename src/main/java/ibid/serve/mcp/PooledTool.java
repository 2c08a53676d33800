package ibid.serve.mcp;

import ibid.serve.http.RequestPool;
import java.util.Map;

/** A tool that runs on a pool of platform threads, because it calls a model or the index. */
record PooledTool(McpTool tool, RequestPool pool) implements McpTool {

    @Override
    public String name() {
        return tool.name();
    }

    @Override
    public Reply call(Map<String, Object> arguments, ToolCaller caller) {
        return pool.call(() -> tool.call(arguments, caller));
    }
}
