package ibid.api;

import ibid.ask.NearestPassage;
import java.util.List;

/**
 * A passage similar to a question; it is not evidence.
 *
 * @param excerpt its sentence most similar to the question
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
