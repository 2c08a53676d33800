package ibid.index;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.cluster.ClusterGeneration;
import ibid.library.Catalogue;
import ibid.library.CatalogueSnapshot;
import ibid.library.FileFingerprint;
import ibid.library.FileState;
import ibid.library.NearDuplicates;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOSupplier;

/**
 * One generation of the index; it does not change while it is open. Get it from {@link PassageIndex#snapshot} and close
 * it. Threads may share it.
 */
public final class IndexSnapshot implements AutoCloseable {

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final CommitLabels labels;
    private final Catalogue catalogue;
    private final CatalogueSnapshot files;
    private final IndexIntegrity integrity;
    private final ArticleCache articles = new ArticleCache();
    private volatile List<String> articleIds;
    private volatile List<String> publishers;
    private volatile CorrectionLedger corrections;
    private volatile List<String> authors;

    IndexSnapshot(DirectoryReader reader, Catalogue catalogue, CatalogueSnapshot files, IndexIntegrity integrity)
            throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.labels = CommitLabels.of(reader.getIndexCommit().getUserData());
        this.catalogue = catalogue;
        this.files = files;
        this.integrity = integrity;
    }

    /** The Lucene searcher, for the retriever. Other callers use the methods for passages and articles. */
    public IndexSearcher searcher() {
        return searcher;
    }

    /** Id of this state of the collection; empty before the first update. */
    public String generation() {
        return labels.generation();
    }

    /** Time when this generation was made, RFC 3339, or empty. */
    public String updated() {
        return labels.updated();
    }

    /** Whether it is only part of an update, or an update that was to be continued. */
    public boolean isUnfinished() {
        return !labels.isWhole() || labels.moreFollows();
    }

    public String format() {
        return labels.format();
    }

    /** The catalogue's revision that belongs to it. */
    public long revision() {
        return files.revision();
    }

    public int articleCount() {
        return count("article");
    }

    public int passageCount() {
        return count("passage");
    }

    public Optional<Article> article(ArticleId id) {
        return reading(() -> {
            List<Integer> documents = find("article", IndexFields.ARTICLE_ID, id.value());
            return documents.isEmpty() ? Optional.empty() : Optional.of(articleAt(documents.getFirst()));
        });
    }

    /** Every article, in no particular order. */
    public List<Article> articles() {
        return reading(() -> all("article").stream().map(this::articleAt).toList());
    }

    /** The same, without their texts. */
    public List<ArticleSummary> summaries() {
        return reading(() -> all("article")).stream().map(this::summaryAt).toList();
    }

    /** Those of one publisher, "" for none. */
    List<ArticleSummary> summaries(String publisher) {
        List<Integer> documents = articlesWith(IndexFields.PUBLISHER, publisher);
        return documents.stream().map(this::summaryAt).toList();
    }

    private ArticleSummary summaryAt(int document) {
        return read(document, IndexFields.CARD, ArticleSummary.class);
    }

    /** Which article corrects which; made when it is first asked for. */
    public CorrectionLedger corrections() {
        if (corrections == null) {
            List<Article> correcting = articlesWith(IndexFields.CORRECTS, IndexFields.YES).stream()
                    .map(this::articleAt)
                    .toList();
            corrections = CorrectionLedger.of(this, correcting);
        }
        return corrections;
    }

    public Optional<Passage> passage(PassageId id) {
        return reading(() -> find("passage", IndexFields.PASSAGE_ID, id.toString()).stream()
                .findFirst()
                .map(this::passageAt));
    }

    /** The passage of a search result. */
    public Passage passageAt(int document) {
        return read(document, Passage.class);
    }

    /** The source of a search result's passage. */
    public PassageOrigin originAt(int document) {
        String stored = valueAt(document, IndexFields.OF_ARTICLE);
        ArticleId article = reading(() -> FieldValues.articleId(stored));
        String publisher = valueAt(document, IndexFields.OF_PUBLISHER);
        return new PassageOrigin(article, publisher, reading(() -> FieldValues.published(leaf(document), document)));
    }

    /** What a document has in a field of one value, or empty. */
    public String valueAt(int document, String field) {
        return reading(() -> FieldValues.at(leaf(document), document, field));
    }

    /** The ids of all articles. */
    public List<String> articleIds() {
        if (articleIds == null) {
            articleIds = reading(() -> FieldValues.of(searcher, IndexFields.ARTICLE_ID));
        }
        return articleIds;
    }

    /** Every publisher; "" for articles without one. */
    public List<String> publishers() {
        if (publishers == null) {
            publishers = reading(() -> FieldValues.of(searcher, IndexFields.PUBLISHER));
        }
        return publishers;
    }

    /** Every author; "" for articles without one. */
    public List<String> authors() {
        if (authors == null) {
            authors = reading(() -> FieldValues.of(searcher, IndexFields.AUTHOR));
        }
        return authors;
    }

    /** The vectors of the tokens of that document's passage; not where a cluster has them. */
    public BytesRef tokenVectors(int document) {
        return reading(() -> {
            BinaryDocValues vectors = leaf(document).reader().getBinaryDocValues(IndexFields.TOKEN_VECTORS);
            vectors.advanceExact(document - leaf(document).docBase);
            return vectors.binaryValue();
        });
    }

    /** The generation of a cluster that this one belongs to, and that has its vectors. */
    public Optional<ClusterGeneration> inCluster() {
        return ClusterGeneration.of(format());
    }

    /** The document of the passage that has that key in the cluster; empty if there it is of another generation. */
    public OptionalInt documentOf(String clusterKey) {
        return reading(() -> documents(searcher.search(IndexFields.withClusterKey(clusterKey), 1)).stream()
                .mapToInt(Integer::intValue)
                .findFirst());
    }

    private LeafReaderContext leaf(int document) {
        return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    }

    /** What is known of each file in the corpus folder and of each entry, by name. */
    public SortedMap<String, FileState> files() {
        return files.files();
    }

    /** The same; empty if the records have another format. */
    public SortedMap<String, FileState> files(String format) {
        return format().equals(format) ? files() : Collections.emptySortedMap();
    }

    /** The fingerprints of all files; only those of the newest revision are certain to be kept. */
    public List<FileFingerprint> fingerprints() {
        return catalogue.fingerprints(revision());
    }

    /** Which articles are copies of which. */
    public NearDuplicates nearDuplicates() {
        return files.nearDuplicates();
    }

    private Article articleAt(int document) {
        return articles.get(document, () -> read(document, Article.class));
    }

    private <T> T read(int document, Class<T> type) {
        return read(document, IndexFields.STORED, type);
    }

    private <T> T read(int document, String field, Class<T> type) {
        return reading(() -> IndexFields.read(stored(document, field), field, type));
    }

    private Document stored(int document, String field) {
        return reading(() -> searcher.storedFields().document(document, Set.of(field)));
    }

    private int count(String kind) {
        return reading(() -> searcher.count(new TermQuery(new Term(IndexFields.KIND, kind))));
    }

    private List<Integer> all(String kind) throws IOException {
        return documents(
                searcher.search(new TermQuery(new Term(IndexFields.KIND, kind)), Math.max(1, reader.maxDoc())));
    }

    private List<Integer> find(String kind, String field, String value) throws IOException {
        return documents(searcher.search(IndexFields.query(kind, field, value), 1));
    }

    private List<Integer> articlesWith(String field, String value) {
        return reading(() ->
                documents(searcher.search(IndexFields.query("article", field, value), Math.max(1, reader.maxDoc()))));
    }

    private static List<Integer> documents(TopDocs found) {
        return Arrays.stream(found.scoreDocs).map(hit -> hit.doc).toList();
    }

    private <T> T reading(IOSupplier<T> read) {
        return integrity.reading("cannot read the index", read);
    }

    /** What a read of the index gives; damage is found by it. */
    public <T> T reading(String what, IOSupplier<T> read) {
        return integrity.reading(what, read);
    }

    boolean isOf(IndexCommit commit) throws IOException {
        return reader.directory() == commit.getDirectory()
                && reader.getIndexCommit().getSegmentsFileName().equals(commit.getSegmentsFileName());
    }

    boolean tryOpen() {
        return reader.tryIncRef();
    }

    DirectoryReader reader() {
        return reader;
    }

    @Override
    public void close() {
        reading(() -> {
            reader.decRef();
            return null;
        });
    }
}
