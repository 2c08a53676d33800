package ibid.answer.parts;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.SentenceRole;
import ibid.answer.question.AskedNoun;
import ibid.language.Inflections;
import ibid.language.Span;
import ibid.language.WordList;
import ibid.language.quantity.Quantity;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.IndexTerms;
import ibid.search.comparison.PairComparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A value of one side of a comparison.
 *
 * @param amount   the number, or the day as a count of days
 * @param unit     of a number, or what is counted; a day has the unit "day"
 * @param words    as the sentence has them
 * @param start    of the words, in chars
 * @param isMarked whether they are the sentence's answer
 * @param distance from the best value the side can have: 0, more for later sentences and unmarked words
 */
record ComparedValue(
        DraftSentence sentence, double amount, String unit, String words, int start, boolean isMarked, int distance) {

    private static final Set<String> PERSONS = WordList.read(AskedNoun.class, "person-nouns.txt");
    private static final String QUOTE_AFTER_SOURCE = ": “"; // what is before it, a day too, is of the source

    private static final int UNMARKED = 1; // words that are not marked as the answer come after those that are
    private static final int OF_OTHER = 2; // a sentence that does not name the side, or names the other, may be of that

    /** A value for each side. */
    record Pair(List<ComparedValue> values) {

        /** The side that wins; empty where both have the same value. */
        Optional<Integer> winner(boolean wantsLess) {
            int order = Double.compare(values.get(0).amount, values.get(1).amount);
            if (order == 0) {
                return Optional.empty();
            }
            return Optional.of(order < 0 == wantsLess ? 0 : 1);
        }

        private int distance() {
            return values.get(0).distance + values.get(1).distance;
        }
    }

    /** The nearest values of the two sides that can be compared. */
    static Optional<Pair> pair(PairComparison comparison, Draft.Written first, Draft.Written second) {
        List<ComparedValue> left = in(first, comparison, 0);
        List<ComparedValue> right = in(second, comparison, 1);
        Optional<Pair> best = Optional.empty();
        for (ComparedValue one : left) {
            for (ComparedValue other : right) {
                Pair pair = new Pair(List.of(one, other));
                boolean isBetter =
                        best.isEmpty() || pair.distance() < best.get().distance();
                if (one.isComparableWith(other) && isBetter) {
                    best = Optional.of(pair);
                }
            }
        }
        return best;
    }

    private static List<ComparedValue> in(Draft.Written draft, PairComparison comparison, int side) {
        List<String> own = termsOfOnly(comparison, side);
        List<String> others = termsOfOnly(comparison, 1 - side);
        List<ComparedValue> values = new ArrayList<>();
        int rank = 0;
        for (DraftSentence sentence : draft.sentences()) {
            if (sentence.details().role() == SentenceRole.CONTEXT) {
                continue;
            }
            List<String> terms = IndexTerms.of(sentence.text());
            int distance = rank;
            distance += own.isEmpty() || terms.stream().anyMatch(own::contains) ? 0 : OF_OTHER;
            distance += terms.stream().anyMatch(others::contains) ? OF_OTHER : 0;
            boolean isTime = comparison.kind() == PairComparison.Kind.TIME;
            values.addAll(isTime ? days(sentence, distance) : quantities(sentence, distance));
            rank++;
        }
        return values;
    }

    /** The terms of a side's name that the other side's name lacks. */
    private static List<String> termsOfOnly(PairComparison comparison, int side) {
        List<String> terms = new ArrayList<>(IndexTerms.of(comparison.sides().get(side)));
        terms.removeAll(IndexTerms.of(comparison.sides().get(1 - side)));
        return terms;
    }

    private static List<ComparedValue> quantities(DraftSentence sentence, int distance) {
        List<ComparedValue> values = new ArrayList<>();
        for (Quantity quantity : Quantity.in(sentence.text())) {
            if (quantity.kind() == Quantity.Kind.CARDINAL || quantity.kind() == Quantity.Kind.FRACTION) {
                values.add(value(
                        sentence, quantity.value(), unit(quantity), quantity.words(), quantity.start(), distance));
            }
        }
        return values;
    }

    /** What is counted where there is no unit; people of any kind are one. */
    private static String unit(Quantity quantity) {
        if (!quantity.unit().isEmpty()) {
            return quantity.unit();
        }
        return PERSONS.contains(quantity.counted()) ? "person" : Inflections.stem(quantity.counted());
    }

    private static List<ComparedValue> days(DraftSentence sentence, int distance) {
        Optional<LocalDate> published =
                sentence.citations().getFirst().hit().article().imprint().publishedOn();
        List<ComparedValue> values = new ArrayList<>();
        for (Timex time : TemporalTagger.tag(sentence.text(), published)) {
            boolean isOfSource = time.start() < sentence.text().indexOf(QUOTE_AFTER_SOURCE);
            if (time.days().isPresent() && !isOfSource) {
                double day = time.days().get().from().toEpochDay();
                values.add(value(sentence, day, "day", time.words(), time.start(), distance));
            }
        }
        return values;
    }

    private static ComparedValue value(
            DraftSentence sentence, double amount, String unit, String words, int start, int distance) {
        boolean isMarked = isMarked(sentence, start, start + words.length());
        return new ComparedValue(
                sentence, amount, unit, words, start, isMarked, isMarked ? distance : distance + UNMARKED);
    }

    private static boolean isMarked(DraftSentence sentence, int start, int end) {
        Optional<Span> answer = sentence.details().answer();
        if (answer.isEmpty()) {
            return false;
        }
        String text = sentence.text();
        int from = text.offsetByCodePoints(0, answer.get().start());
        int to = text.offsetByCodePoints(0, answer.get().end());
        return start < to && from < end;
    }

    /** Of one unit, or numbers of which both are marked as the answer; not the same words twice. */
    private boolean isComparableWith(ComparedValue other) {
        boolean isSame = sentence.text().equals(other.sentence.text()) && start == other.start;
        boolean hasSameUnit = !unit.isEmpty() && unit.equals(other.unit);
        return !isSame && (hasSameUnit || isMarked && other.isMarked);
    }
}
