package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about what somebody said, thinks or did in return are answered by what he said or did. */
class SpokenAnswerTest {

    private static final String NEWS = """
            The Marsh Bridge toll rose in March. Ada Lind paid the Marsh Bridge toll on the first day of March.
            Ada Lind has called the toll a tax on nurses. Oslo protested and recalled two inspectors.
            """;

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder)
                .with("news", "Wire", "2025-03-04", NEWS)
                .with("board", "Wire", "2025-03-05", "The Treasury Board met in Rome.");
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
    void whatThePersonSaysComesBeforeWhatIsToldOfHer() {
        String words = "Ada Lind has called the toll a tax on nurses.";
        assertThat(answers("How did Ada Lind describe the Marsh Bridge toll of March?"))
                .first()
                .isEqualTo(words);
        assertThat(answers("How does Ada Lind explain the Marsh Bridge toll of March?"))
                .first()
                .isEqualTo(words);
        assertThat(answers("ada lind's view of the marsh bridge toll of march?"))
                .first()
                .isEqualTo(words);
    }

    @Test
    void whoseTheSpeakerIsNeedNotBeTold() {
        assertThat(answers("How did the Treasury Board's Ada Lind describe the Marsh Bridge toll of March?"))
                .first()
                .isEqualTo("Ada Lind has called the toll a tax on nurses.");
    }

    @Test
    void aCapitalIsTheMatterWhereItsCountryIsTold() {
        collection.with(
                "ferry",
                "Wire",
                "2025-03-06",
                "Ada Lind gave this as one reason: Norway is poorer than its neighbours.");
        collection.update();
        assertThat(answers("What did Ada Lind say about Oslo?")).anyMatch(text -> text.contains("Norway is poorer"));
    }

    @Test
    void aResponseMayBeAnActToldAfterItsMatter() {
        assertThat(answers("How did Norway respond to the Marsh Bridge toll?"))
                .first()
                .isEqualTo("Oslo protested and recalled two inspectors.");
    }
}
