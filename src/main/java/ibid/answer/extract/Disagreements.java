package ibid.answer.extract;

import ibid.answer.CuePhrases;
import ibid.answer.question.AnswerType;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.language.quantity.Quantity;
import ibid.language.time.TimeReference;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds sentences that answer the same question with different figures or dates, and which of them is a correction. Two
 * answers differ only if they have the same type and neither sentence also contains the other's answer.
 */
final class Disagreements {

    private static final int MAX_SIDES = 3;

    // share of the question's terms that a side itself must contain; a sentence has many dates
    private static final double MIN_TERM_SHARE_FOR_NUMBERS = 0.6;
    private static final double MIN_TERM_SHARE_FOR_DATES = 0.8;

    private static final double MAX_RELATIVE_DIFFERENCE = 0.005; // between two figures that count as equal
    private static final CuePhrases CORRECTION_CUES = new CuePhrases(List.of(
            "^ correct/correction/corrected",
            "we got/had wrong",
            "we got/had * wrong",
            "we got/had * * wrong",
            "we got/had * * * wrong"));

    private Disagreements() {}

    /** One of several differing answers. */
    private sealed interface Side {

        ScoredCandidate candidate();

        String answer();

        boolean contradicts(Side other);

        /** Whether neither sentence also contains the other's answer. */
        default boolean isApartFrom(Side other) {
            return !candidate().text().contains(other.answer())
                    && !other.candidate().text().contains(answer());
        }
    }

    private record DateSide(ScoredCandidate candidate, String answer, TimeReference time) implements Side {

        static Optional<DateSide> of(ScoredCandidate candidate, String answer) {
            return TimeReference.all("in " + answer, candidate.imprint().publishedOn()).stream()
                    .findFirst()
                    .map(time -> new DateSide(candidate, answer, time));
        }

        @Override
        public boolean contradicts(Side other) {
            return other instanceof DateSide date && !overlaps(date) && isApartFrom(date);
        }

        /** "2007" and "May 2007" do not differ. */
        private boolean overlaps(DateSide other) {
            return time.name().endsWith(other.time.name()) || other.time.name().endsWith(time.name());
        }
    }

    /**
     * @param counted the term of what is counted, which is the first after the figure; empty if the figure ends the
     *     sentence
     */
    private record NumberSide(ScoredCandidate candidate, String answer, double value, String counted) implements Side {

        static Optional<NumberSide> of(ScoredCandidate candidate, String answer) {
            int end = candidate.text().indexOf(answer) + answer.length();
            return Quantity.in(answer).stream()
                    .findFirst()
                    .map(quantity -> new NumberSide(candidate, answer, quantity.value(), termFrom(end, candidate)));
        }

        private static String termFrom(int place, ScoredCandidate candidate) {
            for (IndexTerms.Term term : candidate.candidate().terms()) {
                if (term.start() >= place) {
                    return term.term();
                }
            }
            return "";
        }

        @Override
        public boolean contradicts(Side other) {
            if (!(other instanceof NumberSide number)) {
                return false;
            }
            double difference = Math.abs(value - number.value);
            boolean differs = difference > MAX_RELATIVE_DIFFERENCE * Math.max(value, number.value);
            return differs && countsTheSame(number) && isApartFrom(number);
        }

        private boolean countsTheSame(NumberSide other) {
            return counted.isEmpty() || other.counted.isEmpty() || counted.equals(other.counted);
        }
    }

    /**
     * The sentences whose answers differ from the best one's, from other articles, best first, with the best one
     * itself; empty if all agree. Each must contain the question's names and most of its words, and figures must count
     * the same thing, because other answers cannot be compared.
     */
    static List<ScoredCandidate> find(AnswerType type, List<ScoredCandidate> ranked) {
        if (type != AnswerType.NUMBER && type != AnswerType.DATE) {
            return List.of();
        }
        List<Side> sides = new ArrayList<>();
        for (ScoredCandidate candidate : ranked) {
            Optional<? extends Side> side = side(candidate, type);
            if (side.isPresent() && sides.size() < MAX_SIDES && contradictsAll(side.get(), sides)) {
                sides.add(side.get());
            }
        }
        return sides.size() < 2
                ? List.of()
                : sides.stream().map(Side::candidate).toList();
    }

    private static boolean holdsQuestion(ScoredCandidate candidate, AnswerType type) {
        double minTermShare = type == AnswerType.DATE ? MIN_TERM_SHARE_FOR_DATES : MIN_TERM_SHARE_FOR_NUMBERS;
        return candidate.candidate().feature(SentenceFeature.NAME_SHARE) == 1
                && candidate.candidate().feature(SentenceFeature.TERM_SHARE) >= minTermShare;
    }

    private static Optional<? extends Side> side(ScoredCandidate candidate, AnswerType type) {
        if (candidate.answer().isEmpty() || !holdsQuestion(candidate, type)) {
            return Optional.empty();
        }
        String answer = candidate.answer().get();
        return type == AnswerType.DATE ? DateSide.of(candidate, answer) : NumberSide.of(candidate, answer);
    }

    private static boolean contradictsAll(Side side, List<Side> others) {
        for (Side other : others) {
            if (side.candidate().isOfSameArticle(other.candidate()) || !other.contradicts(side)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the sentence is from an article or a passage that corrects another. */
    static boolean isCorrection(ScoredCandidate candidate) {
        return CORRECTION_CUES.isIn(candidate.imprint().title())
                || CORRECTION_CUES.isIn(candidate.hit().passage().heading());
    }

    /** {@code the number, “700” (Ibid Wire, 15 October 2024, a correction) or “7,000” (Ibid Wire, 8 October 2024)}. */
    static String describe(AnswerType type, List<ScoredCandidate> sides) {
        List<String> answers = new ArrayList<>();
        for (ScoredCandidate side : sides) {
            String source = Attribution.source(side.imprint()) + (isCorrection(side) ? ", a correction" : "");
            answers.add("“" + side.answer().orElse("") + "” (" + source + ")");
        }
        String subject = type == AnswerType.DATE ? "the date, " : "the number, ";
        return subject + String.join(" or ", answers);
    }
}
