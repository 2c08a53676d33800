package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import ibid.article.Article;
import ibid.article.HeldBack;
import ibid.language.injection.Suspicion;
import java.util.List;

/**
 * Words of an article that are neither searched, quoted nor given to a language model.
 *
 * @param where "text", or the item of the head or the note that held them: "title", "note 3"
 * @param start in code points of the text; absent where they are not in it
 */
public record HeldBackBody(
        Suspicion reason,
        String where,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer start,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer end) {

    static List<HeldBackBody> of(Article article) {
        return article.heldBack().stream().map(HeldBackBody::of).toList();
    }

    private static HeldBackBody of(HeldBack held) {
        boolean inText = held.span().length() > 0;
        return new HeldBackBody(
                held.reason(),
                held.where(),
                held.text(),
                inText ? held.span().start() : null,
                inText ? held.span().end() : null);
    }
}
