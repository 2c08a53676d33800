package ibid.serve.mcp;

import ibid.serve.mcp.Toolbox.Offered;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;

/**
 * The protocol of 2025: clients begin with {@code initialize}. No sessions are kept, which those revisions allow, so
 * any request may come at any time.
 */
final class LegacyProtocol {

    private LegacyProtocol() {}

    /** Connects the tools to the transport. */
    static void serve(Toolbox toolbox, String version, McpStatelessServerTransport transport) {
        McpServer.sync(transport)
                .serverInfo(Toolbox.SERVER_NAME, version)
                .immediateExecution(true) // the calling thread may wait
                .instructions(Toolbox.INSTRUCTIONS)
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build())
                .tools(toolbox.tools().stream().map(LegacyProtocol::tool).toList())
                .resourceTemplates(new SyncResourceTemplateSpecification(
                        template(), (context, request) -> read(toolbox.resources(), request.uri())))
                .build();
    }

    private static SyncToolSpecification tool(Offered offered) {
        ToolDefinition definition = offered.definition();
        McpSchema.Tool tool = McpSchema.Tool.builder(definition.name(), definition.inputSchema())
                .title(definition.title())
                .description(definition.description())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
        return new SyncToolSpecification(
                tool, (context, request) -> result(offered.call(request.arguments(), CallerAddress.of(context))));
    }

    private static McpSchema.CallToolResult result(Toolbox.Outcome outcome) {
        McpSchema.CallToolResult.Builder result = McpSchema.CallToolResult.builder()
                .addTextContent(outcome.text())
                .isError(outcome.failed());
        if (outcome.structured() != null) {
            result.structuredContent(outcome.structured());
        }
        return result.build();
    }

    private static McpSchema.ResourceTemplate template() {
        return McpSchema.ResourceTemplate.builder(ArticleResources.TEMPLATE, "article")
                .title("An article of the collection")
                .mimeType(ArticleResources.TYPE)
                .build();
    }

    private static McpSchema.ReadResourceResult read(ArticleResources resources, String uri) {
        String text = resources.text(uri).orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(uri));
        McpSchema.ResourceContents contents = McpSchema.TextResourceContents.builder(uri, text)
                .mimeType(ArticleResources.TYPE)
                .build();
        return McpSchema.ReadResourceResult.builder(List.of(contents)).build();
    }
}
