package ibid.api;

import ibid.ask.NearestPassage;
import java.util.List;

/**
 * A passage near a question, which is no evidence.
 *
 * @param excerpt its sentence nearest in meaning
 * @param start   of the excerpt in the article's text, in code points
 */
public record NearestBody(String passageId, ArticleBody article, String excerpt, int start, int end, double score) {

    static NearestBody of(NearestPassage passage) {
        return new NearestBody(
                passage.passage().toString(),
                ArticleBody.of(passage.article()),
                passage.excerpt(),
                passage.place().start(),
                passage.place().end(),
                Thousandths.of(passage.score()));
    }

    static List<NearestBody> of(List<NearestPassage> passages) {
        return passages.stream().map(NearestBody::of).toList();
    }
}
