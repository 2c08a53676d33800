package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a question takes for granted and the articles deny is denied, and nothing else is answered. */
class DeniedPremiseTest {

    private static final String NEWS = """
            The league opened a library in Lima on 3 May 2023. No liaison office of the league has been opened in Lima.
            """;

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder).with("news", "Wire", "2025-03-04", NEWS);
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
    void theDenialAnswersAloneWhatTheQuestionPresupposes() {
        assertThat(answers("When was the liaison office of the league opened in Lima?"))
                .containsExactly("No liaison office of the league has been opened in Lima.");
    }

    @Test
    void aQuestionThatIsNotDeniedIsAnswered() {
        assertThat(answers("When was the library of the league opened in Lima?"))
                .first()
                .asString()
                .contains("The league opened a library in Lima on 3 May 2023.");
    }
}
