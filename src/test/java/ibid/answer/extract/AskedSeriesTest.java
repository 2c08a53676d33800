package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series that an article counts, as an answer. */
class AskedSeriesTest {

    private static final String LOCK = """
            The Tarn lock was shut in autumn, and a number of conditions of the town were met. \
            First, the inspectors found the gates of the Tarn lock sound. \
            Second, the province paid for a keeper who lives beside the Tarn lock.

            The town council has refused to open the Tarn lock early, and it gave its reasons. \
            The first reason is money. \
            In 2024 a keeper cost the town council 40,000 crowns. \
            Nobody on the council wants to raise the harbour toll for that. \
            The second reason is silt, which fills the basin behind the Tarn lock after each storm. \
            The third reason is the swans that nest on the western gate.""";

    private static final String BRIDGE = """
            The first round of talks about the bridge was held in May. \
            The second round of talks about the bridge was held in June in the town hall.""";

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection.with("lock", "Canal Review", "2025-03-03", LOCK);
        collection.with("bridge", "Canal Review", "2025-03-04", BRIDGE);
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private List<String> answers(String question) {
        return Rankings.boldAnswers(collection, question);
    }

    @Test
    void eachReasonIsGivenAndAShortOneIsExplained() {
        assertThat(answers("What are the reasons of the town council not to open the Tarn lock?"))
                .containsExactly(
                        "The first reason is money.",
                        "In 2024 a keeper cost the town council 40,000 crowns.",
                        "The second reason is silt, which fills the basin behind the Tarn lock after each storm.",
                        "The third reason is the swans that nest on the western gate.");
    }

    @Test
    void anotherWordForThemIsUnderstood() {
        assertThat(answers("On which grounds did the town council refuse to open the Tarn lock?"))
                .contains("The second reason is silt, which fills the basin behind the Tarn lock after each storm.")
                .hasSize(4);
    }

    @Test
    void whatABareSeriesCountsIsSaidBeforeIt() {
        assertThat(answers("Under what conditions did the town open the Tarn lock?"))
                .containsExactly(
                        "First, the inspectors found the gates of the Tarn lock sound.",
                        "Second, the province paid for a keeper who lives beside the Tarn lock.");
    }

    @Test
    void aQuestionForOneOfThemIsNotAnsweredWithAll() {
        assertThat(answers("What is the second reason of the town council not to open the Tarn lock?"))
                .hasSizeLessThan(4)
                .doesNotContain("The first reason is money.");
    }

    @Test
    void anotherSeriesOfTheArticleIsNotGiven() {
        assertThat(answers("Which storms filled the basin behind the Tarn lock?"))
                .noneMatch(sentence -> sentence.startsWith("First,"))
                .doesNotContain("The first reason is money.");
    }
}
