package ibid.serve.mcp;

import ibid.IbidException;
import ibid.api.Json;
import ibid.index.PassageIndex;
import ibid.search.Retriever;
import ibid.serve.http.RequestPool;
import ibid.serve.route.LiveAnswers;
import ibid.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tools and resources that both protocol generations offer. Threads may share it. */
public final class Toolbox {

    static final String SERVER_NAME = "ibid";

    /** What a client tells its language model about the server. */
    static final String INSTRUCTIONS =
            "Answers questions over news articles; each sentence has a footnote to the words it rests on.";

    private final List<Offered> tools = new ArrayList<>();
    private final ArticleResources resources;

    /** A tool with its description. */
    record Offered(ToolDefinition definition, McpTool tool) {

        /** Calls the tool; a refusal is a result that the client's model can read and correct. */
        Outcome call(Map<String, Object> arguments, ToolCaller caller) {
            try {
                McpTool.Reply reply = tool.call(arguments == null ? Map.of() : arguments, caller);
                return new Outcome(reply.text(), Json.fields(reply.result()), false);
            } catch (IbidException refused) {
                return new Outcome(refused.getMessage(), null, true);
            }
        }
    }

    /** @param structured null where the call failed */
    record Outcome(String text, Map<String, Object> structured, boolean failed) {}

    public Toolbox(Retriever retriever, PassageIndex index, Verifier verifier, LiveAnswers answers, RequestPool pool) {
        FetchTool fetch = new FetchTool(index);
        resources = new ArticleResources(index, fetch);
        Map<String, ToolDefinition> definitions = ToolDefinition.all();
        List<McpTool> all = List.of(
                new PooledTool(new SearchTool(retriever), pool),
                new PooledTool(fetch, pool),
                new AskTool(answers, pool),
                new PooledTool(new CheckTool(verifier), pool));
        for (McpTool tool : all) {
            tools.add(new Offered(definitions.get(tool.name()), tool));
        }
    }

    /** In the order in which they are listed. */
    List<Offered> tools() {
        return List.copyOf(tools);
    }

    ArticleResources resources() {
        return resources;
    }
}
