package ibid.index;

import ibid.index.cluster.ClusterAddress;
import ibid.index.cluster.PassageCluster;
import ibid.index.update.Indexer;
import ibid.index.update.UpdateSummary;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import ibid.library.VectorStore;
import ibid.model.HashedEmbedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A small collection on disk with a real index and a fake embedder, for tests. */
public final class Collection implements AutoCloseable {

    private static final String MODEL = "hashed";
    private static final Duration PATIENCE = Duration.ofSeconds(30); // with a machine that does other things too

    private final Path articles;
    private final CorpusFolder folder;
    private final HashedEmbedder embedder = new HashedEmbedder();
    private final PassageIndex index;
    private final Catalogue catalogue;
    private final Indexer update;

    /** A collection whose files are older than a clock tick, so that each is read once. */
    public Collection(Path folder) {
        this(folder, Duration.ofHours(1));
    }

    /** @param ahead age of its files for the update */
    public Collection(Path folder, Duration ahead) {
        this(folder, ahead, new CorpusReader());
    }

    public Collection(Path folder, Duration ahead, CorpusReader reader) {
        this(folder, ahead, reader, Optional.empty());
    }

    /** With its vectors in a cluster. */
    public static Collection inCluster(Path folder, ClusterAddress address) {
        return inCluster(folder, address, PATIENCE);
    }

    /** @param searchTime how long a node may take */
    public static Collection inCluster(Path folder, ClusterAddress address, Duration searchTime) {
        PassageCluster cluster = IndexFields.cluster(address, MODEL, HashedEmbedder.DIMENSION, searchTime);
        return new Collection(folder, Duration.ofHours(1), new CorpusReader(), Optional.of(cluster));
    }

    private Collection(Path folder, Duration ahead, CorpusReader reader, Optional<PassageCluster> cluster) {
        articles = folder.resolve("articles");
        try {
            Files.createDirectories(articles);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
        index = new PassageIndex(folder.resolve("index"), catalogue, cluster);
        VectorStore vectors = new VectorStore(catalogue, MODEL, HashedEmbedder.DIMENSION, embedder::embed);
        this.folder = new CorpusFolder(articles, reader);
        update = new Indexer(
                this.folder, index, vectors, Duration.ofSeconds(15), Clock.offset(Clock.systemUTC(), ahead));
    }

    /** Two articles, {@code quad.md} and {@code aukus.md}, not indexed yet. */
    public static Collection ofQuadAndAukus(Path folder) {
        return new Collection(folder)
                .with("quad", "Desk", "2024-11-04", "The Quad met in Manila. It has four members.")
                .with("aukus", "Desk", "2025-07-31", "AUKUS was announced in 2021.");
    }

    /** Writes an article file; its modification time always increases. */
    public Collection with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of a file that is no text. */
    public Collection with(String name, byte[] bytes) {
        try {
            Path file = articles.resolve(name);
            Files.createDirectories(file.getParent());
            long before = Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
            Files.write(file, bytes);
            if (Files.getLastModifiedTime(file).toMillis() <= before) {
                Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(before + 10));
            }
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An article in Markdown with front matter. */
    public Collection with(String name, String publisher, String published, String text) {
        return with(
                name + ".md",
                "---\ntitle: \"About " + name + "\"\npublisher: \"" + publisher + "\"\npublished: " + published
                        + "\n---\n\n" + text + "\n");
    }

    public Collection without(String name) {
        try {
            Files.delete(articles.resolve(name));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public UpdateSummary update() {
        return update.run(false, (done, total, what) -> {});
    }

    public UpdateSummary rebuild() {
        return update.run(true, (done, total, what) -> {});
    }

    public Path articles() {
        return articles;
    }

    public CorpusFolder folder() {
        return folder;
    }

    public PassageIndex index() {
        return index;
    }

    public Indexer indexUpdate() {
        return update;
    }

    public HashedEmbedder embedder() {
        return embedder;
    }

    @Override
    public void close() {
        index.close();
        index.cluster().ifPresent(PassageCluster::close);
        catalogue.close();
    }
}
