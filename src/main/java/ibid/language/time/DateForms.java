package ibid.language.time;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms in which texts write dates, whole or in part, and what only looks like one: "Jan Lipavský", "1530 GMT", "12/11/2024", which is two days. */
final class DateForms {

    private static final List<String> NAMES = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();
    private static final String MONTH = "(?:"
            + NAMES.stream()
                    .map(name -> name.length() <= 4
                            ? name
                            : name.substring(0, name.equals("September") ? 4 : 3) + "(?:\\.|"
                                    + name.substring(name.equals("September") ? 4 : 3) + ")?")
                    .collect(Collectors.joining("|"))
            + "|Jun\\.?|Jul\\.?)";
    private static final String FOREIGN = Dates.names().keySet().stream()
            .filter(name -> NAMES.stream().noneMatch(name::equalsIgnoreCase) && !name.equals("sept"))
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
            .collect(Collectors.joining("|"));
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:1[5-9]|20)\\d\\d";
    private static final Pattern DATE = Pattern.compile(
            "\\b(?:(?<d1>" + DAY + ") (?:of )?)?(?<m1>" + MONTH + ")(?!\\p{L}|-\\p{Ll})(?: (?<d2>" + DAY
                    + ")\\b(?!,\\d|\\.\\d|:\\d| ?(?:million|billion|thousand|percent|per cent)\\b))?(?: ?,? (?:of )?(?<y1>"
                    + YEAR + ")\\b)?"
                    + "|\\b(?<y2>\\d{4})-(?<m2>\\d\\d)-(?<d3>\\d\\d)\\b|(?<![\\d/])(?<one>\\d{1,2})/(?<other>\\d{1,2})/(?<y4>"
                    + YEAR + ")(?![\\d/])|(?<![\\d.])(?<d5>\\d{1,2})\\. ?(?<m5>\\d{1,2})\\. ?(?<y5>" + YEAR + ")(?!\\d)"
                    + "|(?<y6>" + YEAR + ")年(?:(?<m6>\\d{1,2})月(?:(?<d6>\\d{1,2})日)?)?"
                    + "|(?<![\\p{L}\\d-])(?:(?<d7>3[01]|[12]\\d|0?[1-9])(?:er|º|ª|\\.)? (?:de )?)?(?<m7>(?iu:" + FOREIGN
                    + "))(?![\\p{L}-])(?:,? (?:del? )?(?<y7>" + YEAR + ")\\b)?"
                    + "|(?<![\\p{L}\\d$€£¥.,-])(?:(?:Q[1-4]|(?i:first|second|third|fourth) quarter),? (?:of )?)(?<y9>"
                    + YEAR + ")\\b|(?<![\\p{L}\\d$€£¥.,])(?<y8>" + YEAR.replace("\\d\\d", "\\d0") + ")s\\b"
                    + "|(?<![\\p{L}\\d$€£¥.,/-])(?<y3>" + YEAR
                    + ")(?![\\d%]|[.,]\\d|-\\d{3}|s\\b| ?(?:million|billion|percent|per cent|GMT|UTC|[ECMP][SD]T|CET|hours|hrs|local time|h)\\b)");

    private static final int NEAR = 16; // letters, enough for a word of time before a month
    private static final Pattern TIME = Pattern.compile(
            "(?is).*\\b(?:in|since|until|till|during|last|next|this|early|late|mid|between|every|each|through|throughout)[ -]");
    private static final Pattern JOINT = Pattern.compile("(?is).*\\b(?:by|of|from|to|before|after|for)[ -]");
    private static final Pattern OWNER = Pattern.compile("(?is).*(?:\\b(?:the|its|an?|their|his|her|our|that)|[’']s) ");
    private static final Pattern UNTIL =
            Pattern.compile("\\s*(?:to|until|till|through|and|or|[,–—-])\\s*(?:and |or )?");
    private static final Pattern COUNTED =
            Pattern.compile(" (?:people|men|women|children|troops|[a-z]{3,30}s)\\b.*", Pattern.DOTALL);
    private static final Pattern DATED = Pattern.compile(
            "(?is).*(?:\\b(?:the|its|his|her|their|our|this|last|in|since|after|before|during|until)|[’']s) ");

    private DateForms() {}

    /** A date, with where it stands in the text. */
    record Found(CalendarDate date, int start, int end) {}

    static List<Found> in(String text) {
        List<Found> dates = new ArrayList<>();
        Matcher found = DATE.matcher(text);
        while (found.find()) {
            String before = text.substring(Math.max(0, found.start() - NEAR), found.start()),
                    after = text.substring(found.end(), Math.min(text.length(), found.end() + 2 * NEAR));
            boolean joined = !dates.isEmpty()
                    && UNTIL.matcher(text.substring(dates.getLast().end(), found.start()))
                            .matches();
            Optional<CalendarDate> date = read(found, before, after, joined);
            if (date.isEmpty()) continue;
            if (joined && date.get().month().isPresent()) { // "from 23 February to 6 March 2011"
                Found earlier = dates.removeLast();
                dates.add(new Found(earlier.date().orIn(date.get().year()), earlier.start(), earlier.end()));
            }
            dates.add(new Found(
                    date.get(),
                    found.start(),
                    found.end()
                            - (found.group().length()
                                    - found.group().stripTrailing().length())));
        }
        return dates;
    }

    private static Optional<CalendarDate> read(Matcher found, String before, String after, boolean joined) {
        String year = first(found, "y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8", "y9"),
                month = first(found, "m1", "m2", "m5", "m6", "m7"),
                day = first(found, "d1", "d2", "d3", "d5", "d6", "d7");
        if (found.group("one") != null) {
            int one = Integer.parseInt(found.group("one")), other = Integer.parseInt(found.group("other"));
            if (one <= 12 && other <= 12 && one != other)
                return Optional.empty(); // 12 November in Europe, 11 December in America
            month = String.valueOf(one > 12 ? other : one);
            day = String.valueOf(one > 12 ? one : other);
        }
        if (found.group("y3") != null
                && COUNTED.matcher(after).matches()
                && !DATED.matcher(before).matches()) return Optional.empty();
        if (found.group("m1") != null && year.isEmpty() && day.isEmpty() && !joined && !alone(month, before, after))
            return Optional.empty();
        if (found.group("m7") != null && year.isEmpty() && day.isEmpty()) return Optional.empty();
        if (month.matches("Mars|Mart") && (year.isEmpty() || day.isEmpty()))
            return Optional.empty(); // the planet and the shop, not the French and the Turkish March
        if (month.matches("0+|1[3-9]|[2-9]\\d") || day.matches("0+|3[2-9]|[4-9]\\d")) return Optional.empty();
        return Optional.of(new CalendarDate(
                number(year),
                month.isEmpty() ? Optional.empty() : Optional.of(month(month)),
                number(day),
                found.group().strip()));
    }

    /** Months bear people's names and one is a verb: alone it is one after a word of time, or as what a thing is of ("the July summit"). */
    private static boolean alone(String month, String before, String after) {
        if (TIME.matcher(before).matches()) return true;
        boolean named = after.matches("(?s)[ -]\\p{Lu}.*");
        return JOINT.matcher(before).matches() && !named
                || !month.equals("May") && OWNER.matcher(before).matches() && after.matches("(?s) \\p{Ll}.*");
    }

    private static String first(Matcher found, String... groups) {
        for (String group : groups) if (found.group(group) != null) return found.group(group);
        return "";
    }

    private static OptionalInt number(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.replaceAll("\\D", "")));
    }

    private static Month month(String text) {
        if (text.matches("\\d+")) return Month.of(Integer.parseInt(text));
        Integer named = Dates.names().get(text.toLowerCase(Locale.ROOT));
        return Month.of(
                named != null
                        ? named
                        : 1
                                + NAMES.indexOf(NAMES.stream()
                                        .filter(name -> name.startsWith(text.substring(0, 3)))
                                        .findFirst()
                                        .orElseThrow()));
    }
}
