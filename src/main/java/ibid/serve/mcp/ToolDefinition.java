package ibid.serve.mcp;

import ibid.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a tool is described to a client's language model.
 *
 * @param inputSchema JSON schema of the arguments
 */
record ToolDefinition(String name, String title, String description, Map<String, Object> inputSchema) {

    /** All definitions by name, in the order in which they are listed. */
    static Map<String, ToolDefinition> all() {
        Map<String, ToolDefinition> definitions = new LinkedHashMap<>();
        for (String json : Json.items(resource(), "tools.json").orElseThrow()) {
            ToolDefinition definition = Json.readStrict(json, ToolDefinition.class, "tools.json");
            definitions.put(definition.name(), definition);
        }
        return definitions;
    }

    private static String resource() {
        try (InputStream in = ToolDefinition.class.getResourceAsStream("tools.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
