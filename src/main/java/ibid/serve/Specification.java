package ibid.serve;

import ibid.api.Json;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI specification of the server, kept by hand in {@code openapi.yaml} and served as JSON. */
final class Specification {

    private static final String FILE = "openapi.yaml";

    private final byte[] json = Json.write(read()).getBytes(StandardCharsets.UTF_8);

    void register(JavalinDefaultRoutingApi routes) {
        routes.get(
                "/openapi.json",
                context -> context.contentType("application/json").result(json));
    }

    /** The document as maps, lists and values. */
    static Map<String, Object> read() {
        try (InputStream file = Specification.class.getResourceAsStream(FILE)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + FILE, broken);
        }
    }
}
