package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.ReaderId;
import ibid.api.ConversationBody;
import ibid.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ConversationListTest {

    @Parameter
    private TestDatabase engine;

    @TempDir
    private Path folder;

    private TurnLog log;

    @BeforeEach
    void open() {
        log = new TurnLog(engine.address(folder, "log.sqlite"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void ask(String... questions) {
        for (String question : questions) {
            int number = log.conversations().of(ReaderId.LOCAL, "", 0, 100).size() + 1;
            log.questions().ask(AskedQuestion.first("a" + number, "c" + number, Instant.EPOCH, question));
        }
    }

    private void change(String conversation, String title, Boolean pinned) {
        assertThat(log.conversations().change(conversation, new ConversationBody.Change(title, pinned)))
                .isTrue();
    }

    private List<String> found(String words) {
        return log.conversations().of(ReaderId.LOCAL, words, 0, 100).stream()
                .map(ConversationBody::title)
                .toList();
    }

    @Test
    void pinnedConversationsComeFirstAndAmongThemselvesTheNewest() {
        ask("one", "two", "three", "four");
        change("c1", null, true);
        change("c3", null, true);
        assertThat(found("")).containsExactly("three", "one", "four", "two");
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 3))
                .extracting(ConversationBody::pinned)
                .containsExactly(true, true, false);
        change("c3", null, false);
        assertThat(found("")).containsExactly("one", "four", "three", "two");
    }

    private AskedQuestion goOn(String conversation, String id) {
        AskedQuestion asked =
                new AskedQuestion(id, ReaderId.LOCAL, conversation, true, Instant.EPOCH, "and then?", Optional.empty());
        assertThat(log.questions().ask(asked)).isTrue();
        return asked;
    }

    @Test
    void aConversationIsAsNewAsItsLastQuestionThatIsLeft() {
        ask("one", "two", "three");
        AskedQuestion taken = goOn("c2", "b2");
        goOn("c1", "b1");
        assertThat(found("")).containsExactly("one", "two", "three");
        log.deletion().answer("b1");
        assertThat(found("")).containsExactly("two", "three", "one");
        log.questions().withdraw(taken);
        assertThat(found("")).containsExactly("three", "two", "one");
        assertThat(found("e")).containsExactly("three", "one");
    }

    @Test
    void wordsAreFoundInAnyOrderAndCaseOfAnyScript() {
        ask("Who sold the ferry?", "The Ferry of Łódź", "ΟΔΟΣ и МОСТ", "Große Straße", "100 % of all_ferries");
        assertThat(found("FERRY the")).containsExactly("The Ferry of Łódź", "Who sold the ferry?");
        assertThat(found("łÓDŹ")).containsExactly("The Ferry of Łódź");
        assertThat(found("мост  οδος")).containsExactly("ΟΔΟΣ и МОСТ");
        assertThat(found("STRASSE")).containsExactly("Große Straße");
        assertThat(found("%")).containsExactly("100 % of all_ferries");
        assertThat(found("l_f")).containsExactly("100 % of all_ferries");
        assertThat(found("' OR 1=1 --")).isEmpty();
        assertThat(found(" \t ")).hasSize(5);
    }

    @Test
    void theNumberWantedIsCountedOfThoseThatAreFound() {
        ask("ferry one", "bridge", "ferry two", "bridge again");
        assertThat(log.conversations().of(ReaderId.LOCAL, "ferry", 0, 1))
                .extracting(ConversationBody::title)
                .containsExactly("ferry two");
        assertThat(log.conversations().of(ReaderId.LOCAL, "ferry", 1, 5))
                .extracting(ConversationBody::title)
                .containsExactly("ferry one");
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 4, 5)).isEmpty();
    }

    @Test
    void aChangeLeavesWhatItDoesNotName() {
        ask("one", "two");
        change("c1", "  The ferry ", null);
        change("c1", null, true);
        change("c1", "The other ferry", null);
        assertThat(log.conversations().one("c1")).hasValueSatisfying(changed -> {
            assertThat(changed.title()).isEqualTo("The other ferry");
            assertThat(changed.pinned()).isTrue();
            assertThat(changed.updated()).isEqualTo(Instant.EPOCH);
        });
        assertThat(log.conversations().one("c2")).hasValueSatisfying(other -> {
            assertThat(other.title()).isEqualTo("two");
            assertThat(other.pinned()).isFalse();
        });
        assertThat(log.conversations().change("c9", new ConversationBody.Change("x", true)))
                .isFalse();
    }

    @Test
    void aGivenTitleStaysWhenTheFirstQuestionIsDeleted() {
        ask("one", "two");
        goOn("c1", "b1");
        goOn("c2", "b2");
        change("c1", "The ferry", null);
        change("c2", null, true);
        log.deletion().answer("a1");
        log.deletion().answer("a2");
        assertThat(found("")).containsExactly("and then?", "The ferry");
    }

    @Test
    void whatWasMadeOfAConversationOutlivesARestart() {
        ask("one", "two");
        change("c1", "The ferry", true);
        log.close();
        open();
        assertThat(found("")).containsExactly("The ferry", "two");
    }
}
