package ibid.serve;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import ibid.api.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds responses against the specification, more strictly than it is published: a field that it does not name is a
 * fault. Threads may share it.
 */
final class ResponseSchemas {

    /** The specification, each of its objects without other fields than it names. */
    private static final Map<String, Object> SPECIFICATION = at(closed(Specification.read()));

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31());
    private static final Map<Object, Schema> COMPILED = new ConcurrentHashMap<>();
    private static final List<String> API = List.of("/api/", "/v1/", "/mcp", "/healthz", "/readyz", "/openapi.json");

    private ResponseSchemas() {}

    private static Object closed(Object node) {
        if (node instanceof List<?> items) {
            return items.stream().map(ResponseSchemas::closed).toList();
        }
        if (!(node instanceof Map<?, ?> fields)) {
            return node;
        }
        Map<String, Object> closed = new LinkedHashMap<>();
        fields.forEach((name, value) -> closed.put(name.toString(), closed(value)));
        if (closed.get("properties") instanceof Map) {
            closed.putIfAbsent("additionalProperties", false);
        }
        return closed;
    }

    /** An object of the specification; a reference is followed. */
    @SuppressWarnings("unchecked") // the specification's own form
    static Map<String, Object> at(Object node, String... path) {
        Object here = node;
        for (String step : path) {
            here = here == null ? null : ((Map<String, Object>) here).get(step);
        }
        if (here instanceof Map<?, ?> fields && fields.get("$ref") instanceof String reference) {
            return at(SPECIFICATION, reference.substring("#/".length()).split("/"));
        }
        return (Map<String, Object>) here;
    }

    static Map<String, Object> paths() {
        return at(SPECIFICATION, "paths");
    }

    /** What the JSON breaks of a schema of the specification. */
    static List<String> breaches(Object schema, String json) {
        Schema compiled = COMPILED.computeIfAbsent(schema, ResponseSchemas::compile);
        return compiled
                .validate(
                        json,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** With the components beside it, so that its references are found. */
    private static Schema compile(Object schema) {
        Map<String, Object> whole = new HashMap<>(Map.of("components", SPECIFICATION.get("components")));
        whole.put("allOf", List.of(schema));
        return REGISTRY.getSchema(Json.write(whole), InputFormat.JSON);
    }

    /** What a response breaks of the specification; nothing for the files of the page. */
    static List<String> breaches(HttpResponse<String> response) {
        String path = response.uri().getPath();
        if (API.stream().noneMatch(path::startsWith)) {
            return List.of();
        }
        Optional<Map<String, Object>> described = described(response.request().method(), path, response.statusCode());
        if (described.isEmpty()) {
            return List.of(response.request().method() + " " + path + " gives " + response.statusCode()
                    + ", of which the specification says nothing");
        }
        return breaches(described.get(), response).stream()
                .map(breach -> response.request().method() + " " + path + ", " + response.statusCode() + ": " + breach)
                .toList();
    }

    private static List<String> breaches(Map<String, Object> described, HttpResponse<String> response) {
        Map<String, Object> content = at(described, "content");
        if (content == null) {
            return response.body().isEmpty() ? List.of() : List.of("a body where there is none");
        }
        String header = response.headers().firstValue("Content-Type").orElse("none");
        String type = header.split(";", 2)[0];
        Map<String, Object> media = at(content, type);
        if (media == null) {
            return List.of("a body of the type " + type);
        }
        if (type.equals("text/event-stream")) {
            return eventBreaches(at(media, "x-events"), response.body());
        }
        return type.endsWith("json") ? breaches(media.get("schema"), response.body()) : List.of();
    }

    private static List<String> eventBreaches(Map<String, Object> schemas, String stream) {
        List<String> breaches = new ArrayList<>();
        for (String event : stream.split("\n\n")) {
            String name = field(event, "event: ").orElse("message");
            String data = field(event, "data: ").orElse("[DONE]"); // a comment has none
            if (!data.equals("[DONE]")) {
                breaches.addAll(
                        schemas.containsKey(name) ? breaches(schemas.get(name), data) : List.of("the event " + name));
            }
        }
        return breaches;
    }

    private static Optional<String> field(String event, String name) {
        return event.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst();
    }

    /** The response that the specification has for it; of what it does not know, the problem that tells so. */
    private static Optional<Map<String, Object>> described(String method, String path, int status) {
        String unknown = path.startsWith("/v1/") ? "OpenAiError" : "Problem";
        Optional<Map<String, Object>> operation = paths().keySet().stream()
                .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                .map(template -> at(paths(), template, method.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst();
        if (operation.isEmpty()) {
            boolean isRefused = status == 404 || status == 405 || status == 403;
            return isRefused ? Optional.of(at(SPECIFICATION, "components", "responses", unknown)) : Optional.empty();
        }
        Map<String, Object> responses = at(operation.get(), "responses");
        Map<String, Object> exact = at(responses, String.valueOf(status));
        return Optional.ofNullable(exact == null && status >= 400 ? at(responses, "default") : exact);
    }
}
