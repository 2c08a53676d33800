package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.answer.Draft;
import ibid.article.Correction;
import ibid.article.Imprint;
import ibid.ask.SourceArticle;

/**
 * An article as footnotes and lists name it.
 *
 * @param copyOf    id of the article it is a copy of
 * @param correctedBy null if it was not corrected
 */
public record ArticleBody(
        String id,
        String title,
        @JsonUnwrapped Publication publication,
        @NullIfEmpty String copyOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) CorrectedBy correctedBy) {

    /**
     * Who published it when, where and in which language.
     *
     * @param published ISO date
     * @param language  code of ISO 639; empty in answers of earlier versions
     */
    public record Publication(
            @NullIfEmpty String publisher,
            @NullIfEmpty String author,
            @NullIfEmpty String published,
            @NullIfEmpty String url,
            @NullIfEmpty String language) {

        static Publication of(Imprint imprint) {
            return new Publication(
                    imprint.publisher(), imprint.author(), imprint.published(), imprint.url(), imprint.language());
        }
    }

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

    /**
     * A value that an answer replaces, because a correction took it back.
     *
     * @param withdrawn the words of the value
     */
    public record CorrectedValue(String withdrawn, CorrectedBy by) {

        static CorrectedValue of(Draft.Corrected corrected) {
            return new CorrectedValue(corrected.withdrawn(), CorrectedBy.of(corrected.correction()));
        }
    }

    public static ArticleBody of(SourceArticle article) {
        Imprint imprint = article.imprint();
        boolean original = article.origin().equals(article.id());
        return new ArticleBody(
                article.id().value(),
                imprint.title(),
                Publication.of(imprint),
                original ? "" : article.origin().value(),
                article.correction().map(CorrectedBy::of).orElse(null));
    }

    public String publisher() {
        return publication.publisher();
    }

    public String author() {
        return publication.author();
    }

    /** ISO date, or empty. */
    public String published() {
        return publication.published();
    }

    public String url() {
        return publication.url();
    }

    /** Id of the article it is a copy of, or its own. */
    public String origin() {
        return copyOf.isEmpty() ? id : copyOf;
    }
}
