package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import ibid.article.Correction;
import ibid.article.Imprint;
import ibid.ask.SourceArticle;

/**
 * An article as footnotes and lists name it.
 *
 * @param published ISO date
 * @param copyOf    id of the article it is a copy of
 * @param correctedBy null if it was not corrected
 */
public record ArticleBody(
        String id,
        String title,
        @NullIfEmpty String publisher,
        @NullIfEmpty String author,
        @NullIfEmpty String published,
        @NullIfEmpty String url,
        @NullIfEmpty String copyOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) CorrectedBy correctedBy) {

    /**
     * The newest correction of an article.
     *
     * @param article   id of the article that has the notice: another one, or the same
     * @param published ISO date of the notice
     * @param note      the notice's sentence that tells it best
     */
    public record CorrectedBy(String article, @NullIfEmpty String published, String note) {

        static CorrectedBy of(Correction correction) {
            return new CorrectedBy(correction.notice().value(), correction.published(), correction.note());
        }
    }

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
                original ? "" : article.origin().value(),
                article.correction().map(CorrectedBy::of).orElse(null));
    }

    /** Id of the article it is a copy of, or its own. */
    public String origin() {
        return copyOf.isEmpty() ? id : copyOf;
    }
}
