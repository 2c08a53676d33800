package ibid.cli.articles;

import ibid.index.PassageIndex;
import ibid.index.update.CollectionFollower;
import ibid.index.update.IndexUpdate;
import ibid.index.update.IndexWatcher;
import ibid.index.update.Indexer;
import ibid.index.update.WriteRight;
import ibid.library.ArticleFiles;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.library.shared.SharedCollection;
import ibid.library.shared.SharedOriginals;
import java.time.Duration;
import java.util.Optional;

/**
 * The articles of a process, and what keeps its index up to date with them.
 *
 * @param shared what is published of them
 */
public record WatchedArticles(ArticleFiles files, IndexWatcher watcher, Optional<SharedCollection> shared)
        implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Not watched yet. */
    public static WatchedArticles open(ArticlePlace place, PassageIndex index, VectorStore vectors, WriteRight right) {
        Optional<SharedCollection> shared = place.shared(index.cluster());
        if (place.isElsewhere()) {
            SharedCollection there = shared.orElseThrow();
            SharedOriginals originals = new SharedOriginals(there, place.data().resolve("originals"));
            return of(originals, new CollectionFollower(there, index), shared);
        }
        CorpusFolder folder = new CorpusFolder(place.corpus());
        Indexer update = new Indexer(folder, index, vectors).sharing(right);
        shared.ifPresent(update::publishing);
        return of(folder, update, shared);
    }

    private static WatchedArticles of(ArticleFiles files, IndexUpdate update, Optional<SharedCollection> shared) {
        return new WatchedArticles(files, new IndexWatcher(update, PAUSE), shared);
    }

    @Override
    public void close() {
        watcher.close();
        shared.ifPresent(SharedCollection::close);
    }
}
