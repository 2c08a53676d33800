package ibid.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ibid.article.Article;
import java.util.function.Supplier;

/** A cache of articles, limited by the total length of their texts. Threads may share it. */
final class ArticleCache {

    private static final long MAX_CHARS = 10_000_000; // about 60 MB with blocks and notes

    private final Cache<Integer, Article> articles = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARS)
            .weigher((Integer document, Article article) -> weight(article))
            .executor(Runnable::run) // evicts at once, on the caller's thread
            .build();

    private static int weight(Article article) {
        return article.text().value().length();
    }

    /** The article of that document. It is read once even if several threads ask for it. */
    Article get(int document, Supplier<Article> reading) {
        return articles.get(document, absent -> reading.get());
    }
}
