package ibid.answer.series;

import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.article.Article;
import ibid.language.Lexemes;
import ibid.language.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the whole series that a question asks for: all three conditions, each of the reasons. */
public final class AskedSeries {

    private static final int MIN_WORDS = 10; // "The second reason is trade." says little without the next sentence

    private AskedSeries() {}

    /**
     * The sentences of the series in the article of the best sentence, in order; empty where it counts none of what is
     * asked for, or where a member was not found.
     *
     * @param best       what answers best
     * @param candidates what was found
     */
    public static List<ScoredCandidate> of(String question, ScoredCandidate best, List<Candidate> candidates) {
        Article article = best.hit().article();
        Map<Span, Candidate> found = new HashMap<>();
        candidates.stream()
                .filter(one -> one.hit().article().id().equals(article.id()))
                .forEach(one -> found.putIfAbsent(one.span(), one));
        return OrdinalSeries.in(article).stream()
                .filter(series -> series.nouns().areAskedFor(question))
                .map(series -> sentences(article, series, found))
                .flatMap(Optional::stream)
                .findFirst()
                .map(all -> all.stream()
                        .map(one -> new ScoredCandidate(one, best.score()))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<List<Candidate>> sentences(
            Article article, OrdinalSeries series, Map<Span, Candidate> found) {
        List<Candidate> sentences = new ArrayList<>();
        for (int member : series.members()) {
            Candidate head = found.get(article.sentences().get(member));
            if (head == null) {
                return Optional.empty();
            }
            sentences.add(head);
            if (new Lexemes(head.text()).size() < MIN_WORDS) {
                next(article, series, member).map(found::get).ifPresent(sentences::add);
            }
        }
        return Optional.of(sentences);
    }

    /** The sentence that explains a short one; empty at the end or where the next member begins. */
    private static Optional<Span> next(Article article, OrdinalSeries series, int member) {
        int next = member + 1;
        boolean explains =
                next < article.sentences().size() && !series.members().contains(next);
        return explains ? Optional.of(article.sentences().get(next)) : Optional.empty();
    }
}
