package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.api.ArticleBody;
import ibid.api.NullIfEmpty;
import ibid.ask.SourceArticle;
import java.util.List;

/** An article in the list of articles. */
public record ListedArticle(
        @JsonUnwrapped ArticleBody article, @NullIfEmpty String language, List<String> topics) {

    public ListedArticle {
        topics = List.copyOf(topics);
    }

    static ListedArticle of(SourceArticle article) {
        return new ListedArticle(
                ArticleBody.of(article),
                article.imprint().language(),
                article.imprint().topics());
    }
}
