package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.index.Collection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StanceDraftTest {

    private static final String NEWS = "Leila Strand rejected the Oster dam. Ole Brandt backs the Oster dam.";

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder)
                .with(
                        "for.md",
                        essay("Build it: the case for the Oster dam", "The Oster dam is essential for the lower town."))
                .with("against.md", essay("The case against the Oster dam", "The Oster dam is a waste of money."))
                .with("news", "Wire", "2025-03-04", NEWS);
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private static String essay(String title, String text) {
        return "---\ntitle: \"" + title + "\"\npublisher: Review\npublished: 2025-02-01\n---\n\n" + text + "\n";
    }

    private Draft.Extracted draft(String question) {
        return Rankings.writer().draft(Rankings.of(collection, question));
    }

    private List<String> labels(String question) {
        Draft.Written draft = (Draft.Written) draft(question);
        return draft.sentences().stream()
                .map(sentence -> sentence.details().label())
                .toList();
    }

    @Test
    void onlyThoseOfTheSideAskedForAnswerAndAreNamed() {
        assertThat(labels("Who is against the Oster dam?"))
                .containsExactlyInAnyOrder("against: Leila Strand", "against: Review");
        assertThat(labels("Who supports the Oster dam?")).containsExactlyInAnyOrder("for: Ole Brandt", "for: Review");
    }

    @Test
    void theEssayForIsNeverAnArgumentAgainst() {
        Draft.Written draft = (Draft.Written) draft("What are the arguments against the Oster dam?");
        assertThat(draft.sentences())
                .extracting(DraftSentence::text)
                .anyMatch(text -> text.contains("waste of money"))
                .noneMatch(text -> text.contains("essential"));
    }

    @Test
    void theHolderIsTheSpeakerAndTheShortAnswer() {
        Draft.Written draft = (Draft.Written) draft("Who is against the Oster dam?");
        assertThat(draft.sentences())
                .extracting(sentence -> sentence.details().speaker())
                .contains("Leila Strand");
        assertThat(draft.shortAnswer().orElseThrow().text()).contains("Leila Strand");
    }

    @Test
    void whereNobodyTakesTheSideNothingIsAnswered() {
        collection.with("bridge", "Wire", "2025-03-05", "Leila Strand rejected the Tollen bridge.");
        collection.update();
        assertThat(draft("Who supports the Tollen bridge?")).isInstanceOf(Draft.Nothing.class);
    }

    @Test
    void whatSomebodyElseSaysIsNoStatementOfThePersonAskedFor() {
        collection
                .with("one", "Wire", "2025-03-05", "Dora Vance said that the Polar levy would rise in May.")
                .with("two", "Desk", "2025-03-05", "Hana Liu said that Dora Vance's Polar levy would rise.");
        collection.update();
        Draft.Written draft = (Draft.Written) draft("What did Dora Vance say about the Polar levy?");
        assertThat(draft.sentences()).singleElement().satisfies(sentence -> {
            assertThat(sentence.text()).contains("May");
            assertThat(sentence.details().speaker()).isEqualTo("Dora Vance");
        });
    }
}
