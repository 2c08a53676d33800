package ibid.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one JSON mapper: snake case, enum constants in lower case, dates as ISO 8601. Absent or null texts, lists and
 * maps are read as empty ones. Threads may share it.
 */
public final class Json {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.FAIL);

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, Json::refuseOtherTypes)
            .withConfigOverride(LocalDate.class, day -> day.setFormat(JsonFormat.Value.forLeniency(false)))
            .withConfigOverride(String.class, text -> text.setSetterInfo(EMPTY))
            .withConfigOverride(List.class, list -> list.setSetterInfo(EMPTY))
            .withConfigOverride(Map.class, map -> map.setSetterInfo(EMPTY))
            .build();

    private static final ObjectReader STRICT = MAPPER.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private static final ObjectReader LENIENT = MAPPER.reader()
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

    private Json() {}

    /** A number or a truth value is not a text. */
    private static void refuseOtherTypes(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    public static String write(Object body) {
        return write(body, MAPPER.writer());
    }

    /** Formatted JSON on several lines, for people. */
    public static String writePretty(Object body) {
        return write(body, MAPPER.writerWithDefaultPrettyPrinter());
    }

    private static String write(Object body, ObjectWriter writer) {
        try {
            return writer.writeValueAsString(body);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(body.getClass() + " cannot be written as JSON", bug);
        }
    }

    /**
     * Reads a request: refuses a field that is unknown or given twice by its name, and a wrong value with what is
     * expected.
     *
     * @param source names the JSON in a message: "the request", "line 3"
     */
    public static <T> T readStrict(String json, Class<T> type, String source) {
        try {
            return notNull(STRICT.forType(type).<T>readValue(json), source);
        } catch (JsonProcessingException refused) {
            throw JsonProblem.of(refused, source);
        }
    }

    /**
     * Reads JSON that this or another version of Ibid wrote: unknown fields are skipped, an unknown enum constant
     * becomes null.
     */
    public static <T> T readLenient(String json, Class<T> type, String source) {
        try {
            return notNull(LENIENT.forType(type).<T>readValue(json), source);
        } catch (JsonProcessingException refused) {
            throw JsonProblem.of(refused, source);
        }
    }

    /** The object as another library's JSON mapper takes it: its fields by name. */
    public static Map<String, Object> fields(Object body) {
        return MAPPER.convertValue(body, FIELDS);
    }

    /** The fields of an object by name, whatever they are. */
    public static Map<String, Object> object(String json, String source) {
        try {
            return notNull(STRICT.forType(FIELDS).<Map<String, Object>>readValue(json), source);
        } catch (JsonProcessingException refused) {
            throw JsonProblem.of(refused, source);
        }
    }

    /** The JSON of each item of an array; empty if the JSON is not an array. */
    public static Optional<List<String>> items(String json, String source) {
        try {
            JsonNode tree = STRICT.readTree(json);
            if (!tree.isArray()) {
                return Optional.empty();
            }
            List<String> items = new ArrayList<>();
            tree.forEach(item -> items.add(item.toString()));
            return Optional.of(items);
        } catch (JsonProcessingException refused) {
            throw JsonProblem.of(refused, source);
        }
    }

    private static <T> T notNull(T value, String source) {
        if (value == null) {
            throw JsonProblem.invalid(source + " is null; send a JSON object");
        }
        return value;
    }
}
