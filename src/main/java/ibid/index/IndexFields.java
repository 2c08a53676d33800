package ibid.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import ibid.article.Article;
import ibid.article.CorrectionNotice;
import ibid.embedding.EmbeddedPassage;
import ibid.language.Span;
import ibid.library.VectorStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
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

    private IndexFields() {}

    /** Makes the documents of an article: one for the article and one for each passage. */
    public static List<Document> of(Article article, List<Passage> passages, VectorStore vectors) {
        List<VectorStore.PassageText> texts = new ArrayList<>();
        passages.forEach(passage -> texts.add(textToEmbed(article, passage)));
        Iterator<EmbeddedPassage> embedded = vectors.vectors(texts).iterator();
        List<Document> documents = new ArrayList<>();
        documents.add(of(article));
        passages.forEach(passage -> documents.add(of(article, passage, embedded.next())));
        return documents;
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

    private static Document of(Article article, Passage passage, EmbeddedPassage embedded) {
        Document document = document("passage", passage);
        document.add(new StringField(PASSAGE_ID, passage.id().toString(), Field.Store.NO));
        document.add(new StringField(ARTICLE_ID, article.id().value(), Field.Store.NO));
        addImprint(document, article);
        addOrigin(document, article);
        document.add(new TextField(TITLE, article.imprint().title(), Field.Store.NO));
        document.add(new TextField(HEADING, passage.heading(), Field.Store.NO));
        String body = article.text().slice(passage.span());
        document.add(new TextField(BODY, body, Field.Store.NO));
        document.add(new KnnFloatVectorField(VECTOR, embedded.whole(), VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new BinaryDocValuesField(TOKEN_VECTORS, new BytesRef(embedded.sentenceBytes())));
        return document;
    }

    private static Document of(Article article) {
        Document document = document("article", article);
        document.add(new StringField(ARTICLE_ID, article.id().value(), Field.Store.NO));
        document.add(new StoredField(CARD, json(new ArticleSummary(article.id(), article.imprint()))));
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
        document.add(new StoredField(STORED, json(stored)));
        return document;
    }

    private static byte[] json(Object stored) {
        try {
            return StoredJson.MAPPER.writeValueAsBytes(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
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
