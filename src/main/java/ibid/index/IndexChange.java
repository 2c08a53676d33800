package ibid.index;

import ibid.IbidException;
import ibid.library.Catalogue;
import ibid.library.CatalogueChanges;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/**
 * One change to the index and its catalogue. The catalogue's revision is written first, then the index's commit that
 * names it. A failure between the two leaves a revision that no commit names, and the next change rolls it back. Not
 * thread-safe.
 */
public final class IndexChange {

    private final IndexWriter writer;
    private final Catalogue catalogue;
    private final String format;
    private final Map<String, String> labelsBefore = new TreeMap<>();
    private CatalogueChanges changes = new CatalogueChanges();
    private long revision;

    /** @param base the revision that the newest commit names, on which the change builds */
    IndexChange(IndexWriter writer, Catalogue catalogue, String format, long base) {
        this.writer = writer;
        this.catalogue = catalogue;
        this.format = format;
        this.revision = base;
        writer.getLiveCommitData().forEach(label -> labelsBefore.put(label.getKey(), label.getValue()));
    }

    /** @throws IbidException BUSY if another process wrote since that revision was read */
    public void requireBase(long expected) {
        if (revision != expected) {
            throw new IbidException(
                    IbidException.Code.BUSY, "another Ibid wrote this index just now; the next look takes in the rest");
        }
    }

    /** Removes everything. */
    public void clear() throws IOException {
        writer.deleteAll();
        changes.clear();
    }

    /** @throws IllegalArgumentException if a term is longer than Lucene takes; nothing is added then */
    public void add(List<Document> documents) throws IOException {
        if (!documents.isEmpty()) {
            writer.addDocuments(documents);
        }
    }

    /** Removes an article and its passages; does nothing if the id is empty. */
    public void removeArticle(String id) throws IOException {
        if (!id.isEmpty()) {
            writer.deleteDocuments(new Term(IndexFields.ARTICLE_ID, id));
        }
    }

    /** The changes of the catalogue in the next commit. */
    public CatalogueChanges catalogue() {
        return changes;
    }

    /** Commits what was written so far without a new generation. After a kill an update continues from there. */
    public void keep() throws IOException {
        commit(new CommitLabels("", "", format, false).toMap());
    }

    /**
     * @param digest of the collection's content; empty if the content did not change, so that the generation keeps its
     *     id
     */
    void commit(String digest, boolean moreFollows) throws IOException {
        commit(
                digest.isEmpty()
                        ? labelsBefore
                        : CommitLabels.now(digest, format, moreFollows).toMap());
    }

    private void commit(Map<String, String> labels) throws IOException {
        revision++;
        catalogue.revise(revision, changes);
        changes = new CatalogueChanges();
        writer.setLiveCommitData(CommitLabels.withRevision(labels, catalogue.identity(), revision)
                .entrySet());
        writer.commit();
    }
}
