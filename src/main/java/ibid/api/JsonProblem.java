package ibid.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import ibid.IbidException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Describes what is wrong with the JSON of a request, in a sentence that names the field and the remedy. */
final class JsonProblem {

    private static final String DUPLICATE = "Duplicate field"; // how Jackson's message begins

    private JsonProblem() {}

    static IbidException of(JsonProcessingException refused, String source) {
        if (refused.getCause() instanceof IbidException check) {
            return check;
        }
        if (refused.getCause() instanceof StreamReadException unreadable) { // in a field's value
            return invalid(unreadable(unreadable.getOriginalMessage(), source));
        }
        return switch (refused) {
            case UnrecognizedPropertyException unknown -> invalid(unknownField(unknown, source));
            case InvalidFormatException wrong -> invalid(wrongValue(wrong));
            case JsonMappingException wrong
            when wrong.getPath().isEmpty() -> invalid(source + " is not a JSON object of the right form");
            case JsonMappingException wrong -> invalid("the value of “" + path(wrong) + "” has the wrong type");
            default -> invalid(unreadable(refused.getOriginalMessage(), source));
        };
    }

    static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }

    private static String unreadable(String reason, String source) {
        return reason.startsWith(DUPLICATE)
                ? source + " gives a field twice (" + reason + "); give it once"
                : source + " is not JSON: " + reason;
    }

    private static String unknownField(UnrecognizedPropertyException unknown, String source) {
        String known = unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        return source + " has the unknown field “" + path(unknown) + "”; known here: " + known;
    }

    private static String wrongValue(InvalidFormatException wrong) {
        String field = "“" + path(wrong) + "”";
        Class<?> type = wrong.getTargetType();
        if (type == LocalDate.class) {
            return field + " must be a date like 2024-10-01, not “" + wrong.getValue() + "”";
        }
        if (type.isEnum()) {
            return field + " must be " + constants(type) + ", not “" + wrong.getValue() + "”";
        }
        return "the value of " + field + " has the wrong type";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    /** {@code filters.articles[2]}. */
    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
