package ibid.index;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.update.UpdateSummary;
import ibid.library.FileFingerprint;
import ibid.library.FileState;
import ibid.library.RetryTime;
import ibid.read.manuscript.LineHashes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder of an earlier Ibid, with other record shapes and field types. */
class OlderFormatTest {

    private static final String OLDER_FORMAT = "5.1.1.1.hashed";

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void leaveAnOlderIndex() {
        try (Collection older = Collection.ofQuadAndAukus(folder)) {
            older.index().change(OLDER_FORMAT, false, change -> {
                change.add(List.of(document("quad"), document("gone")));
                for (String name : List.of("quad", "gone")) {
                    change.catalogue().put(state(name));
                    change.catalogue().put(fingerprint(name));
                }
                return "00000005";
            });
        }
        collection = new Collection(folder);
    }

    @AfterEach
    void close() {
        collection.close();
    }

    /** A body that is one term, and a vector of another length: Lucene refuses to mix them with current ones. */
    private static Document document(String name) {
        Document document = new Document();
        document.add(new StringField(IndexFields.KIND, "article", Field.Store.NO));
        document.add(new StringField(IndexFields.ARTICLE_ID, name, Field.Store.NO));
        document.add(new StringField(IndexFields.BODY, "Older words.", Field.Store.NO));
        document.add(new KnnFloatVectorField(IndexFields.VECTOR, new float[] {1, 0, 0}));
        document.add(new StoredField(IndexFields.STORED, "[5]".getBytes(StandardCharsets.UTF_8)));
        return document;
    }

    private static FileState state(String name) {
        return new FileState(name + ".md", 1, 1, "hash", name, "", "", RetryTime.NEVER);
    }

    private static FileFingerprint fingerprint(String name) {
        return new FileFingerprint(name + ".md", name, "desk", "", 100, LineHashes.NONE, "AAAA", LineHashes.NONE);
    }

    @Test
    void itsRecordsAnswerNothing() {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.generation()).isEmpty();
            assertThat(snapshot.articles()).isEmpty();
            assertThat(snapshot.files()).isEmpty();
        }
    }

    @Test
    void anUpdateReadsEveryFileAnewAndLeavesNothingOfIt() {
        UpdateSummary summary = collection.update();
        assertThat(summary.read()).isEqualTo(2);
        assertThat(summary.skipped()).isEmpty();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.articles())
                    .extracting(Article::id)
                    .containsExactlyInAnyOrder(new ArticleId("quad"), new ArticleId("aukus"));
            assertThat(snapshot.passageCount()).isEqualTo(2);
            assertThat(snapshot.files()).containsOnlyKeys("quad.md", "aukus.md");
            assertThat(snapshot.fingerprints())
                    .extracting(FileFingerprint::file)
                    .containsExactlyInAnyOrder("quad.md", "aukus.md");
        }
        assertThat(collection.update().read()).isZero();
    }
}
