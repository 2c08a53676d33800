package ibid.index;

import ibid.IbidException;
import ibid.index.cluster.ClusterWriter;
import ibid.index.cluster.PassageCluster;
import ibid.library.Catalogue;
import ibid.library.CatalogueChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Optional<PassageCluster> cluster;
    private final Optional<ClusterWriter> inCluster;
    private final Map<String, String> labelsBefore = new TreeMap<>();
    private CatalogueChanges changes = new CatalogueChanges();
    private long revision;
    private Runnable guard = () -> {};
    private Runnable announcement = () -> {};
    private Optional<CommitLabels> named = Optional.empty();

    /** What writes a change. Its writes become visible when it returns, and are discarded if it throws. */
    public interface Writing {

        /**
         * Returns a digest of the collection's new content; empty if the content did not change, so that the generation
         * keeps its id.
         */
        String write(IndexChange change) throws IOException;
    }

    /**
     * @param base    the revision that the newest commit names, on which the change builds
     * @param cluster that has the vectors
     */
    IndexChange(IndexWriter writer, Catalogue catalogue, String format, long base, Optional<PassageCluster> cluster) {
        this.writer = writer;
        this.catalogue = catalogue;
        this.format = format;
        this.revision = base;
        this.cluster = cluster;
        this.inCluster = cluster.filter(one -> !one.isFollowed()).map(PassageCluster::writer);
        writer.getLiveCommitData().forEach(label -> labelsBefore.put(label.getKey(), label.getValue()));
    }

    /** @param guard asked again and again; throws if this process may not write any more */
    public void guard(Runnable guard) {
        this.guard = guard;
    }

    /** @param announcement made when the change is visible, before what it replaced is removed from a cluster */
    public void announce(Runnable announcement) {
        this.announcement = announcement;
    }

    /** Gives the generation the name that it has where it was made. */
    public void name(String generation, String updated) {
        named = Optional.of(new CommitLabels(generation, updated, format, false));
    }

    /** Asks the guard, for a change that takes long. Each commit and each removal does so itself. */
    public void requireRight() {
        guard.run();
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
        if (documents.isEmpty()) {
            return;
        }
        if (cluster.isEmpty()) {
            writer.addDocuments(documents);
            return;
        }
        List<Document> here = new ArrayList<>();
        for (Document document : documents) {
            Optional<String> key = IndexFields.clusterKey(document);
            here.add(
                    key.map(known -> IndexFields.besideCluster(document, known)).orElse(document));
        }
        writer.addDocuments(here);
        for (Document document : documents) {
            IndexFields.clusterKey(document).ifPresent(key -> send(key, document));
        }
    }

    private void send(String key, Document passage) {
        if (passage.getField(IndexFields.VECTOR) == null) {
            inCluster.ifPresent(passages -> passages.keep(key));
        } else {
            cluster.orElseThrow().add(inCluster.orElseThrow(), key, passage);
        }
    }

    /** Removes an article and its passages; does nothing if the id is empty. */
    public void removeArticle(String id) throws IOException {
        if (!id.isEmpty()) {
            writer.deleteDocuments(new Term(IndexFields.ARTICLE_ID, id));
            inCluster.ifPresent(passages -> passages.removeArticle(id));
        }
    }

    /** The changes of the catalogue in the next commit. */
    public CatalogueChanges catalogue() {
        return changes;
    }

    /** Commits what was written so far without a new generation. After a kill an update continues from there. */
    public void keep() throws IOException {
        guard.run();
        inCluster.ifPresent(ClusterWriter::flush);
        commit(new CommitLabels("", "", format, false).toMap());
    }

    /**
     * @param digest of the collection's content; empty if the content did not change, so that the generation keeps its
     *     id
     */
    void commit(String digest, boolean moreFollows) throws IOException {
        guard.run();
        inCluster.ifPresent(passages -> cluster.orElseThrow().publish(passages));
        CommitLabels labels = named.orElseGet(() -> CommitLabels.now(digest, format, moreFollows));
        commit(digest.isEmpty() ? labelsBefore : labels.toMap());
    }

    /** Once the generation is the current one: announces it, and removes what nobody finds any more. */
    void end() {
        announcement.run();
        guard.run();
        inCluster.ifPresent(ClusterWriter::removeOld);
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
