package ibid.language.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads whole calendar dates (day, month and year) written in figures, or with the month in one of the languages of Unicode's CLDR listed here. */
public final class Dates {

    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv");
    private static final Map<String, Integer> MONTHS =
            months(List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT));
    private static final Map<String, Integer> NAMES = months(List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE));
    private static final String MONTH = "("
            + MONTHS.keySet().stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + ")\\.?";
    private static final Pattern DATE = Pattern.compile(
            "\\b(?<y1>\\d{4})[-/](?<m1>\\d{1,2})[-/](?<d1>\\d{1,2})(?!\\d)"
                    + "|\\b(?<d2>\\d{1,2})\\.\\s?(?<m2>\\d{1,2})\\.\\s?(?<y2>\\d{4})\\b"
                    + "|\\b(?<m3>" + MONTH + ")\\s+(?<d3>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y3>\\d{4})\\b"
                    + "|\\b(?<d4>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:(?:of|de)\\s+)?(?<m4>" + MONTH
                    + "),?\\s+(?:de\\s+)?(?<y4>\\d{4})\\b"
                    + "|(?<y5>\\d{4})\\s?年\\s?(?<m5>\\d{1,2})\\s?月\\s?(?<d5>\\d{1,2})\\s?日",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern AROUND = Pattern.compile(
            "(?i)\\b(published|posted|updated|last|on|date|by|at|veröffentlicht|erschienen|stand|am|um|uhr|publié|mis à jour|le|à|publicado|el|pubblicato|il|опубликовано|mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\\b|\\d{1,2}:\\d{2}(:\\d{2})?|\\b[ap]\\.?m\\.?|\\b(gmt|utc|[ecmp][sd]t)\\b|[^\\p{L}\\p{N}]",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Dates() {}

    /** Every possible calendar date in the text, in order; impossible ones (31 June) are passed over. */
    public static List<LocalDate> in(String text) {
        List<LocalDate> dates = new ArrayList<>();
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) date(matcher).ifPresent(dates::add);
        return dates;
    }

    public static Optional<LocalDate> firstIn(String text) {
        return in(text).stream().findFirst();
    }

    /** Whether a line is a date and nothing else but the words that go with one ("Published on …", a time, a weekday). */
    public static boolean isDateLine(String line) {
        Matcher matcher = DATE.matcher(line);
        if (!matcher.find()) return false;
        String rest = line.substring(0, matcher.start()) + " " + line.substring(matcher.end());
        return AROUND.matcher(rest).replaceAll("").isBlank();
    }

    private static Optional<LocalDate> date(Matcher matcher) {
        MatchResult found = matcher.toMatchResult();
        for (int form = 1; form <= 5; form++) {
            String year = found.group("y" + form);
            if (year == null) continue;
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(year),
                        month(found.group("m" + form)),
                        Integer.parseInt(found.group("d" + form))));
            } catch (DateTimeException impossible) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The months' whole names in all those languages, small and without a stop: short forms ("set", "out", "gen") are words of English too. */
    public static Map<String, Integer> names() {
        return NAMES;
    }

    private static int month(String word) {
        return Character.isDigit(word.charAt(0))
                ? Integer.parseInt(word)
                : MONTHS.get(word.toLowerCase(Locale.ROOT).replaceAll("\\.$", ""));
    }

    /** Names and short forms, small; the first language that has a word keeps it. */
    private static Map<String, Integer> months(List<TextStyle> styles) {
        Map<String, Integer> months = new LinkedHashMap<>(Map.of("sept", 9));
        for (String language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : styles) {
                    String name = month.getDisplayName(style, Locale.of(language))
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("\\.$", "");
                    if (name.length() > 2 && name.chars().allMatch(Character::isLetter))
                        months.putIfAbsent(name, month.getValue());
                }
            }
        }
        return Map.copyOf(months);
    }
}
