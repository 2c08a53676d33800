package ibid.language.quantity;

import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number in a text, its magnitude word multiplied in: "about 0.4 million people" is 400,000, rounded to 100,000.
 *
 * @param unit  percent, a currency, a measure, or empty
 * @param about half of its last place where it is said roughly or with a magnitude word; else 0
 * @param of    the word behind it, lower case: what is counted
 * @param words as the text has it
 */
public record Quantity(double value, String unit, double about, String of, String words) {

    private static final Map<String, Double> SCALES = Map.ofEntries(
            Map.entry("hundred", 1e2),
            Map.entry("thousand", 1e3),
            Map.entry("k", 1e3),
            Map.entry("lakh", 1e5),
            Map.entry("million", 1e6),
            Map.entry("mn", 1e6),
            Map.entry("m", 1e6),
            Map.entry("crore", 1e7),
            Map.entry("billion", 1e9),
            Map.entry("bn", 1e9),
            Map.entry("trillion", 1e12),
            Map.entry("tn", 1e12),
            Map.entry("dozen", 12.0));
    private static final List<String> SMALL = List.of(
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
                    .split(" "));
    private static final List<String> TENS =
            List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final List<String> ORDINALS =
            List.of("- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "));
    private static final Map<String, String> UNITS = units(
            "percent: % percent per-cent percentage",
            "dollar: $ dollar dollars us$ usd",
            "euro: € euro euros eur",
            "pound: £ pounds sterling gbp",
            "yen: ¥ yen jpy",
            "yuan: yuan renminbi rmb",
            "rupee: rupee rupees",
            "rouble: rouble roubles ruble rubles",
            "won: won",
            "kilometre: km kilometre kilometres kilometer kilometers",
            "mile: mile miles",
            "metre: metre metres meter meters",
            "foot: foot feet",
            "tonne: tonne tonnes ton tons",
            "kilogram: kg kilogram kilograms",
            "year: year years",
            "month: month months",
            "week: week weeks",
            "day: day days",
            "hour: hour hours",
            "minute: minute minutes");
    private static final String SPELLED = "(?:" + String.join("|", TENS.subList(2, 10)) + ")(?:-(?:"
            + String.join("|", SMALL.subList(1, 10)) + "))?|"
            + SMALL.stream().skip(1).sorted((a, b) -> b.length() - a.length()).collect(Collectors.joining("|"));
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(?<hedge>\\b(?:about|around|nearly|almost|roughly|some|approximately|more than|over|at least|up to|less than|under|fewer than|an estimated|close to) )?(?:(?<![\\p{L}\\d.,])(?<sign>us\\$|[$€£¥]) ?|(?<![\\p{L}\\d])(?<!\\p{L}-))"
                    + "(?:(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<order>st|nd|rd|th)?|(?<spelled>\\b(?:"
                    + SPELLED
                    + "|half a|an?)\\b)(?= (?:hundred|thousand|million|billion|trillion|dozen)\\b)|(?<alone>\\b(?:"
                    + SPELLED + ")\\b)|(?<nth>\\b(?:" + String.join("|", ORDINALS.subList(2, 13)) + ")\\b))"
                    + "(?:[ -]?(?<scale>hundred thousand|hundred million|hundred|thousand|million|billion|trillion|dozen|lakh|crore|bn|tn|mn|(?<=\\d)[km](?!m)\\b))?s?(?![\\p{L}\\d])(?:[ -]?(?<unit>%|per cent|[\\p{L}]+)(?<next> [\\p{L}-]+)?)?");

    private static Map<String, String> units(String... lines) {
        return java.util.Arrays.stream(lines)
                .flatMap(line -> java.util.Arrays.stream(
                                line.substring(line.indexOf(':') + 2).split(" "))
                        .map(word -> Map.entry(word.replace('-', ' '), line.substring(0, line.indexOf(':')))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every number of a text in order; years and the days of dates are {@link TemporalTagger}'s. "One" alone is rather a word than a number. */
    public static List<Quantity> in(String text) {
        return all(text).stream().filter(number -> !number.isOne()).toList();
    }

    /** The same, with every "one". */
    public static List<Quantity> all(String text) {
        List<Quantity> quantities = new ArrayList<>();
        String bare = withoutDates(text);
        Matcher found = NUMBER.matcher(bare);
        int at = 0;
        while (found.find(at)) {
            if (!"second".equalsIgnoreCase(found.group("nth"))) quantities.add(read(found));
            at = Math.max(found.end("unit") > 0 ? found.start("unit") : found.end(), found.start() + 1);
        }
        return quantities;
    }

    private static String withoutDates(String text) {
        StringBuilder bare = new StringBuilder(text);
        for (Timex timex : TemporalTagger.tag(text)) {
            if (timex.isWritten()) bare.replace(timex.start(), timex.end(), " ".repeat(timex.end() - timex.start()));
        }
        return bare.toString();
    }

    private static Quantity read(Matcher found) {
        double value = value(found), scale = 1;
        for (String word : found.group("scale") == null
                ? new String[0]
                : found.group("scale").toLowerCase(Locale.ROOT).split(" ")) scale *= SCALES.get(word);
        String next = found.group("unit") == null ? "" : found.group("unit").toLowerCase(Locale.ROOT);
        String unit = UNITS.getOrDefault(
                found.group("sign") != null ? found.group("sign").toLowerCase(Locale.ROOT) : next, "");
        String of = unit.isEmpty() || found.group("sign") != null
                ? next
                : found.group("next") == null ? "" : found.group("next").strip().toLowerCase(Locale.ROOT);
        boolean rough = found.group("hedge") != null || found.group("scale") != null;
        int end = unit.isEmpty() || found.group("sign") != null
                ? Math.max(
                        found.end("scale"),
                        Math.max(
                                found.end("digits"),
                                Math.max(found.end("alone"), Math.max(found.end("nth"), found.end("order")))))
                : found.end("unit");
        int start = found.group("hedge") == null ? found.start() : found.end("hedge");
        return new Quantity(
                value * scale,
                unit,
                rough ? place(found) * scale / 2 : 0,
                of,
                found.group()
                        .substring(start - found.start(), end - found.start())
                        .strip());
    }

    private static double value(Matcher found) {
        if (found.group("digits") != null)
            return Double.parseDouble(found.group("digits").replace(",", ""));
        if (found.group("nth") != null)
            return ORDINALS.indexOf(found.group("nth").toLowerCase(Locale.ROOT));
        String word = (found.group("spelled") == null ? found.group("alone") : found.group("spelled"))
                .toLowerCase(Locale.ROOT);
        if (word.equals("a") || word.equals("an")) return 1;
        if (word.equals("half a")) return 0.5;
        if (SMALL.contains(word)) return SMALL.indexOf(word);
        String[] parts = word.split("-");
        return 10 * TENS.indexOf(parts[0]) + (parts.length > 1 ? SMALL.indexOf(parts[1]) : 0);
    }

    /** What one step in its last digit is worth, before the magnitude word. */
    private static double place(Matcher found) {
        String digits = found.group("digits");
        if (digits == null) return 1;
        if (digits.contains(".")) return Math.pow(10, -(digits.length() - digits.indexOf('.') - 1));
        String plain = digits.replace(",", "");
        return Math.pow(
                10, plain.length() - Math.max(1, plain.replaceAll("0+$", "").length()));
    }

    /** Whether the other says the same: the same value as exactly as the rougher of the two is told, and no other unit. */
    public boolean saidBy(Quantity other) {
        boolean units = unit.equals(other.unit)
                || unit.isEmpty() && !other.unit.equals("percent")
                || other.unit.isEmpty() && !unit.equals("percent");
        return units
                && Math.abs(value - other.value)
                        <= Math.max(1e-9 * Math.abs(value), Math.max(about, other.about) * 1.0001);
    }

    /** Whether it is the word, and not the digit nor "one million". */
    public boolean isOne() {
        return value == 1 && words.toLowerCase(Locale.ROOT).startsWith("one");
    }

    /** Whether both count the same thing. */
    public boolean counts(Quantity other) {
        return unit.equals(other.unit)
                && (!unit.isEmpty() && !unit.equals("percent") || stem(of).equals(stem(other.of)) && !of.isEmpty());
    }

    private static String stem(String word) {
        return word.replaceAll("(?<=\\p{L}{3})(?:e?s|ed|ing)$", "");
    }
}
