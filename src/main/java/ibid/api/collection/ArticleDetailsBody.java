package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.api.ArticleBody;
import ibid.api.NullIfEmpty;
import ibid.article.Article;
import ibid.article.ArticleMetadata;
import ibid.article.CorrectionNotice;
import ibid.article.Imprint;
import ibid.ask.SourceArticle;
import ibid.index.IndexSnapshot;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * All that is known of an article except its text.
 *
 * @param words   of its text
 * @param copies  ids of the articles that are copies of it
 * @param removed  lines that were left out as boilerplate, and words that were invisible
 * @param heldBack words that are not used
 */
public record ArticleDetailsBody(
        @JsonUnwrapped ListedArticle listed,
        @JsonUnwrapped Metadata metadata,
        int words,
        String file,
        List<Notice> notices,
        List<ArticleBody> copies,
        List<String> removed,
        List<HeldBackBody> heldBack) {

    /**
     * What the article says about its authorship and publication.
     *
     * @param modified  ISO date
     * @param knownFrom source of each item, by the item's name
     * @param dateBasis source of its date
     */
    public record Metadata(
            @NullIfEmpty String subtitle,
            @NullIfEmpty String modified,
            @NullIfEmpty String section,
            List<String> tags,
            Map<String, String> knownFrom,
            Imprint.DateBasis dateBasis) {

        static Metadata of(Article article) {
            ArticleMetadata metadata = article.annotations().metadata();
            return new Metadata(
                    metadata.subtitle(),
                    metadata.modified(),
                    metadata.section(),
                    metadata.tags(),
                    metadata.provenance(),
                    article.imprint().basis());
        }
    }

    /** A block that announces a correction or an update; its place is in code points of the article's text. */
    public record Notice(CorrectionNotice.Kind kind, String text, int start, int end) {

        static Notice of(CorrectionNotice notice, Text text) {
            return new Notice(
                    notice.kind(),
                    text.slice(notice.span()),
                    notice.span().start(),
                    notice.span().end());
        }
    }

    /** @param snapshot knows the article's copies */
    public static ArticleDetailsBody of(Article article, IndexSnapshot snapshot) {
        SourceArticle source = SourceArticle.of(article, snapshot);
        return new ArticleDetailsBody(
                ListedArticle.of(source),
                Metadata.of(article),
                new StringTokenizer(article.text().value()).countTokens(),
                article.file(),
                notices(article),
                copies(article, snapshot),
                article.removed(),
                HeldBackBody.of(article));
    }

    private static List<Notice> notices(Article article) {
        return article.annotations().notices().stream()
                .map(notice -> Notice.of(notice, article.text()))
                .toList();
    }

    private static List<ArticleBody> copies(Article article, IndexSnapshot snapshot) {
        List<ArticleBody> copies = new ArrayList<>();
        for (var id : snapshot.nearDuplicates().of(article.id())) {
            snapshot.article(id)
                    .map(copy -> SourceArticle.of(copy, snapshot))
                    .ifPresent(copy -> copies.add(ArticleBody.of(copy)));
        }
        return copies;
    }
}
