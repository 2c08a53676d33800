package ibid.library.shared;

import ibid.files.ScratchFolder;
import ibid.library.ArticleFiles;
import ibid.library.CorpusFile;
import ibid.library.EntryListing;
import ibid.library.FileState;
import ibid.library.Intake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The files of a collection that another process publishes. Their bytes are copied from the database to the disk when
 * they are asked for; nothing can be added or removed here. Threads may share it.
 */
public final class SharedOriginals implements ArticleFiles {

    private static final int MAX_KEPT = 20; // of 16 MB at most

    private final SharedCollection shared;
    private final ScratchFolder copies;
    private final Map<String, Path> kept = new LinkedHashMap<>();

    /** @param folder for the copies; what an earlier process left there is deleted */
    public SharedOriginals(SharedCollection shared, Path folder) {
        this.shared = shared;
        this.copies = new ScratchFolder(folder);
    }

    @Override
    public Optional<CorpusFile> file(String name) {
        int slash = name.lastIndexOf('/');
        return shared.original(name)
                .or(() -> slash < 0 ? Optional.empty() : shared.original(name.substring(0, slash)))
                .map(this::copied);
    }

    /** Below a folder of its own, at the place that its name says. */
    private synchronized CorpusFile copied(SharedOriginal original) {
        try {
            Path file = kept.remove(original.key());
            if (file == null || Files.notExists(file)) {
                file = copies.path().resolve(original.key()).resolve(original.name());
                Files.createDirectories(file.getParent());
                Files.write(file, original.content());
            }
            kept.put(original.key(), file); // as the one asked for last
            if (kept.size() > MAX_KEPT) {
                Files.deleteIfExists(kept.remove(kept.keySet().iterator().next()));
            }
            return new CorpusFile(file, original.name(), original.content().length, original.modified());
        } catch (IOException full) {
            throw new UncheckedIOException("cannot copy a file from the database (" + full + ")", full);
        }
    }

    @Override
    public List<CorpusFile> listed(SortedMap<String, FileState> known) {
        List<CorpusFile> files = new ArrayList<>();
        for (FileState state : known.values()) {
            if (EntryListing.fileOf(state.name(), known).equals(state.name())) {
                files.add(new CorpusFile(Path.of(state.name()), state.name(), state.size(), state.modified()));
            }
        }
        return files;
    }

    @Override
    public Optional<Intake> intake() {
        return Optional.empty();
    }
}
