package ibid.serve.mcp;

import java.util.Map;

/** A tool that a language model's client can call. Threads may share it. */
interface McpTool {

    /** The name under which {@code tools.json} describes it. */
    String name();

    /**
     * Calls the tool.
     *
     * @param arguments as the client sent them; nothing about them is checked yet
     * @throws ibid.IbidException if an argument is wrong or the call fails; the client sees the message
     */
    Reply call(Map<String, Object> arguments, ToolCaller caller);

    /**
     * What a call returns.
     *
     * @param text   for clients that read text only
     * @param result an object of {@code api}, for clients that read structured content
     */
    record Reply(String text, Object result) {}
}
