package ibid.answer.extract;

import ibid.language.time.TimeReference;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds where sentences that answer the same question give different figures or dates, and which of them is a correction. Two answers
 * differ only if they are of one kind, and neither sentence also holds the other's.
 */
final class Disagreements {

    private static final Pattern CORRECTION =
            Pattern.compile("(?i)^correct(ion|ed)\\b|\\bwe (got|had) .{0,20}wrong\\b");
    private static final Pattern FIGURE = Pattern.compile("(?i)(?<digits>\\d[\\d.,]*\\d|\\d)?\\s?(?<word>"
            + String.join(
                    "|",
                    List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))
            + ")?\\s?(?<scale>hundred|thousand|million|billion|trillion)?");
    private static final Map<String, Integer> SPELLED = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));
    private static final Map<String, Double> SCALES =
            Map.of("hundred", 1e2, "thousand", 1e3, "million", 1e6, "billion", 1e9, "trillion", 1e12);
    private static final int MOST = 3;
    private static final double HELD = 0.6,
            HELD_FOR_DATES = 0.8; // share of the question's terms a side must hold itself: a sentence has many dates
    private static final double SAME = 0.005; // figures nearer than half a per cent are one

    private Disagreements() {}

    /** A side: a sentence and what it answers. */
    private record Side(Candidate candidate, String answer, Optional<TimeReference> day, OptionalDouble figure) {

        boolean differs(Side other) {
            if (day.isPresent() && other.day.isPresent())
                return !overlap(day.get(), other.day.get()) && !holds(other) && !other.holds(this);
            if (figure.isEmpty() || other.figure.isEmpty()) return false;
            double one = figure.getAsDouble(), two = other.figure.getAsDouble();
            return Math.abs(one - two) > SAME * Math.max(one, two)
                    && sameCount(other)
                    && !holds(other)
                    && !other.holds(this);
        }

        private boolean sameCount(Side other) {
            return counts().isEmpty() || other.counts().isEmpty() || counts().equals(other.counts());
        }

        /** The term of what is counted: the first behind the figure; empty where it closes the sentence. */
        private String counts() {
            int end = candidate.text().indexOf(answer) + answer.length();
            return candidate.looked().terms().stream()
                    .filter(term -> term.start() >= end)
                    .map(IndexTerms.Term::term)
                    .findFirst()
                    .orElse("");
        }

        private boolean holds(Side other) {
            return candidate.text().contains(other.answer);
        }

        /** "2007" and "May 2007" do not differ. */
        private static boolean overlap(TimeReference one, TimeReference other) {
            return one.name().endsWith(other.name()) || other.name().endsWith(one.name());
        }
    }

    /**
     * The sentences whose answers differ from the best one's, of other articles, best first, with the best one itself; empty where all agree.
     * Each must itself hold the question's names and most of its words, and figures must count the same thing: what one cannot compare does not clash.
     */
    static List<Candidate> differing(AnswerType wanted, List<Candidate> ranked) {
        if (wanted != AnswerType.NUMBER && wanted != AnswerType.DATE || ranked.isEmpty()) return List.of();
        List<Side> sides = new ArrayList<>();
        for (Candidate candidate : ranked) {
            if (sides.size() == MOST
                    || candidate.looked().see(SentenceFeature.NAMES) < 1
                    || candidate.looked().see(SentenceFeature.WORDS)
                            < (wanted == AnswerType.DATE ? HELD_FOR_DATES : HELD)) continue;
            Optional<Side> side = side(wanted, candidate);
            if (side.isPresent()
                    && (sides.isEmpty()
                            || sides.stream()
                                    .allMatch(other -> other.differs(side.get())
                                            && !other.candidate().sameArticle(candidate)))) sides.add(side.get());
        }
        return sides.size() < 2
                ? List.of()
                : sides.stream().map(Side::candidate).toList();
    }

    private static Optional<Side> side(AnswerType wanted, Candidate candidate) {
        return candidate
                .answer()
                .map(answer -> wanted == AnswerType.DATE
                        ? new Side(
                                candidate,
                                answer,
                                TimeReference.all(
                                                "in " + answer,
                                                candidate.imprint().publishedOn())
                                        .stream()
                                        .findFirst(),
                                OptionalDouble.empty())
                        : new Side(candidate, answer, Optional.empty(), figure(answer)))
                .filter(side -> side.day().isPresent() || side.figure().isPresent());
    }

    /** The number a text gives, with its scale: "about 0.4 million" is 400,000. */
    static OptionalDouble figure(String text) {
        Matcher matcher = FIGURE.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            if (matcher.group("digits") == null && matcher.group("word") == null) continue;
            double value = matcher.group("digits") != null
                    ? number(matcher.group("digits"))
                    : SPELLED.get(matcher.group("word"));
            return OptionalDouble.of(value * (matcher.group("scale") == null ? 1 : SCALES.get(matcher.group("scale"))));
        }
        return OptionalDouble.empty();
    }

    private static double number(String digits) {
        String plain =
                digits.replaceAll(",(?=\\d{3})", "").replaceAll("[,.]$", "").replaceAll("\\.(?=\\d{3}\\.)", "");
        try {
            return Double.parseDouble(plain.replace(",", "."));
        } catch (NumberFormatException several) { // 192.168.0.1
            return Double.NaN;
        }
    }

    /** Corrections before what they correct, the later before the earlier; else as they were. */
    static boolean isCorrection(Candidate candidate) {
        return CORRECTION.matcher(candidate.imprint().title()).find()
                || CORRECTION.matcher(candidate.hit().passage().heading()).find();
    }

    /** {@code the number, “700” (Ibid Wire, 15 October 2024, a correction) or “7,000” (Ibid Wire, 8 October 2024)}. */
    static String about(AnswerType wanted, List<Candidate> sides) {
        return (wanted == AnswerType.DATE ? "the date, " : "the number, ")
                + sides.stream()
                        .map(side -> "“" + side.answer().orElse("") + "” (" + Attribution.attribution(side.imprint())
                                + (isCorrection(side) ? ", a correction" : "") + ")")
                        .collect(Collectors.joining(" or "));
    }
}
