package ibid.answer.extract;

import ibid.answer.AnswerShape;
import ibid.language.time.TimeRange;
import ibid.language.time.TimeReference;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what is said about something in rows: by day, by side or by publisher, with few from any one article. */
final class RowGrouping {

    private static final double ENOUGH =
            0.42; // a sentence further from the question than this belongs to something else
    private static final double VARIETY = 0.5; // what a row loses by saying what another says
    private static final int MOST_OF_ARTICLE = 2;

    private static final Pattern SIDES = Pattern.compile(
            "(?i)\\b(?:how (?:do|does|did|would|can|are)|differences? between|compare|contrast|between|what (?:do|did|does)|where do|in what way do)\\s+(?<one>.+?)\\s+(?:and|with|to|from|versus|vs\\.?)\\s+"
                    + "(?<other>.+?)(?=\\s+(?:differ|compare|disagree|contrast|on|in|about|over|regarding|see|view|when|as to)\\b|\\s*\\?|$)");

    private RowGrouping() {}

    /** A row: what it stands under, and the sentence. */
    record Row(String label, Candidate candidate) {}

    /** The rows of a gathering answer, in its order; empty where nothing belongs. */
    static List<Row> of(QuestionAnalysis question, List<Candidate> ranked) {
        List<Candidate> near = ranked.stream()
                .filter(candidate -> candidate.score() >= ENOUGH && PronounResolution.standsAlone(candidate))
                .toList();
        return switch (question.shape()) {
            case TIMELINE -> byTime(question, near);
            case COMPARISON -> bySide(question, near);
            case OVERVIEW, LIST, PROSE ->
                byPublisher(varied(near, question.shape().sentences()));
        };
    }

    private static List<Row> byTime(QuestionAnalysis question, List<Candidate> near) {
        TimeRange bounds = TimeRange.of(question.text());
        Map<Candidate, TimeReference> moments = new HashMap<>();
        for (Candidate candidate : near)
            TimeReference.in(candidate.text(), candidate.imprint().publishedOn())
                    .filter(moment -> bounds.overlaps(new TimeRange(moment.from(), moment.to())))
                    .ifPresent(moment -> moments.put(candidate, moment));
        return varied(
                        near.stream().filter(moments::containsKey).toList(),
                        question.shape().sentences())
                .stream()
                .sorted(Comparator.comparing(candidate -> moments.get(candidate).from()))
                .map(candidate -> new Row(moments.get(candidate).name(), candidate))
                .toList();
    }

    private static List<Row> bySide(QuestionAnalysis question, List<Candidate> near) {
        Map<String, List<Candidate>> sides = new LinkedHashMap<>();
        List<String> named = sides(question.text());
        for (String side : named) {
            List<String> terms = IndexTerms.of(side);
            List<Candidate> of = near.stream()
                    .filter(candidate -> holds(candidate, terms)
                            && named.stream()
                                    .filter(other -> !other.equals(side))
                                    .noneMatch(other -> holds(candidate, IndexTerms.of(other))))
                    .toList();
            sides.put(side, varied(of, question.shape().sentences() / Math.max(1, named.size())));
        }
        List<Candidate> both = near.stream()
                .filter(candidate ->
                        named.size() > 1 && named.stream().allMatch(side -> holds(candidate, IndexTerms.of(side))))
                .toList();
        List<Row> rows = new ArrayList<>();
        varied(both, 1).forEach(candidate -> rows.add(new Row(String.join(" and ", named), candidate)));
        sides.forEach((side, of) -> of.forEach(candidate -> rows.add(new Row(side, candidate))));
        return named.size() < 2 ? byPublisher(varied(near, question.shape().sentences())) : rows;
    }

    private static boolean holds(Candidate candidate, List<String> terms) {
        return !terms.isEmpty()
                && candidate.looked().terms().stream()
                        .anyMatch(term -> term.term().equals(terms.getLast()));
    }

    /** The two sides a question sets against each other; fewer where it does not say. */
    static List<String> sides(String question) {
        Matcher sides = SIDES.matcher(question);
        if (!sides.find()) return List.of();
        return List.of(bare(sides.group("one")), bare(sides.group("other")));
    }

    private static String bare(String side) {
        return side.replaceAll("(?i)^(the|an?)\\s+(?=\\p{Ll})", "").strip();
    }

    /** A sentence on the side of a comparison that no row stands for, or empty. */
    static String uncovered(QuestionAnalysis question, List<Row> rows) {
        if (question.shape() != AnswerShape.COMPARISON) return "";
        List<String> open = sides(question.text()).stream()
                .filter(side -> rows.stream().noneMatch(row -> row.label().contains(side)))
                .toList();
        return open.isEmpty() || open.size() > 1
                ? ""
                : "The passages found do not say how it is with " + open.getFirst() + ".";
    }

    private static List<Row> byPublisher(List<Candidate> chosen) {
        return chosen.stream()
                .sorted(Comparator.comparing(candidate -> candidate.imprint().published()))
                .map(candidate -> new Row(label(candidate), candidate))
                .toList();
    }

    private static String label(Candidate candidate) {
        return Attribution.attribution(candidate.imprint());
    }

    /** Greedily the best that is unlike those chosen (maximal marginal relevance; Carbonell and Goldstein, SIGIR 1998). */
    private static List<Candidate> varied(List<Candidate> ranked, int most) {
        List<Candidate> chosen = new ArrayList<>(), left = new ArrayList<>(ranked);
        while (chosen.size() < most && !left.isEmpty()) {
            Candidate best = left.stream()
                    .max(Comparator.comparingDouble(candidate -> candidate.score()
                            - VARIETY
                                    * chosen.stream()
                                            .mapToDouble(candidate::likeness)
                                            .max()
                                            .orElse(0)))
                    .orElseThrow();
            left.remove(best);
            long ofArticle = chosen.stream().filter(best::sameArticle).count();
            if (ofArticle < MOST_OF_ARTICLE && SentenceSelection.adds(best, chosen)) chosen.add(best);
        }
        return chosen;
    }
}
