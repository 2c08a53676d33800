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
 * names it: whatever breaks off between the two leaves a revision that nothing names, which the next change rolls
 * back. Not shared.
 */
public final class IndexChange {

    private final IndexWriter writer;
    private final Catalogue catalogue;
    private final String format;
    private final Map<String, String> labelsBefore = new TreeMap<>();
    private CatalogueChanges changes = new CatalogueChanges();
    private long revision;

    /** @param base the revision that the newest commit names: what the change goes on from */
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

    /** Removes an article and its passages; nothing where the id is empty. */
    public void removeArticle(String id) throws IOException {
        if (!id.isEmpty()) {
            writer.deleteDocuments(new Term(IndexFields.ARTICLE_ID, id));
        }
    }

    /** What becomes of the catalogue with the next commit. */
    public CatalogueChanges catalogue() {
        return changes;
    }

    /** Keeps what was written so far, as no generation: after a kill an update goes on from there. */
    public void keep() throws IOException {
        commit(new CommitLabels("", "", format, false).toMap());
    }

    /** @param digest of what the collection now holds; empty where that is what it held before, and keeps its name */
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
