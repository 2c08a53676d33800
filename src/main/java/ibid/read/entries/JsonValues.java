package ibid.read.entries;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ibid.read.bytes.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The objects and arrays of JSON with their places in the file, as far as it is whole. */
final class JsonValues {

    /** NaN is no JSON, but what programs for tables write where a value is missing. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final JsonFactory FACTORY = JSON.getFactory();

    private JsonValues() {}

    /**
     * @param end   exclusive; where the file breaks off within it, the file's end
     */
    record Value(boolean isArray, int start, int end) {}

    /**
     * @param values  that are whole
     * @param problem why there may be more that are not, or empty; then of the last container what is whole is there
     */
    record Found(List<Value> values, String problem) {

        Found {
            values = List.copyOf(values);
        }
    }

    /** The value in those bytes; empty if they are not one value of JSON. */
    static Optional<JsonNode> tree(byte[] bytes, int start, int end) {
        try (JsonParser parser = FACTORY.createParser(bytes, start, end - start)) {
            JsonNode value = JSON.readTree(parser);
            return value != null && parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException none) {
            throw new UncheckedIOException(none); // from memory
        }
    }

    /** The objects and arrays directly in an array or in an object, or those of the file itself. */
    static Found in(byte[] bytes, Value container, boolean isFile) {
        List<Value> values = new ArrayList<>();
        int length = container.end() - container.start();
        int start = container.start();
        try (JsonParser parser = FACTORY.createParser(bytes, container.start(), length)) {
            long before = parser.currentLocation().getByteOffset();
            JsonToken token = isFile ? parser.nextToken() : second(parser);
            while (token != null && token != JsonToken.END_ARRAY && token != JsonToken.END_OBJECT) {
                Deadline.check();
                if (token.isStructStart()) {
                    start = container.start()
                            + (int) (parser.currentTokenLocation().getByteOffset() - before);
                    parser.skipChildren();
                    int end =
                            container.start() + (int) (parser.currentLocation().getByteOffset() - before);
                    values.add(new Value(token == JsonToken.START_ARRAY, start, end));
                }
                token = parser.nextToken();
            }
            return new Found(values, "");
        } catch (JsonProcessingException broken) {
            String problem = "it is not JSON from byte " + start + " on: " + broken.getOriginalMessage();
            return new Found(values, problem);
        } catch (IOException none) {
            throw new UncheckedIOException(none); // from memory
        }
    }

    private static JsonToken second(JsonParser parser) throws IOException {
        parser.nextToken();
        return parser.nextToken();
    }
}
