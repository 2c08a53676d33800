package ibid.serve.mcp;

import ibid.IbidException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The arguments of one call, read with errors that say what to send. */
record ToolArguments(Map<String, Object> values) {

    /** Refuses arguments that the tool does not know. */
    ToolArguments only(Set<String> known) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw invalid("unknown argument “" + unknown.iterator().next() + "”; known are "
                    + String.join(", ", new TreeSet<>(known)));
        }
        return this;
    }

    /** A text that must be there. */
    String required(String name) {
        String value = text(name);
        if (value.isBlank()) {
            throw invalid("the argument “" + name + "” is missing or empty; send a text");
        }
        return value.strip();
    }

    /** A text, empty if it was not sent. */
    String text(String name) {
        return switch (values.get(name)) {
            case null -> "";
            case String text -> text;
            default -> throw invalid("the argument “" + name + "” is not a text");
        };
    }

    /** A whole number in the given range, or the default if it was not sent. */
    int number(String name, int usual, int max) {
        Object value = values.get(name);
        if (value == null) {
            return usual;
        }
        if (value instanceof Number number && number.intValue() >= 1 && number.intValue() <= max) {
            return number.intValue();
        }
        throw invalid("the argument “" + name + "” is a whole number from 1 to " + max);
    }

    static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
