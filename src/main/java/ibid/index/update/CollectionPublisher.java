package ibid.index.update;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.StoredJson;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.EntryListing;
import ibid.library.FileFingerprint;
import ibid.library.FileState;
import ibid.library.shared.SharedChange;
import ibid.library.shared.SharedCollection;
import ibid.library.shared.SharedFile;
import ibid.library.shared.SharedGeneration;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Publishes each generation that this process writes, for processes without the folder. Their passages are in a cluster
 * by then; texts and originals are stored first, then the generation is published in one step. One thread at a time.
 */
final class CollectionPublisher {

    /** A row is whole in memory, here and in the database. */
    static final int MAX_ORIGINAL_BYTES = 16 << 20;

    private static final int CHARS_AT_ONCE = 1_000_000; // of some fifty articles, or one that is long

    private final SharedCollection shared;
    private final CorpusFolder folder;
    private final PassageIndex index;
    private final WriterRole role;
    private String examined = "";
    private boolean swept;

    CollectionPublisher(SharedCollection shared, CorpusFolder folder, PassageIndex index, WriterRole role) {
        this.shared = shared;
        this.folder = folder;
        this.index = index;
        this.role = role;
    }

    /** Publishes the current generation, if it shows anything else than what is published and this process writes. */
    void publish() {
        try (IndexSnapshot snapshot = index.snapshot()) {
            SharedGeneration next = new SharedGeneration(snapshot.generation(), snapshot.updated(), snapshot.format());
            SharedGeneration before = shared.published().orElse(SharedGeneration.NONE);
            String both = before + " " + next;
            boolean isDue = snapshot.inCluster().isPresent() && !before.equals(next) && !both.equals(examined);
            if (isDue && role.isWriter()) {
                publish(snapshot, before, next);
                examined = both;
            }
        }
    }

    private void publish(IndexSnapshot snapshot, SharedGeneration before, SharedGeneration next) {
        SortedMap<String, SharedFile> known =
                before.equals(SharedGeneration.NONE) ? new TreeMap<>() : shared.files(before);
        SortedMap<String, SharedFile> files = files(snapshot);
        SharedChange change = SharedChange.of(before, known, next, files);
        if (!change.showsTheSame()) {
            storeTexts(snapshot, change, known);
            storeOriginals(change, known, files);
            role.right().require();
            shared.publish(SharedChange.of(before, known, next, files));
        }
        if (!swept) {
            shared.sweep();
            swept = true;
        }
    }

    /** A file without its bytes there replaces one of which they cannot be stored. */
    private void storeOriginals(SharedChange change, Map<String, SharedFile> known, Map<String, SharedFile> files) {
        for (SharedFile file : change.begun()) {
            boolean isStored = file.original().isEmpty()
                    || known.containsKey(file.name())
                            && known.get(file.name()).original().equals(file.original());
            if (!isStored && !isOriginalStored(file)) {
                files.put(file.name(), file.withoutOriginal());
            }
        }
    }

    private static SortedMap<String, SharedFile> files(IndexSnapshot snapshot) {
        Map<String, String> dropped = new HashMap<>();
        for (FileFingerprint one : snapshot.fingerprints()) {
            dropped.put(one.file(), one.dropped().packed());
        }
        Map<String, String> origins = snapshot.nearDuplicates().origins();
        SortedMap<String, SharedFile> files = new TreeMap<>();
        for (FileState state : snapshot.files().values()) {
            String left = dropped.getOrDefault(state.name(), "");
            String origin = origins.getOrDefault(state.article(), "");
            files.put(state.name(), SharedFile.of(state, origin, left, hasOriginal(state, snapshot)));
        }
        return files;
    }

    private static boolean hasOriginal(FileState state, IndexSnapshot snapshot) {
        boolean isOnDisk = EntryListing.fileOf(state.name(), snapshot.files()).equals(state.name());
        boolean hasArticles = !state.article().isEmpty() || state.holdsEntries();
        return isOnDisk && hasArticles && state.size() <= MAX_ORIGINAL_BYTES;
    }

    private void storeTexts(IndexSnapshot snapshot, SharedChange change, Map<String, SharedFile> known) {
        Map<String, String> texts = new HashMap<>();
        int chars = 0;
        for (SharedFile file : change.begun()) {
            SharedFile before = known.get(file.name());
            if (file.text().isEmpty() || before != null && before.text().equals(file.text())) {
                continue;
            }
            Optional<Article> article =
                    snapshot.article(new ArticleId(file.state().article()));
            String text = StoredJson.of(article.orElseThrow());
            texts.put(file.text(), text);
            chars += text.length();
            if (chars > CHARS_AT_ONCE) {
                store(texts);
                chars = 0;
            }
        }
        store(texts);
    }

    private void store(Map<String, String> texts) {
        role.right().require();
        shared.storeTexts(texts);
        texts.clear();
    }

    /** Not if the file was changed meanwhile: then the next generation has it. */
    private boolean isOriginalStored(SharedFile file) {
        Optional<byte[]> bytes = folder.file(file.name())
                .filter(now -> file.state().matches(now))
                .flatMap(CollectionPublisher::bytes);
        role.right().require();
        bytes.ifPresent(content -> shared.storeOriginal(file.original(), content));
        return bytes.isPresent();
    }

    private static Optional<byte[]> bytes(CorpusFile file) {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes(MAX_ORIGINAL_BYTES);
            return bytes.length == file.size() ? Optional.of(bytes) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
