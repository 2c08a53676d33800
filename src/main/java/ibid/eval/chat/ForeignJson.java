package ibid.eval.chat;

import ibid.api.Json;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * JSON of another maker's server, of which no field is certain: what is not there is an empty text and an empty list.
 *
 * @param value a map, list, text, number or truth value, or null
 */
record ForeignJson(Object value) {

    private static final ForeignJson NOTHING = new ForeignJson(null);

    static ForeignJson read(String json, String source) {
        return new ForeignJson(Json.object(json, source));
    }

    /** What is at a path of names; a number is a place in a list. */
    ForeignJson at(Object... path) {
        ForeignJson here = this;
        for (Object step : path) {
            here = step instanceof Integer place ? here.item(place) : here.field(String.valueOf(step));
        }
        return here;
    }

    private ForeignJson field(String name) {
        return value instanceof Map<?, ?> map ? new ForeignJson(map.get(name)) : NOTHING;
    }

    private ForeignJson item(int place) {
        return value instanceof List<?> list && place < list.size() ? new ForeignJson(list.get(place)) : NOTHING;
    }

    /** The text of the first of the fields that has one. */
    String firstText(List<String> names) {
        return names.stream()
                .map(name -> field(name).text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The items of a list; none of anything else. */
    List<ForeignJson> items() {
        return value instanceof List<?> list
                ? list.stream().map(ForeignJson::new).toList()
                : List.of();
    }

    /** The names of an object's fields. */
    List<String> names() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A text, or a number as one; empty for anything else. */
    String text() {
        return value instanceof String || value instanceof Number ? String.valueOf(value) : "";
    }

    OptionalInt number() {
        return value instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    boolean isObject() {
        return value instanceof Map;
    }
}
