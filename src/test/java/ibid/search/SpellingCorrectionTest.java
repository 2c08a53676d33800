package ibid.search;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellingCorrectionTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        for (int i = 0; i < 4; i++) {
            collection.with(
                    "a" + i,
                    "Paper",
                    "2024-01-01",
                    "The Malaysian foreign minister met Kyle Johnson and Olaf Hanson in the Philippines. "
                            + "Parliament will decide on wailing. Number "
                            + i);
        }
        collection.with("once", "Paper", "2024-01-01", "A zookeper fed the goats.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private List<QueryTerm> terms(String query) throws IOException {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return LexicalSearch.terms(snapshot, query);
        }
    }

    private List<String> read(String query) throws IOException {
        return terms(query).stream().map(QueryTerm::term).toList();
    }

    @Test
    void aSlipIsReadAsTheWordMeant() throws IOException {
        assertThat(read("malasian foreign minster")).containsExactly("malaysia", "foreign", "minister");
        assertThat(read("Philipines parlimant")).containsExactly("philippines", "parliament");
        assertThat(read("the Phillipines")).containsExactly("philippines");
        assertThat(read("Malayssian")).containsExactly("malaysia");
        assertThat(read("paliament")).containsExactly("parliament");
    }

    @Test
    void aShortWordDiffersOnlyByADoubledLetter() throws IOException {
        assertThat(read("goats and Ollaf")).containsExactly("goat", "olaf");
        assertThat(terms("Olav")).extracting(QueryTerm::passages).containsOnly(0);
    }

    @Test
    void anApostropheMayBeLeftOut() throws IOException {
        assertThat(read("Johnsons Hansons goats")).containsExactly("johnson", "hanson", "goat");
        assertThat(terms("Johnstons").getFirst().passages()).isZero();
    }

    @Test
    void theTermKeepsWhatThePersonWroteAndKnowsThePassagesOfTheWordMeant() throws IOException {
        QueryTerm minister = terms("minster").getFirst();
        assertThat(minister.word()).isEqualTo("minster");
        assertThat(minister.passages()).isEqualTo(4);
    }

    @Test
    void aNameIsNotReadAsAnotherName() throws IOException {
        assertThat(terms("Kylie Johnston Hansen"))
                .extracting(QueryTerm::term)
                .containsExactly("kylie", "johnston", "hansen");
        assertThat(terms("Kylie Johnston Hansen"))
                .extracting(QueryTerm::passages)
                .containsOnly(0);
        assertThat(terms("kylie minogue")).extracting(QueryTerm::passages).containsOnly(0);
    }

    @Test
    void anotherWordIsNotASlip() throws IOException {
        assertThat(terms("whaling zeppelin pinister 2033"))
                .extracting(QueryTerm::passages)
                .containsOnly(0);
    }

    @Test
    void aWordStaysWhereItsLikelyReadingIsNotTheFrequentOne() throws IOException {
        for (int i = 0; i < 6; i++) {
            collection.with(
                    "b" + i,
                    "Paper",
                    "2024-01-01",
                    "The President spoke. " + (i < 3 ? "All were present." : "Few listened."));
        }
        collection.update();
        assertThat(read("Presient")).containsExactly("presient");
    }

    @Test
    void aWordReadOnceMayBeASlipItself() throws IOException {
        assertThat(terms("zookeeper")).extracting(QueryTerm::passages).containsExactly(0);
    }

    @Test
    void knownWordsStay() throws IOException {
        assertThat(read("goats minister")).containsExactly("goat", "minister");
    }

    @Test
    void theSearchFindsWhatWasMeant() {
        Ranking ranking = new HybridRetriever(collection.index(), collection.embedder())
                .retrieve(new Query("malasian minster"), 3);
        assertThat(ranking.hits().getFirst().text()).contains("Malaysian");
        assertThat(ranking.hits().getFirst().leg("bm25")).isPositive();
    }
}
