package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ibid.answer.Draft;
import ibid.index.Collection;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisagreementsTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Draft.Written draft(String question) {
        collection.update();
        return (Draft.Written) Rankings.writer().draft(Rankings.of(collection, question));
    }

    @Test
    void differentFiguresAreBothShownAndNamed() {
        collection
                .with("one", "Wire", "2024-10-08", "The harbour command employs staff numbering 7,000.")
                .with("two", "Desk", "2024-11-08", "The harbour command employs staff numbering 700.");
        Draft.Written draft = draft("How many staff does the harbour command employ?");
        assertThat(draft.sentences()).hasSize(2);
        assertThat(draft.clashes()).singleElement().satisfies(clash -> {
            assertThat(clash.about())
                    .startsWith("the number, ")
                    .contains("“700” (Desk, 8 November 2024)", " or ", "“7,000” (Wire, 8 October 2024)");
            assertThat(clash.citations())
                    .extracting(citation -> citation.hit().article().id().value())
                    .containsExactlyInAnyOrder("one", "two");
        });
    }

    @Test
    void aCorrectionComesBeforeWhatItCorrects() {
        collection
                .with("one", "Wire", "2024-10-08", "The harbour command employs staff numbering 7,000 people.")
                .with(
                        "two.md",
                        "---\ntitle: \"Correction: the harbour command\"\npublisher: Wire\npublished: "
                                + "2024-10-15\n---\n\nThe harbour command employs staff numbering 700.");
        Draft.Written draft = draft("How many staff does the harbour command employ?");
        assertThat(draft.sentences().getFirst().text()).contains("700.");
        assertThat(draft.replacements()).extracting(Draft.Replacement::value).containsExactly("7,000");
    }

    @Test
    void theSameFigureInOtherWordsIsNotADisagreement() {
        collection
                .with("one", "Wire", "2024-10-08", "The harbour command employs staff numbering seven thousand.")
                .with("two", "Desk", "2024-11-08", "The harbour command employs staff numbering 7,000.");
        assertThat(draft("How many staff does the harbour command employ?").clashes())
                .isEmpty();
    }

    @Test
    void eachSideTellsWhoGivesItsValue() {
        collection
                .with("one", "Wire", "2025-03-04", "The port authority said that 900 dockers joined the Marl strike.")
                .with("two", "Desk", "2025-03-04", "According to the union, 1,400 dockers joined the Marl strike.");
        assertThat(draft("How many dockers joined the Marl strike?").clashes())
                .singleElement()
                .satisfies(clash -> assertThat(clash.sides())
                        .extracting(Draft.Clash.Side::value, Draft.Clash.Side::speaker)
                        .containsExactlyInAnyOrder(tuple("900", "The port authority"), tuple("1,400", "the union")));
    }

    @Test
    void aValueBesideItsCorrectionIsNoDisagreement() {
        collection
                .with("one", "Wire", "2024-10-08", "The harbour command employs staff numbering 7,000 people.")
                .with(
                        "two.md",
                        "---\ntitle: \"Correction: the harbour command\"\npublisher: Wire\npublished: "
                                + "2024-10-15\n---\n\nThe harbour command employs staff numbering 700.");
        assertThat(draft("How many staff does the harbour command employ?").clashes())
                .isEmpty();
    }
}
