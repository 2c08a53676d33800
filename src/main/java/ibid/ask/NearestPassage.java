package ibid.ask;

import ibid.answer.Citation;
import ibid.index.PassageId;
import ibid.language.Span;
import ibid.language.injection.ContactDetail;
import ibid.search.Hit;
import ibid.search.Ranking;
import java.util.List;
import java.util.Optional;

/** A passage similar to a question; its most similar sentence is the excerpt. */
public record NearestPassage(PassageId passage, SourceArticle article, String excerpt, Span place, double score) {

    /** Empty if each of its sentences leads away from the article without being asked for. */
    private static Optional<NearestPassage> of(Hit hit, String question) {
        List<Span> sentences = hit.passage().sentences();
        int best = -1;
        for (int at = 0; at < sentences.size(); at++) {
            boolean isNearer =
                    best < 0 || hit.similarities().get(at) > hit.similarities().get(best);
            String words = hit.article().text().slice(sentences.get(at));
            if (isNearer && !ContactDetail.isUnasked(words, question)) {
                best = at;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(of(hit, sentences.get(best)));
    }

    static NearestPassage of(Citation words) {
        return of(words.hit(), words.quote());
    }

    private static NearestPassage of(Hit hit, Span place) {
        String excerpt = hit.article().text().slice(place);
        return new NearestPassage(hit.passage().id(), SourceArticle.of(hit), excerpt, place, hit.score());
    }

    /** Every passage of a ranking, best first. */
    static List<NearestPassage> of(Ranking ranking) {
        return of(ranking, ranking.hits().size());
    }

    /** At most this many, best first. */
    static List<NearestPassage> of(Ranking ranking, int max) {
        String question = ranking.query().text();
        return ranking.hits().stream()
                .flatMap(hit -> of(hit, question).stream())
                .limit(max)
                .toList();
    }
}
