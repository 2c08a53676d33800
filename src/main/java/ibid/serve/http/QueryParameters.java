package ibid.serve.http;

import ibid.IbidException;
import ibid.api.AnswerRequest;
import ibid.api.FiltersBody;
import ibid.search.SearchFilters;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The query string of a request, read strictly: an unknown name or an impossible value is refused with its remedy. */
public final class QueryParameters {

    private static final List<String> FILTERS =
            List.of("publishers", "articles", "topics", "languages", "published_from", "published_to", "as_of");
    private static final int MAX_DIGITS = 9;
    private static final int MAX_VALUES = 100; // as FiltersBody has it

    private final Context context;

    private QueryParameters(Context context) {
        this.context = context;
    }

    /** Those of a request that takes these and no others. */
    public static QueryParameters of(Context context, String... known) {
        return checked(context, List.of(known));
    }

    /** Those of a request that takes these and the filters of a search. */
    public static QueryParameters withFilters(Context context, String... known) {
        List<String> all = new ArrayList<>(List.of(known));
        all.addAll(FILTERS);
        return checked(context, all);
    }

    private static QueryParameters checked(Context context, List<String> known) {
        for (String name : context.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw invalid("unknown parameter “" + name + "”; known here: " + String.join(", ", known));
            }
        }
        return new QueryParameters(context);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    /** The values of a name that may be repeated. */
    public List<String> texts(String name) {
        List<String> values = context.queryParams(name);
        if (values.size() > MAX_VALUES) {
            throw invalid("“" + name + "” is given " + values.size() + " times; at most " + MAX_VALUES + " are taken");
        }
        return values;
    }

    /** A word of a list; the usual one where it is left out. */
    public String oneOf(String name, List<String> words, String usual) {
        return checkedWord(name, words, text(name).orElse(usual));
    }

    /** Words of a list; empty where it is left out. */
    public List<String> someOf(String name, List<String> words) {
        List<String> values = texts(name);
        values.forEach(value -> checkedWord(name, words, value));
        return values;
    }

    private static String checkedWord(String name, List<String> words, String value) {
        if (!words.contains(value)) {
            throw invalid("“" + name + "” must be one of " + String.join(", ", words) + ", not “" + value + "”");
        }
        return value;
    }

    /** A whole number within limits. */
    public int number(String name, int usual, int min, int max) {
        String value = context.queryParam(name);
        if (value == null) {
            return usual;
        }
        if (!isNumber(value) || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
            throw invalid("“" + name + "” must be a whole number from " + min + " to " + max + ", not “" + value + "”");
        }
        return Integer.parseInt(value);
    }

    private static boolean isNumber(String value) {
        return !value.isEmpty() && value.length() <= MAX_DIGITS && value.chars().allMatch(QueryParameters::isDigit);
    }

    /** False where it is left out. */
    public boolean flag(String name) {
        String value = text(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw invalid("“" + name + "” must be true or false, not “" + value + "”");
        }
        return value.equals("true");
    }

    /** The filters as a query string has them, each list by repeating its name. */
    public SearchFilters filters() {
        FiltersBody filters = new FiltersBody(
                context.queryParams("publishers"),
                context.queryParams("articles"),
                context.queryParams("topics"),
                context.queryParams("languages"),
                date("published_from"),
                date("published_to"));
        return AnswerRequest.searchFilters(filters, date("as_of"));
    }

    /** A date; empty where it is left out. */
    public Optional<LocalDate> day(String name) {
        return Optional.ofNullable(date(name));
    }

    private LocalDate date(String name) {
        String value = context.queryParam(name);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException wrong) {
            throw invalid("“" + name + "” must be a date like 2024-10-01, not “" + value + "”");
        }
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
