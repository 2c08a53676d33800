package ibid.serve;

import ibid.IbidException;
import ibid.index.IndexSnapshot;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.ListedFile;
import java.time.Duration;
import java.util.List;

/** The files on disk beside what a generation knows of them. A page that polls does not have a large folder listed each time. Threads may share it. */
final class FileInventory {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private record Listing(List<CorpusFile> files, String generation, long at) {}

    private final CorpusFolder folder;
    private Listing last;

    FileInventory(CorpusFolder folder) {
        this.folder = folder;
    }

    List<ListedFile> files(IndexSnapshot snapshot) {
        return listing(snapshot.generation()).stream()
                .map(file -> ListedFile.of(file, snapshot.files().get(file.name())))
                .toList();
    }

    private synchronized List<CorpusFile> listing(String generation) {
        long now = System.nanoTime();
        if (last == null || !last.generation().equals(generation) || now - last.at() > GOOD_FOR.toNanos())
            last = new Listing(onDisk(), generation, now);
        return last.files();
    }

    /** A folder that is gone has no files; GET /index tells of it as the watch's problem. */
    private List<CorpusFile> onDisk() {
        try {
            return folder.look().files();
        } catch (IbidException gone) {
            return List.of();
        }
    }
}
