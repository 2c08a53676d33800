package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.api.ArticleBody;
import ibid.ask.SourceArticle;
import java.util.List;

/** An article in the list of articles. */
public record ListedArticle(@JsonUnwrapped ArticleBody article, List<String> topics) {

    public ListedArticle {
        topics = List.copyOf(topics);
    }

    static ListedArticle of(SourceArticle article) {
        return new ListedArticle(ArticleBody.of(article), article.imprint().topics());
    }
}
