package ibid.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import ibid.IbidException;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;

/** JSON in and out: what a client sent is read strictly, a field nobody knows refused by name and a wrong value with the mend. */
final class Json {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    static void write(Context context, Object json) {
        write(context, "application/json", json);
    }

    /** As bytes, because the server would guess another encoding for types it does not know. */
    static void write(Context context, String type, Object json) {
        context.contentType(type).result(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static <T> T read(Context context, Class<T> type) {
        String body = context.body();
        if (body.isBlank())
            throw invalid("the request has no body; send a JSON object with Content-Type: application/json");
        try {
            T value = STRICT.readValue(body, type);
            if (value == null) throw invalid("the request's body is null; send a JSON object");
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw invalid("unknown field “" + path(unknown) + "”; known here: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        } catch (JsonMappingException wrong) {
            throw invalid("the value of “" + path(wrong) + "” has the wrong type");
        } catch (JsonProcessingException broken) {
            throw invalid("the body is not JSON: " + broken.getOriginalMessage());
        }
    }

    private static String path(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }

    static LocalDate date(String field, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException wrong) {
            throw invalid("“" + field + "” must be a date like 2024-10-01, not “" + value + "”");
        }
    }

    static void knownParameters(Context context, String... known) {
        for (String name : context.queryParamMap().keySet()) {
            if (!List.of(known).contains(name))
                throw invalid("unknown parameter “" + name + "”; known here: " + String.join(", ", known));
        }
    }

    /** A whole number from the query string, within limits. */
    static int number(Context context, String name, int usual, int min, int max) {
        String value = context.queryParam(name);
        if (value == null) return usual;
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
            throw invalid("“" + name + "” must be a whole number from " + min + " to " + max + ", not “" + value + "”");
        }
        return Integer.parseInt(value);
    }
}
