package ibid.cli;

import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.model.HashedEmbedder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A program that indexes slowly and commits often, so that a kill interrupts it. */
final class SlowIndexer {

    private SlowIndexer() {}

    /** @param arguments the articles' folder, the folder for the index, microseconds an embedding takes */
    public static void main(String[] arguments) {
        HashedEmbedder embedder = new HashedEmbedder();
        Duration pause = Duration.ofNanos(1000 * Long.parseLong(arguments[2]));
        Path data = Path.of(arguments[1]);
        try (Catalogue catalogue = new Catalogue(data.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(data.resolve("index"), catalogue)) {
            VectorStore vectors = new VectorStore(catalogue, "hashed", HashedEmbedder.DIMENSION, (text, sentences) -> {
                LockSupport.parkNanos(pause.toNanos() * (1 + sentences.size()));
                return embedder.embedPassage(text, sentences);
            });
            System.out.println("begun");
            new Indexer(new CorpusFolder(Path.of(arguments[0])), index, vectors, Duration.ofMillis(50))
                    .run(false, (done, total, what) -> {});
        }
        System.exit(0);
    }
}
