package ibid.cli.articles;

import ibid.index.cluster.PassageCluster;
import ibid.library.shared.SharedCollection;
import ibid.storage.PostgresAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the articles of a process are.
 *
 * @param corpus   the folder
 * @param data     the data folder
 * @param database in which they are published, for processes without the folder; only beside a cluster
 */
public record ArticlePlace(Path corpus, Path data, Optional<PostgresAddress> database) {

    /** Whether the articles are those that another process publishes, because there is no folder here. */
    public boolean isElsewhere() {
        return database.isPresent() && !Files.isDirectory(corpus);
    }

    /** What is published; the caller closes it. */
    public Optional<SharedCollection> shared(Optional<PassageCluster> cluster) {
        return database.map(
                address -> new SharedCollection(address, cluster.orElseThrow().collection()));
    }
}
