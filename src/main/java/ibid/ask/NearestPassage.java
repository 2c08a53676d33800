package ibid.ask;

import ibid.answer.Citation;
import ibid.index.PassageId;
import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.Ranking;
import java.util.List;
import java.util.stream.IntStream;

/** A passage similar to a question; its most similar sentence is the excerpt. */
public record NearestPassage(PassageId passage, SourceArticle article, String excerpt, Span place, double score) {

    static NearestPassage of(Hit hit) {
        return of(hit, hit.passage().sentences().get(nearest(hit.cosines())));
    }

    static NearestPassage of(Citation words) {
        return of(words.hit(), words.quote());
    }

    private static NearestPassage of(Hit hit, Span place) {
        String excerpt = hit.article().text().slice(place);
        return new NearestPassage(hit.passage().id(), SourceArticle.of(hit), excerpt, place, hit.score());
    }

    /** The excerpt of the most similar passage. */
    private static int nearest(List<Float> cosines) {
        return IntStream.range(0, cosines.size())
                .reduce((a, b) -> cosines.get(b) > cosines.get(a) ? b : a)
                .orElse(0);
    }

    /** Every passage of a ranking, best first. */
    static List<NearestPassage> of(Ranking ranking) {
        return of(ranking, ranking.hits().size());
    }

    /** At most this many, best first. */
    static List<NearestPassage> of(Ranking ranking, int max) {
        return ranking.hits().stream().limit(max).map(NearestPassage::of).toList();
    }
}
