package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.Draft;
import ibid.index.Collection;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YesNoAnswerTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection.with(
                "harbour",
                "Desk",
                "2025-03-03",
                "Norland sent no frigates to the exercise off Kerell. Sudland sent two frigates to the exercise. The"
                        + " minister did not formally raise the quota at the summit in Pelby. The minister may raise"
                        + " the tariff at the next summit. The harbour of Tervo was sold to a fund.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Optional<String> shortAnswer(String question) {
        return Rankings.writer().draft(Rankings.of(collection, question)) instanceof Draft.Written written
                ? written.shortAnswer().map(Draft.Short::text)
                : Optional.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "Did Norland send frigates to the exercise off Kerell?, No",
        "Did the minister raise the quota at the summit?, No",
        "Was the harbour of Tervo sold to a fund?, Yes"
    })
    void aPlainSentenceStatesOrDenies(String question, String answer) {
        assertThat(shortAnswer(question)).contains(answer);
    }

    @Test
    void aSentenceBesideItThatDeniesKeepsTheYesBack() {
        collection.with(
                "mill",
                "Desk",
                "2025-03-04",
                "Before the assembly the officials of Orvik spoke of discussing the old mill at the assembly. The old"
                        + " mill was not even discussed at the assembly of Orvik.");
        collection.update();
        assertThat(shortAnswer("Did the assembly of Orvik discuss the old mill?"))
                .isNotEqualTo(Optional.of("Yes"));
    }

    @Test
    void aHedgedSentenceSaysNeither() {
        assertThat(shortAnswer("Did the minister raise the tariff at the next summit?"))
                .isEmpty();
    }

    @Test
    void aNegatedQuestionIsNotAnsweredInOneWord() {
        assertThat(shortAnswer("Did the minister not raise the quota at the summit?"))
                .isEmpty();
    }
}
