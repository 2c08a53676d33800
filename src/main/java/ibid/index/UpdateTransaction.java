package ibid.index;

import ibid.index.FileIngestion.Looked;
import ibid.index.FileIngestion.Outcome;
import ibid.library.CorpusFile;
import ibid.library.FileState;
import ibid.library.RecurringContent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/** One update being written: what was found in each file goes into the index. Not shared. */
final class UpdateTransaction {

    private final FileIngestion look;
    private final List<CorpusFile> toRead;
    private final Map<String, RecurringContent.Entry> prints;
    private final List<Looked> looked = new ArrayList<>();

    /** @param prints as they are stored, by file */
    UpdateTransaction(FileIngestion look, List<CorpusFile> toRead, Map<String, RecurringContent.Entry> prints) {
        this.look = look;
        this.toRead = toRead;
        this.prints = prints;
    }

    /** What is to be kept now and then. */
    interface Keeping {

        void keep() throws IOException;
    }

    /** Deletes first, so that an id that passes from one file to another is not deleted after it was added. */
    void write(IndexWriter writer, WorkerPool crew, ProgressListener progress, Duration keepEvery, Keeping keeping)
            throws IOException {
        for (FileState state : look.plan().gone()) remove(writer, state);
        for (CorpusFile file : toRead)
            if (!look.plan().owns(file) && look.known().containsKey(file.name()))
                remove(writer, look.known().get(file.name()));
        crew.each(toRead, new WorkerPool.Work<Looked>() {

            private long kept = System.nanoTime();

            @Override
            public Looked on(CorpusFile file) {
                return look.at(file);
            }

            @Override
            public Looked failed(CorpusFile file, Throwable why) {
                return look.skipped(
                        file,
                        "",
                        why instanceof OutOfMemoryError
                                ? "it takes more memory than Ibid has now"
                                : "a fault in Ibid, written to its log: " + why,
                        true);
            }

            @Override
            public void done(CorpusFile file, Looked result) throws IOException {
                finish(writer, file, result);
                progress.at(looked.size(), toRead.size(), file.name());
                if (System.nanoTime() - kept < keepEvery.toNanos()) return;
                keeping.keep();
                kept = System.nanoTime();
            }
        });
        Map<String, FileState> now = now();
        IndexFields.setCopies(
                writer,
                look.ledger()
                        .origins(name -> now.containsKey(name)
                                && !now.get(name).article().isEmpty()));
    }

    private void finish(IndexWriter writer, CorpusFile file, Looked found) throws IOException {
        FileState before = look.known().get(file.name());
        if (before != null
                && found.outcome() != Outcome.SAME_TEXT
                && look.plan().owns(file)) remove(writer, before); // else done in write
        Looked written = add(writer, file, found);
        writer.updateDocument(new Term(IndexFields.FILE_NAME, file.name()), IndexFields.of(written.state()));
        RecurringContent.Entry entry = look.ledger()
                .entry(file.name()); // even of a file that stays as it is: the print may be of what it was while it was
        // being written
        if (entry == null) writer.deleteDocuments(new Term(IndexFields.PRINT_OF, file.name()));
        else if (written.outcome() != Outcome.SAME_TEXT || !entry.equals(prints.get(file.name())))
            writer.updateDocument(new Term(IndexFields.PRINT_OF, file.name()), IndexFields.of(entry));
        looked.add(written.withoutDocuments());
    }

    private Looked add(IndexWriter writer, CorpusFile file, Looked found) throws IOException {
        try {
            if (!found.documents().isEmpty()) writer.addDocuments(found.documents());
            return found;
        } catch (IllegalArgumentException tooLong) { // a term without end; the index is whole nevertheless
            return look.skipped(
                    file, found.state().hash(), "it holds what no index takes: " + tooLong.getMessage(), false);
        }
    }

    static void remove(IndexWriter writer, FileState state) throws IOException {
        writer.deleteDocuments(new Term(IndexFields.FILE_NAME, state.name()));
        writer.deleteDocuments(new Term(IndexFields.PRINT_OF, state.name()));
        if (!state.article().isEmpty()) writer.deleteDocuments(new Term(IndexFields.ARTICLE_ID, state.article()));
    }

    private Map<String, FileState> now() {
        Map<String, FileState> now = new HashMap<>(look.known());
        look.plan().gone().forEach(state -> now.remove(state.name()));
        looked.forEach(file -> now.put(file.state().name(), file.state()));
        return now;
    }

    /** Whether the collection is what it was: files were only looked at again. */
    boolean changedNothing() {
        return look.plan().gone().isEmpty()
                && looked.stream().allMatch(file -> switch (file.outcome()) {
                    case SAME_TEXT -> true;
                    case ADDED, CHANGED -> false;
                    case SKIPPED ->
                        look.known().containsKey(file.state().name())
                                && look.known()
                                        .get(file.state().name())
                                        .skipped()
                                        .equals(file.state().skipped());
                });
    }

    /** Eight hex digits over what the collection now holds: equal collections, equal digits. */
    String digest() {
        Map<String, FileState> now = now();
        int digest = 7;
        for (CorpusFile file : look.plan().files()) {
            FileState state = now.get(file.name());
            digest = 31 * digest
                    + (file.name()
                                    + state.hash()
                                    + state.article()
                                    + look.ledger().furniture(file.name()))
                            .hashCode();
        }
        return String.format("%08x", digest);
    }

    int count(Outcome outcome) {
        return (int) looked.stream().filter(file -> file.outcome() == outcome).count();
    }
}
