package ibid.serve.collection;

import ibid.IbidException;
import ibid.index.IndexSnapshot;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
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

    private final CorpusFolder folder;
    private Listing last = new Listing(List.of(), "none yet", 0);

    FileInventory(CorpusFolder folder) {
        this.folder = folder;
    }

    List<ListedFile> files(IndexSnapshot snapshot) {
        return listing(snapshot.generation()).stream()
                .flatMap(file -> ListedFile.withEntries(file, snapshot.files()).stream())
                .toList();
    }

    private synchronized List<CorpusFile> listing(String generation) {
        long now = System.nanoTime();
        if (!last.isFresh(generation, now)) {
            last = new Listing(onDisk(), generation, now);
        }
        return last.files();
    }

    /** Lists the folder. A missing folder has no files; GET /index reports it as the watcher's problem. */
    private List<CorpusFile> onDisk() {
        try {
            return folder.list().files();
        } catch (IbidException gone) {
            return List.of();
        }
    }
}
