package ibid.index;

import ibid.article.Article;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The articles read last, as many as have some number of letters together. Threads may share it. */
final class ArticleCache {

    private static final long MOST_LETTERS = 10_000_000; // with blocks and notes some 60 MB

    private final Map<Integer, Article> articles = new LinkedHashMap<>(16, 0.75f, true);
    private long letters;

    /** The article of that document; read outside of any lock, at worst twice. */
    Article get(int document, Supplier<Article> reading) {
        synchronized (this) {
            Article known = articles.get(document);
            if (known != null) return known;
        }
        Article read = reading.get();
        keep(document, read);
        return read;
    }

    private synchronized void keep(int document, Article article) {
        if (size(article) > MOST_LETTERS || articles.putIfAbsent(document, article) != null) return;
        letters += size(article);
        for (Iterator<Article> oldest = articles.values().iterator(); letters > MOST_LETTERS; oldest.remove())
            letters -= size(oldest.next());
    }

    private static int size(Article article) {
        return article.text().value().length();
    }

    synchronized int count() {
        return articles.size();
    }
}
