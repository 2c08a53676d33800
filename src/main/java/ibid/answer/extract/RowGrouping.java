package ibid.answer.extract;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.answer.SentenceDetails;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.selection.SentenceVariety;
import ibid.language.time.TimeRange;
import ibid.language.time.TimeReference;
import ibid.search.IndexTerms;
import ibid.search.comparison.ComparisonSides;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups relevant sentences in rows by day, by side or by publisher. */
final class RowGrouping {

    /** Of the best one's probability: below it most have nothing that is asked for (starter topics). */
    private static final double MIN_SHARE = 0.4;

    /** The same of a side of a comparison, which needs one good sentence rather than several. */
    private static final double MIN_SHARE_OF_SIDE = 0.5;

    private RowGrouping() {}

    /** A row: its label, and the sentence. */
    record Row(SentenceDetails details, ScoredCandidate candidate) {

        Row(String label, ScoredCandidate candidate) {
            this(SentenceDetails.NONE.withLabel(label), candidate);
        }

        String label() {
            return details.label();
        }

        private static Row of(TimeReference time, ScoredCandidate candidate) {
            return new Row(SentenceDetails.NONE.withLabel(time.name()).withDate(Optional.of(time.from())), candidate);
        }
    }

    /** The rows of an answer in the order of its shape; empty if no sentence is relevant. */
    static List<Row> group(QuestionAnalysis question, List<ScoredCandidate> ranked) {
        List<ScoredCandidate> shown =
                ranked.stream().filter(PronounResolution::standsAlone).toList();
        return switch (question.shape()) {
            case TIMELINE -> groupByTime(question, nearBest(shown, MIN_SHARE));
            case COMPARISON -> groupBySide(question, shown);
            case OVERVIEW, LIST, COLLECTION, PROSE -> groupByPublisher(question, shown);
        };
    }

    private static List<ScoredCandidate> nearBest(List<ScoredCandidate> ranked, double minShare) {
        double minScore = ranked.isEmpty() ? 0 : minShare * ranked.getFirst().score();
        return ranked.stream().filter(one -> one.score() >= minScore).toList();
    }

    private static List<Row> groupByTime(QuestionAnalysis question, List<ScoredCandidate> ranked) {
        Map<ScoredCandidate, TimeReference> times = times(TimeRange.of(question.text()), ranked);
        List<ScoredCandidate> dated = ranked.stream().filter(times::containsKey).toList();
        return SentenceVariety.select(dated, question.shape().maxSentences()).stream()
                .sorted(Comparator.comparing(candidate -> times.get(candidate).from()))
                .map(candidate -> Row.of(times.get(candidate), candidate))
                .toList();
    }

    /** The times of those sentences that mention a time within the bounds. */
    private static Map<ScoredCandidate, TimeReference> times(TimeRange bounds, List<ScoredCandidate> candidates) {
        Map<ScoredCandidate, TimeReference> times = new HashMap<>();
        for (ScoredCandidate candidate : candidates) {
            TimeReference.all(candidate.text(), candidate.imprint().publishedOn()).stream()
                    .filter(time -> bounds.overlaps(new TimeRange(time.from(), time.to())))
                    .findFirst()
                    .ifPresent(time -> times.put(candidate, time));
        }
        return times;
    }

    private static List<Row> groupBySide(QuestionAnalysis question, List<ScoredCandidate> ranked) {
        List<String> sides = ComparisonSides.in(question.text());
        if (sides.size() < 2) {
            return groupByPublisher(question, ranked);
        }
        int maxOfSide = question.shape().maxSentences() / sides.size();
        List<Row> rows = new ArrayList<>(rows(String.join(Draft.BETWEEN_SIDES, sides), ranked, sides, sides, 1));
        for (String side : sides) {
            rows.addAll(rows(side, ranked, List.of(side), sides, maxOfSide));
        }
        return rows;
    }

    /** Rows of the sentences that mention only these sides. */
    private static List<Row> rows(
            String label, List<ScoredCandidate> ranked, List<String> spokenOf, List<String> sides, int max) {
        List<ScoredCandidate> fitting = ranked.stream()
                .filter(candidate -> speaksOfOnly(candidate, spokenOf, sides))
                .toList();
        return SentenceVariety.select(nearBest(fitting, MIN_SHARE_OF_SIDE), max).stream()
                .map(candidate -> new Row(label, candidate))
                .toList();
    }

    private static boolean speaksOfOnly(ScoredCandidate candidate, List<String> spokenOf, List<String> sides) {
        return sides.stream().allMatch(side -> speaksOf(candidate, side) == spokenOf.contains(side));
    }

    private static boolean speaksOf(ScoredCandidate candidate, String side) {
        List<String> terms = IndexTerms.of(side);
        if (terms.isEmpty()) {
            return false;
        }
        return candidate.candidate().terms().stream()
                .anyMatch(term -> term.term().equals(terms.getLast()));
    }

    private static List<Row> groupByPublisher(QuestionAnalysis question, List<ScoredCandidate> ranked) {
        int max = question.shape().maxSentences();
        return SentenceVariety.select(nearBest(ranked, MIN_SHARE), max).stream()
                .sorted(Comparator.comparing(candidate -> candidate.imprint().published()))
                .map(candidate -> new Row(Attribution.source(candidate.imprint()), candidate))
                .toList();
    }

    /** A sentence about the side of a comparison that has no row yet, or empty. */
    static String describeUncovered(QuestionAnalysis question, List<Row> rows) {
        if (question.shape() != AnswerShape.COMPARISON) {
            return "";
        }
        List<String> uncovered = ComparisonSides.in(question.text()).stream()
                .filter(side -> rows.stream().noneMatch(row -> row.label().contains(side)))
                .toList();
        if (uncovered.size() != 1) {
            return "";
        }
        return "I found nothing I trust about " + uncovered.getFirst() + ".";
    }
}
