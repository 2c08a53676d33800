package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.index.Collection;
import ibid.search.Ranking;
import ibid.search.parts.SubQuestions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real rankings of a small collection; every word of it is made up. */
class SideDrafterTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder)
                .with(
                        "tolls",
                        "Town Paper",
                        "2025-02-01",
                        "Norland said the bridge tolls were too high. Sudria's minister, Rui Falk, said the bridge"
                                + " tolls would stay. Anna Berg wrote that Ostland had to pay the bridge tolls too.")
                .with(
                        "trams",
                        "Harbour Gazette",
                        "2025-03-01",
                        "The bridge tolls pay for the trams. The trams run every ten minutes.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Draft.Extracted draft(String question) {
        SubQuestions questions = SubQuestions.of(question);
        List<Ranking> rankings = questions.questions().stream()
                .map(part -> Rankings.of(collection, part))
                .toList();
        return Rankings.writer().draft(questions, rankings);
    }

    private static List<String> labelled(Draft.Written draft, String label) {
        return draft.sentences().stream()
                .filter(sentence -> sentence.details().label().equals(label))
                .map(DraftSentence::text)
                .toList();
    }

    @Test
    void eachSideHasWhatItSaysItself() {
        Draft.Written draft = (Draft.Written) draft("What do Norland and Sudria say about the bridge tolls?");

        assertThat(draft.shape()).isEqualTo(AnswerShape.COMPARISON);
        assertThat(draft.sides()).containsExactly("Norland", "Sudria");
        assertThat(labelled(draft, "Norland")).containsExactly("Norland said the bridge tolls were too high.");
        assertThat(labelled(draft, "Sudria"))
                .containsExactly("Sudria's minister, Rui Falk, said the bridge tolls would stay.");
        assertThat(draft.missing()).isEmpty();
    }

    @Test
    void oneThatIsOnlySpokenOfSaysNothing() {
        Draft.Written draft = (Draft.Written) draft("What do Norland and Ostland say about the bridge tolls?");

        assertThat(draft.sides()).containsExactly("Norland", "Ostland");
        assertThat(labelled(draft, "Ostland")).isEmpty();
        assertThat(draft.missing()).isEqualTo("I found nothing that Ostland says about the bridge tolls.");
    }

    @Test
    void anOutletSaysWhatIsInItsOwnArticles() {
        Draft.Written draft =
                (Draft.Written) draft("What do the Harbour Gazette and Zanzibar say about the bridge tolls?");

        assertThat(labelled(draft, "Harbour Gazette")).contains("The bridge tolls pay for the trams.");
        assertThat(draft.sentences())
                .allMatch(sentence -> sentence.citations()
                        .getFirst()
                        .hit()
                        .article()
                        .imprint()
                        .publisher()
                        .equals("Harbour Gazette"));
        assertThat(draft.missing()).contains("Zanzibar");
    }

    @Test
    void whereNobodySaysAnythingTheWholeIsDeclined() {
        assertThat(draft("What do Zanzibar and Utopia say about the bridge tolls?"))
                .isInstanceOfSatisfying(
                        Draft.Nothing.class,
                        nothing -> assertThat(nothing.missing()).contains("Zanzibar", "Utopia"));
    }
}
