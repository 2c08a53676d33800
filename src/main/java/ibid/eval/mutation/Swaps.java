package ibid.eval.mutation;

import ibid.language.MonthNames;
import ibid.language.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes a true sentence false by one random change. A method returns empty if the sentence has nothing to change.
 */
public final class Swaps {

    private static final List<String> MONTHS = MonthNames.english();
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.,\\[-])(?!(?:1[5-9]|20)\\d\\d(?![\\d,]))\\d[\\d,]*(?:\\.\\d+)?(?![\\d]|-\\p{L})(?! (?:"
                    + String.join("|", MONTHS) + "))");
    private static final Pattern DATE = Pattern.compile("\\b(?:1[89]|20)\\d\\d\\b(?!,)|\\b(?:"
            + String.join("|", MONTHS) + ")\\b(?= \\d)|(?<=\\d )(?:" + String.join("|", MONTHS) + ")\\b");
    private static final Pattern AUXILIARY = Pattern.compile(
            "\\b(is|are|was|were|will|would|can|could|should|has|have|had|did|does|do|may|might|must)\\b(?: not\\b)?");
    private static final double[] FACTORS = {0.1, 0.5, 2, 3, 10};

    private final Random random;

    public Swaps(Random random) {
        this.random = random;
    }

    /**
     * Replaces a number by another in the same format. Years and days of dates belong to {@link #date}; a number in
     * brackets is a mark.
     */
    public Optional<String> number(String sentence) {
        return swapped(sentence, NUMBER, this::otherNumber);
    }

    /** Replaces a year or month by another. */
    public Optional<String> date(String sentence) {
        return swapped(sentence, DATE, this::otherDate);
    }

    /** Adds or removes a "not". */
    public Optional<String> denial(String sentence) {
        return swapped(
                sentence, AUXILIARY, found -> found.group().endsWith(" not") ? found.group(1) : found.group() + " not");
    }

    /**
     * Replaces a name by another with the same number of words and no word in common.
     *
     * @param learnFrom text around the sentence, used to recognise names
     * @param names the names that may be exchanged for each other
     */
    public Optional<String> name(String sentence, String learnFrom, List<String> names) {
        List<Names.Name> found = Names.in(sentence, learnFrom).stream()
                .filter(name -> names.contains(name.text()))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Names.Name one = found.get(random.nextInt(found.size()));
        List<String> others = names.stream()
                .filter(other -> other.split(" ").length == one.words()
                        && !sentence.contains(other)
                        && Arrays.stream(other.split(" ")).noneMatch(one.text()::contains))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sentence.substring(0, one.start())
                + others.get(random.nextInt(others.size()))
                + sentence.substring(one.end()));
    }

    private Optional<String> swapped(String sentence, Pattern what, Function<MatchResult, String> other) {
        List<MatchResult> found = what.matcher(sentence).results().toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return Optional.of(sentence.substring(0, one.start()) + other.apply(one) + sentence.substring(one.end()));
    }

    private String otherNumber(MatchResult found) {
        double value =
                Double.parseDouble(found.group().replaceAll(",(?=\\d{3})", "").replaceAll("[,.]$", ""));
        String other = found.group();
        while (other.equals(found.group())) {
            other = written(
                    value * FACTORS[random.nextInt(FACTORS.length)] + random.nextInt(1, 4),
                    found.group()); // 7 / 2 + 3 rounds to 7 again
        }
        return other;
    }

    private static String written(double number, String like) {
        boolean fraction = like.contains(".");
        String grouped = like.matches(".*,\\d.*") ? "%,.0f" : "%.0f";
        String text = String.format(Locale.ROOT, fraction ? "%.1f" : grouped, fraction ? number + 0.3 : number);
        return like.endsWith(",") ? text + "," : text;
    }

    private String otherDate(MatchResult found) {
        if (Character.isDigit(found.group().charAt(0))) {
            return String.valueOf(
                    Integer.parseInt(found.group()) + (random.nextBoolean() ? 1 : -1) * random.nextInt(1, 9));
        }
        return MONTHS.get((MONTHS.indexOf(found.group()) + random.nextInt(1, 12)) % 12);
    }
}
