package ibid.api;

import ibid.article.Imprint;
import ibid.ask.SourceArticle;

/**
 * An article as footnotes and lists name it.
 *
 * @param published ISO date
 * @param copyOf    id of the article it is a copy of
 */
public record ArticleBody(
        String id,
        String title,
        @NullIfEmpty String publisher,
        @NullIfEmpty String author,
        @NullIfEmpty String published,
        @NullIfEmpty String url,
        @NullIfEmpty String copyOf) {

    public static ArticleBody of(SourceArticle article) {
        Imprint imprint = article.imprint();
        boolean original = article.origin().equals(article.id());
        return new ArticleBody(
                article.id().value(),
                imprint.title(),
                imprint.publisher(),
                imprint.author(),
                imprint.published(),
                imprint.url(),
                original ? "" : article.origin().value());
    }

    /** Id of the article it is a copy of, or its own. */
    public String origin() {
        return copyOf.isEmpty() ? id : copyOf;
    }
}
