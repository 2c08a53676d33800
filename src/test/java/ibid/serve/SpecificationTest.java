package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.api.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI specification and the server agree. That each response fits it, every test of the server checks. */
class SpecificationTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @TempDir
    private Path folder;

    @Test
    void everyRouteHasItsPathAndEveryPathItsRoute() {
        Set<String> specified = new TreeSet<>();
        for (String path : ResponseSchemas.paths().keySet()) {
            for (String method :
                    ResponseSchemas.at(ResponseSchemas.paths(), path).keySet()) {
                if (METHODS.contains(method)) {
                    specified.add(method.toUpperCase(Locale.ROOT) + " " + path);
                }
            }
        }
        try (Running server = Running.over(folder)) {
            assertThat(specified).isEqualTo(new TreeSet<>(server.routes()));
        }
    }

    @Test
    void itIsServedAsAnOpenApiDocument() throws IOException {
        try (Running server = Running.over(folder)) {
            HttpResponse<String> response = server.get("/openapi.json");
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
            Object served = new ObjectMapper().readValue(response.body(), Map.class);
            assertThat(Json.write(served)).isEqualTo(Json.write(Specification.read()));
            assertThat(response.body()).contains("\"openapi\":\"3.1.");
        }
    }

    @Test
    void everyExampleFitsItsSchema() {
        int examples = 0;
        for (String path : ResponseSchemas.paths().keySet()) {
            for (Map.Entry<String, Object> operation :
                    ResponseSchemas.at(ResponseSchemas.paths(), path).entrySet()) {
                if (METHODS.contains(operation.getKey())) {
                    examples += bodyExamples(operation.getValue()) + parameterExamples(operation.getValue());
                }
            }
        }
        assertThat(examples).isGreaterThan(5);
    }

    private static int bodyExamples(Object operation) {
        Map<String, Object> content = ResponseSchemas.at(operation, "requestBody", "content");
        int examples = 0;
        for (Object media : content == null ? List.of() : content.values()) {
            Map<String, Object> named = ResponseSchemas.at(media, "examples");
            for (Object example : named == null ? List.of() : named.values()) {
                String json = Json.write(((Map<?, ?>) example).get("value"));
                assertThat(ResponseSchemas.breaches(((Map<?, ?>) media).get("schema"), json))
                        .as(json)
                        .isEmpty();
                examples++;
            }
        }
        return examples;
    }

    private static int parameterExamples(Object operation) {
        int examples = 0;
        Object parameters = ((Map<?, ?>) operation).get("parameters");
        for (Object listed : parameters == null ? List.of() : (List<?>) parameters) {
            Map<String, Object> parameter = ResponseSchemas.at(listed);
            if (parameter.containsKey("example")) {
                String json = Json.write(parameter.get("example"));
                assertThat(ResponseSchemas.breaches(parameter.get("schema"), json))
                        .isEmpty();
                examples++;
            }
        }
        return examples;
    }

    @Test
    void aResponseThatDoesNotFitIsFound() {
        Object status = Map.of("$ref", "#/components/schemas/Status");
        assertThat(ResponseSchemas.breaches(status, "{\"status\": \"ok\"}")).isEmpty();
        assertThat(ResponseSchemas.breaches(status, "{\"status\": 1}")).hasSize(1);
        assertThat(ResponseSchemas.breaches(status, "{}")).hasSize(1);
        assertThat(ResponseSchemas.breaches(status, "{\"status\": \"ok\", \"colour\": 1}"))
                .hasSize(1);
        Object event = Map.of("$ref", "#/components/schemas/Conversations");
        assertThat(ResponseSchemas.breaches(event, "{\"conversations\": [{\"id\": \"x\"}]}"))
                .isNotEmpty();
    }
}
