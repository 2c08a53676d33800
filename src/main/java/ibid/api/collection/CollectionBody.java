package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.answer.collection.CollectionFacts;
import ibid.api.ArticleBody;
import ibid.api.Range;
import ibid.article.ArticleId;
import ibid.ask.SourceArticle;
import ibid.index.IndexSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is known of a collection as a whole.
 *
 * @param span  null where no article has a date
 * @param index the generation of the index
 */
public record CollectionBody(
        int articles,
        Span span,
        @JsonUnwrapped Named named,
        List<ArticleBody> newest,
        List<Disagreement> disagreements,
        List<Corrected> corrections,
        String index) {

    /** First and last day of publication. */
    public record Span(LocalDate from, LocalDate to) {}

    /** Who is named by how many articles, the most first; people and places by the newest articles only. */
    public record Named(
            List<ArticlesBody.Facet> outlets,
            List<ArticlesBody.Facet> authors,
            List<ArticlesBody.Facet> people,
            List<ArticlesBody.Facet> places) {

        static Named of(CollectionFacts facts) {
            return new Named(
                    facets(facts.publishers()),
                    facets(facts.authors()),
                    facets(facts.names().people()),
                    facets(facts.names().places()));
        }

        private static List<ArticlesBody.Facet> facets(Map<String, Integer> counts) {
            List<ArticlesBody.Facet> facets = new ArrayList<>();
            counts.forEach((value, articles) -> facets.add(new ArticlesBody.Facet(value, articles)));
            return facets;
        }
    }

    /**
     * An article that corrects something.
     *
     * @param note the sentence that says what
     * @param at   where that is in the article's text
     */
    public record Corrected(ArticleBody article, String note, Range at) {}

    /** Figures that contradict each other. */
    public record Disagreement(List<Value> values) {}

    /**
     * @param articles  ids of those that state it, the newest first
     * @param words     the sentence in which the first of them does
     * @param at        where that is in the article's text
     * @param withdrawn whether a correction takes it back
     */
    public record Value(String value, List<String> articles, String words, Range at, boolean withdrawn) {}

    public static CollectionBody of(CollectionFacts facts, IndexSnapshot snapshot) {
        return new CollectionBody(
                facts.articles(),
                facts.span().map(days -> new Span(days.from(), days.to())).orElse(null),
                Named.of(facts),
                facts.newest().stream()
                        .map(article -> ArticleBody.of(SourceArticle.of(article, snapshot)))
                        .toList(),
                facts.disagreements().stream().map(CollectionBody::disagreement).toList(),
                facts.corrections().stream()
                        .map(one -> corrected(one, snapshot))
                        .toList(),
                snapshot.generation());
    }

    private static Corrected corrected(CollectionFacts.Corrected found, IndexSnapshot snapshot) {
        return new Corrected(
                ArticleBody.of(SourceArticle.of(found.article(), snapshot)),
                found.article().text().slice(found.note()),
                Range.of(found.note()));
    }

    private static Disagreement disagreement(CollectionFacts.Disagreement found) {
        List<Value> values = new ArrayList<>();
        for (CollectionFacts.Value value : found.values()) {
            values.add(value(value));
        }
        return new Disagreement(values);
    }

    private static Value value(CollectionFacts.Value found) {
        return new Value(
                found.value(),
                found.articles().stream().map(ArticleId::value).toList(),
                found.words(),
                Range.of(found.sentence()),
                found.isWithdrawn());
    }
}
