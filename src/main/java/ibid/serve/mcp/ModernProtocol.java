package ibid.serve.mcp;

import ibid.serve.mcp.ArticleResources.Listed;
import ibid.serve.mcp.ArticleResources.ListedPage;
import ibid.serve.mcp.Toolbox.Offered;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.McpServer;
import io.modelcontextprotocol.modern.server.McpSyncResponse;
import io.modelcontextprotocol.modern.server.feature.McpSyncResource;
import io.modelcontextprotocol.modern.server.feature.McpSyncResourceRepository;
import io.modelcontextprotocol.modern.server.feature.McpSyncResourceTemplate;
import io.modelcontextprotocol.modern.server.feature.McpSyncTool;
import io.modelcontextprotocol.modern.server.feature.McpSyncToolRepository;
import io.modelcontextprotocol.modern.server.feature.ResourceTemplatesPage;
import io.modelcontextprotocol.modern.server.feature.ResourcesFeature;
import io.modelcontextprotocol.modern.server.feature.ResourcesPage;
import io.modelcontextprotocol.modern.server.feature.ToolsFeature;
import io.modelcontextprotocol.modern.server.feature.ToolsPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The protocol of 2026: no handshake; each request carries its version, in a header over HTTP. */
final class ModernProtocol {

    private ModernProtocol() {}

    static McpServer server(Toolbox toolbox, String version) {
        return McpServer.builder()
                .serverInfo(McpSchema.Implementation.builder(Toolbox.SERVER_NAME, version)
                        .build())
                .instructions(Toolbox.INSTRUCTIONS)
                .feature(ToolsFeature.ofSync(new Tools(toolbox)))
                .feature(ResourcesFeature.ofSync(new Resources(toolbox.resources())))
                .build();
    }

    private static final class Tools implements McpSyncToolRepository {

        private final Map<String, McpSyncTool> tools = new LinkedHashMap<>();

        Tools(Toolbox toolbox) {
            for (Offered offered : toolbox.tools()) {
                tools.put(offered.definition().name(), tool(offered));
            }
        }

        private static McpSyncTool tool(Offered offered) {
            ToolDefinition definition = offered.definition();
            McpSchema.Tool tool = McpSchema.Tool.builder(definition.name(), definition.inputSchema())
                    .title(definition.title())
                    .description(definition.description())
                    .annotations(McpSchema.ToolAnnotations.builder()
                            .readOnlyHint(true)
                            .openWorldHint(false)
                            .build())
                    .build();
            return McpSyncTool.of(tool, (context, request) -> {
                Toolbox.Outcome outcome =
                        offered.call(request.arguments(), CallerAddress.of(context.transportContext()));
                return McpSyncResponse.result(result(outcome));
            });
        }

        private static McpSchema.CallToolResult result(Toolbox.Outcome outcome) {
            McpSchema.CallToolResult.Builder result = McpSchema.CallToolResult.builder()
                    .addContent(McpSchema.TextContent.builder(outcome.text()).build())
                    .isError(outcome.failed());
            if (outcome.structured() != null) {
                result.structuredContent(outcome.structured());
            }
            return result.build();
        }

        @Override
        public ToolsPage list(McpRequestContext context, String cursor) {
            return ToolsPage.of(
                    tools.values().stream().map(McpSyncTool::definition).toList());
        }

        @Override
        public McpSyncTool find(McpRequestContext context, String name) {
            return tools.get(name);
        }
    }

    private static final class Resources implements McpSyncResourceRepository {

        private final ArticleResources articles;

        Resources(ArticleResources articles) {
            this.articles = articles;
        }

        @Override
        public ResourcesPage list(McpRequestContext context, String cursor) {
            ListedPage page = articles.page(cursor);
            List<McpSchema.Resource> resources =
                    page.articles().stream().map(Resources::resource).toList();
            return new ResourcesPage(resources, page.next(), null, null);
        }

        private static McpSchema.Resource resource(Listed article) {
            return McpSchema.Resource.builder(article.uri(), article.title())
                    .title(article.title())
                    .description(article.description())
                    .mimeType(ArticleResources.TYPE)
                    .build();
        }

        @Override
        public ResourceTemplatesPage listTemplates(McpRequestContext context, String cursor) {
            return ResourceTemplatesPage.of(List.of(template().definition()));
        }

        @Override
        public McpSyncResourceTemplate findTemplate(McpRequestContext context, String uri) {
            return ArticleResources.TEMPLATE.equals(uri) ? template() : null;
        }

        private static McpSyncResourceTemplate template() {
            return McpSyncResourceTemplate.of(McpSchema.ResourceTemplate.builder(ArticleResources.TEMPLATE, "article")
                    .title("An article of the collection")
                    .mimeType(ArticleResources.TYPE)
                    .build());
        }

        @Override
        public McpSyncResource find(McpRequestContext context, String uri) {
            return articles.text(uri)
                    .map(text -> McpSyncResource.of((reader, request) -> McpSyncResponse.result(read(uri, text))))
                    .orElse(null);
        }

        private static McpSchema.ReadResourceOutcome read(String uri, String text) {
            McpSchema.ResourceContents contents = McpSchema.TextResourceContents.builder(uri, text)
                    .mimeType(ArticleResources.TYPE)
                    .build();
            return McpSchema.ReadResourceResult.builder(List.of(contents)).build();
        }
    }
}
