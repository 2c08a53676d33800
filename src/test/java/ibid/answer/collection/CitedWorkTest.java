package ibid.answer.collection;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.Draft;
import ibid.answer.extract.Rankings;
import ibid.index.Collection;
import ibid.search.HybridRetriever;
import ibid.search.SearchFilters;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an article's own notes tell of the works that they cite. */
class CitedWorkTest {

    @TempDir
    private Path folder;

    private Collection collection;
    private CollectionWriter writer;

    @BeforeEach
    void open() {
        collection = new Collection(folder).with("pier.md", """
                ---
                title: "The pier and its builders"
                published: 2025-05-05
                ---

                The old pier was sold for a crown.[^1] Its builders wept.[^2]

                Divers found a bell in the mud below it. Nobody knows whose it was.[^3]

                The mayor wants a new pier. Her plan has no money yet.

                [^1]: Ida Holm, "A crown for a pier", Fjord Observer, accessed 7 May 2025.
                [^2]: Fjord Observer, report on the builders, 2 May 2025.
                [^3]: Per Lund, "A bell below the pier", Diving Monthly, 3 May 2025.
                """);
        collection.update();
        HybridRetriever retriever = new HybridRetriever(collection.index(), collection.embedder());
        writer = new CollectionWriter(collection.index(), retriever, Rankings.writer());
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Optional<String> brief(String question) {
        return writer.draft(question, SearchFilters.NONE, LocalDate.parse("2025-11-29"))
                .map(found -> (Draft.Written) found.draft())
                .flatMap(Draft.Written::shortAnswer)
                .map(Draft.Short::text);
    }

    @Test
    void tellsWhatANoteSaysOfTheWorkThatItCites() {
        assertThat(brief("Who wrote the Fjord Observer story about the pier?")).contains("Ida Holm");
        assertThat(brief("What is the headline of the Fjord Observer article?")).contains("A crown for a pier");
        assertThat(brief("When was the Fjord Observer article accessed?")).contains("7 May 2025");
    }

    @Test
    void namesTheOutletThatIsGivenAsTheSource() {
        assertThat(brief("Which outlet is given as the source for the sale of the pier?"))
                .contains("Fjord Observer");
    }

    @Test
    void aNoteAtTheEndOfAParagraphIsOnWhatComesBeforeItToo() {
        assertThat(brief("Which outlet is given as the source for the bell that divers found?"))
                .contains("Diving Monthly");
        assertThat(brief("Which outlet is given as the source for the mayor's new pier?"))
                .isEmpty();
    }

    @Test
    void tellsWhenAnArticleCameOut() {
        assertThat(brief("When did the piece about the pier and its builders come out?"))
                .contains("5 May 2025");
    }

    @Test
    void whoWroteAWorkThatNoNoteCitesIsNoQuestionAboutTheCollection() {
        assertThat(brief("Who wrote the Evening Star story about the pier?")).isEmpty();
        assertThat(brief("Who wrote the treaty?")).isEmpty();
    }
}
