package ibid.read;

import ibid.article.Article;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads files made by a test. */
public final class TestArticles {

    private TestArticles() {}

    /** The result of reading a single file. */
    public static ReadResult<Article> result(String name, byte[] content) {
        ArticleReader reader = new ArticleReader();
        return reader.parse(name, content).thenTry(file -> reader.typeset(file, Set.of()));
    }

    /** The article in a file, or a failure with the reason why there is none. */
    public static Article read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Article read(String name, byte[] content) {
        return switch (result(name, content)) {
            case ReadResult.Success<Article>(Article article) -> article;
            case ReadResult.Skipped<Article> skipped -> throw new AssertionError(name + ": " + skipped.reason());
        };
    }

    /** Why the file is no article. */
    public static String reason(String name, byte[] content) {
        return switch (result(name, content)) {
            case ReadResult.Success<Article> read -> throw new AssertionError(name + " was read");
            case ReadResult.Skipped<Article> skipped -> skipped.reason();
        };
    }
}
