package ibid.index;

import ibid.article.Article;
import ibid.article.CorrectionNotice;
import ibid.embedding.EmbeddedPassage;
import ibid.index.cluster.ClusterAddress;
import ibid.index.cluster.ClusterSchema;
import ibid.index.cluster.FieldType;
import ibid.index.cluster.PassageCluster;
import ibid.language.Span;
import ibid.library.ContentHash;
import ibid.library.VectorStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The index's fields, and how passages, articles and file states become documents. */
public final class IndexFields {

    /** "passage" or "article". */
    public static final String KIND = "kind";

    static final String PASSAGE_ID = "id";
    public static final String ARTICLE_ID = "article";
    public static final String PUBLISHER = "publisher";
    public static final String AUTHOR = "author";
    /** Each topic of the article; "" where it has none. */
    public static final String TOPIC = "topic";

    public static final String LANGUAGE = "language";
    /** Days since 1970; absent where the date is unknown. */
    public static final String PUBLISHED = "published";

    /** The words of an article's title, of its own document; {@link #TITLE} is of its passages. */
    public static final String ARTICLE_TITLE = "article_title";

    public static final String TITLE = "title";
    public static final String HEADING = "heading";
    public static final String BODY = "body";
    /** The passage's embedding, of length 1. */
    public static final String VECTOR = "vector";
    /** The fields of words, with weights that were tried: eval/journal.md, "What was tried". */
    public static final Map<String, Float> WORDS = Map.of(TITLE, 2f, HEADING, 1.5f, BODY, 1f);

    /** The vectors of the tokens of the passage's sentences: {@link EmbeddedPassage#sentenceBytes}. */
    static final String TOKEN_VECTORS = "token_vectors";
    /** Article, publisher, author and day of each document, as doc values. */
    public static final String OF_ARTICLE = "of_article";

    public static final String OF_PUBLISHER = "of_publisher";
    public static final String OF_AUTHOR = "of_author";
    public static final String OF_DAY = "of_day";
    static final String STORED = "stored";
    /** The summary of an article for lists. */
    static final String CARD = "card";
    /** Of an article that has a correction, its own or another's. */
    static final String CORRECTS = "corrects";

    static final String YES = "yes";

    /** Of a passage whose vectors are in a cluster: its key there. */
    private static final String CLUSTER_KEY = "cluster_key";

    private IndexFields() {}

    /**
     * Makes the documents of an article: one for the article and one for each passage.
     *
     * @param cluster whose passages are not embedded again; their documents have no vectors
     */
    public static List<Document> of(
            Article article, List<Passage> passages, VectorStore vectors, Optional<PassageCluster> cluster) {
        if (cluster.isEmpty()) {
            return of(article, passages, vectors);
        }
        List<Document> bare = withoutVectors(article, passages);
        List<String> keys = bare.stream()
                .map(IndexFields::clusterKey)
                .flatMap(Optional::stream)
                .toList();
        return cluster.get().holds(keys) ? bare : of(article, passages, vectors);
    }

    /** The same of an article whose passages a cluster has. */
    public static List<Document> withoutVectors(Article article, List<Passage> passages) {
        List<Document> bare = new ArrayList<>();
        bare.add(of(article));
        passages.forEach(passage -> bare.add(of(article, passage)));
        return bare;
    }

    private static List<Document> of(Article article, List<Passage> passages, VectorStore vectors) {
        List<VectorStore.PassageText> texts = new ArrayList<>();
        passages.forEach(passage -> texts.add(textToEmbed(article, passage)));
        Iterator<EmbeddedPassage> embedded = vectors.vectors(texts).iterator();
        List<Document> documents = new ArrayList<>();
        documents.add(of(article));
        passages.forEach(passage -> documents.add(withVectors(of(article, passage), embedded.next())));
        return documents;
    }

    /**
     * The passages in a cluster.
     *
     * @param model      id of the embedder
     * @param dimension  of its vectors
     * @param searchTime how long a node may take for a search
     */
    public static PassageCluster cluster(ClusterAddress address, String model, int dimension, Duration searchTime) {
        String rules = PassageIndex.FORMAT + model;
        return new PassageCluster(address, clusterSchema(dimension), ARTICLE_ID, rules, searchTime);
    }

    /** What a cluster is sent of a passage: what it is found by, and the vectors of its sentences. */
    private static ClusterSchema clusterSchema(int dimension) {
        Map<String, FieldType> fields = new HashMap<>();
        for (String keyword : List.of(KIND, ARTICLE_ID, PUBLISHER, TOPIC, LANGUAGE)) {
            fields.put(keyword, new FieldType.Keyword());
        }
        WORDS.forEach((name, weight) -> fields.put(name, new FieldType.Words(weight)));
        fields.put(PUBLISHED, new FieldType.Number());
        fields.put(VECTOR, new FieldType.Vector(dimension));
        fields.put(TOKEN_VECTORS, new FieldType.Bytes());
        return new ClusterSchema(fields, new TermAnalyzer());
    }

    /** The key of a passage in a cluster: its id with a hash of its content; empty for an article. */
    static Optional<String> clusterKey(Document document) {
        IndexableField id = document.getField(PASSAGE_ID);
        if (id == null) {
            return Optional.empty();
        }
        StringJoiner content = new StringJoiner("\0");
        for (IndexableField field : document) {
            if (field.numericValue() != null || field.stringValue() != null) {
                content.add(field.name() + " " + field.stringValue() + " " + field.numericValue());
            }
        }
        content.add(document.getBinaryValue(STORED).utf8ToString());
        return Optional.of(
                id.stringValue() + "@" + ContentHash.of(content.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** A passage's document beside a cluster, which has its vectors. */
    static Document besideCluster(Document passage, String key) {
        Document here = new Document();
        for (IndexableField field : passage) {
            if (!field.name().equals(VECTOR) && !field.name().equals(TOKEN_VECTORS)) {
                here.add(field);
            }
        }
        here.add(new StringField(CLUSTER_KEY, key, Field.Store.NO));
        return here;
    }

    /** Finds the passage that has that key in a cluster. */
    static Query withClusterKey(String key) {
        return new TermQuery(new Term(CLUSTER_KEY, key));
    }

    /** The passage below its title and heading. */
    private static VectorStore.PassageText textToEmbed(Article article, Passage passage) {
        String title = article.imprint().title();
        String setting = passage.heading().isEmpty() ? title : title + ": " + passage.heading();
        String above = setting + "\n";
        int shift = above.codePointCount(0, above.length()) - passage.span().start();
        List<Span> sentences = new ArrayList<>();
        for (Span sentence : passage.sentences()) {
            sentences.add(new Span(sentence.start() + shift, sentence.end() + shift));
        }
        return new VectorStore.PassageText(above + article.text().slice(passage.span()), sentences);
    }

    private static Document of(Article article, Passage passage) {
        Document document = document("passage", passage);
        document.add(new StringField(PASSAGE_ID, passage.id().toString(), Field.Store.NO));
        document.add(new StringField(ARTICLE_ID, article.id().value(), Field.Store.NO));
        addImprint(document, article);
        addOrigin(document, article);
        document.add(new TextField(TITLE, article.imprint().title(), Field.Store.NO));
        document.add(new TextField(HEADING, passage.heading(), Field.Store.NO));
        String body = article.text().slice(passage.span());
        document.add(new TextField(BODY, body, Field.Store.NO));
        return document;
    }

    private static Document withVectors(Document document, EmbeddedPassage embedded) {
        document.add(new KnnFloatVectorField(VECTOR, embedded.whole(), VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new BinaryDocValuesField(TOKEN_VECTORS, new BytesRef(embedded.sentenceBytes())));
        return document;
    }

    private static Document of(Article article) {
        Document document = document("article", article);
        document.add(new StringField(ARTICLE_ID, article.id().value(), Field.Store.NO));
        document.add(new StoredField(CARD, StoredJson.bytes(new ArticleSummary(article.id(), article.imprint()))));
        document.add(new TextField(ARTICLE_TITLE, article.imprint().title(), Field.Store.NO));
        addImprint(document, article);
        if (isCorrecting(article)) {
            document.add(new StringField(CORRECTS, YES, Field.Store.NO));
        }
        addOrigin(document, article);
        return document;
    }

    private static boolean isCorrecting(Article article) {
        return article.annotations().notices().stream()
                .anyMatch(notice -> notice.kind() == CorrectionNotice.Kind.CORRECTION);
    }

    private static void addImprint(Document document, Article article) {
        document.add(new StringField(PUBLISHER, article.imprint().publisher(), Field.Store.NO));
        document.add(new StringField(AUTHOR, article.imprint().author(), Field.Store.NO));
        document.add(new StringField(LANGUAGE, article.imprint().language(), Field.Store.NO));
        addTopics(document, article.imprint().topics());
        article.imprint().publishedOn().ifPresent(date -> document.add(new LongPoint(PUBLISHED, date.toEpochDay())));
    }

    private static void addTopics(Document document, List<String> topics) {
        for (String topic : topics.isEmpty() ? List.of("") : topics) {
            document.add(new StringField(TOPIC, topic, Field.Store.NO));
        }
    }

    /** Dates by document, for searches, which must not load an article to know its date. */
    private static void addOrigin(Document document, Article article) {
        document.add(
                new SortedDocValuesField(OF_ARTICLE, new BytesRef(article.id().value())));
        document.add(new SortedDocValuesField(
                OF_PUBLISHER, new BytesRef(article.imprint().publisher())));
        document.add(new SortedDocValuesField(
                OF_AUTHOR, new BytesRef(article.imprint().author())));
        article.imprint()
                .publishedOn()
                .ifPresent(date -> document.add(new NumericDocValuesField(OF_DAY, date.toEpochDay())));
    }

    private static Document document(String kind, Object stored) {
        Document document = new Document();
        document.add(new StringField(KIND, kind, Field.Store.NO));
        document.add(new StoredField(STORED, StoredJson.bytes(stored)));
        return document;
    }

    /** @throws CorruptIndexException if there is no such record, or none that can be read */
    static <T> T read(Document document, String field, Class<T> type) throws CorruptIndexException {
        BytesRef bytes = document.getBinaryValue(field);
        if (bytes == null) {
            throw new CorruptIndexException("a document has no record", field);
        }
        try {
            return StoredJson.MAPPER.readValue(bytes.bytes, bytes.offset, bytes.length, type);
        } catch (IOException broken) {
            throw new CorruptIndexException("a record cannot be read", field, broken);
        }
    }

    /** Finds documents of that kind with that value. */
    static BooleanQuery query(String kind, String field, String value) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(field, value)), BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(IndexFields.KIND, kind)), BooleanClause.Occur.FILTER)
                .build();
    }
}
