package ibid.serve.collection;

import ibid.index.IndexSnapshot;
import ibid.library.ArticleFiles;
import ibid.library.CorpusFile;
import ibid.library.ListedFile;
import java.time.Duration;
import java.util.List;

/**
 * The files on disk with their state in a generation. A listing is cached for a moment, so that a polling page does not
 * list a large folder each time. Threads may share it.
 */
final class FileInventory {

    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private record Listing(List<CorpusFile> files, String generation, long nanos) {

        boolean isFresh(String wanted, long now) {
            return generation.equals(wanted) && now - nanos <= MAX_AGE.toNanos();
        }
    }

    private final ArticleFiles articles;
    private Listing last = new Listing(List.of(), "none yet", 0);

    FileInventory(ArticleFiles articles) {
        this.articles = articles;
    }

    List<ListedFile> files(IndexSnapshot snapshot) {
        return listing(snapshot).stream()
                .flatMap(file -> ListedFile.withEntries(file, snapshot.files()).stream())
                .toList();
    }

    private synchronized List<CorpusFile> listing(IndexSnapshot snapshot) {
        String generation = snapshot.generation();
        long now = System.nanoTime();
        if (!last.isFresh(generation, now)) {
            last = new Listing(articles.listed(snapshot.files()), generation, now);
        }
        return last.files();
    }
}
