package ibid.search;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.Collection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicateFilterTest {

    private static final String WIRE =
            "The ferry Aurelia was sold to Bergen for two million crowns, the harbour office said after the "
                    + "auction had closed. Nobody else had made an offer for the ship, "
                    + "which had lain idle behind the mole for three winters while the town looked in vain for "
                    + "a crew that would take her out again.";

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder)
                .with("wire", "Agency", "2024-03-01", WIRE)
                .with("alpha", "Town Paper", "2024-03-02", WIRE)
                .with(
                        "zulu",
                        "Evening Post",
                        "2024-03-03",
                        WIRE
                                + "\n\n## In the square\n\nIn the square outside, forty people sang and a band "
                                + "played until the rain came down hard.")
                .with(
                        "bridge",
                        "Town Paper",
                        "2025-06-01",
                        "The new bridge opened on Sunday. It carries trams and ferries no more.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private List<String> articles(String question, SearchFilters filters) {
        return new HybridRetriever(collection.index(), collection.embedder())
                .retrieve(new Query(question, filters), 10).hits().stream()
                        .map(hit -> hit.article().id().value())
                        .toList();
    }

    @Test
    void ofCopiedPassagesTheOriginsIsKept() {
        assertThat(articles("How much was the ferry Aurelia sold for?", SearchFilters.NONE))
                .containsOnlyOnce("wire")
                .doesNotContain("alpha");
    }

    @Test
    void aPassageThatOnlyACopyHasIsKept() {
        List<Hit> hits = new HybridRetriever(collection.index(), collection.embedder())
                .retrieve(new Query("forty people sang in the square"), 10)
                .hits();
        assertThat(hits.getFirst().article().id().value()).isEqualTo("zulu");
        assertThat(hits.getFirst().origin()).isEqualTo(new ArticleId("wire"));
    }

    @Test
    void aCopyAnswersWhereTheOriginIsFilteredOut() {
        assertThat(articles(
                        "How much was the ferry Aurelia sold for?",
                        new SearchFilters(
                                List.of("Town Paper"), List.of(), java.time.LocalDate.MIN, java.time.LocalDate.MAX)))
                .contains("alpha")
                .doesNotContain("wire");
    }
}
