package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.access.AccessDatabase;
import ibid.access.ReaderId;
import ibid.access.Role;
import ibid.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that use one PostgreSQL database. */
class SharedLogTest {

    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private TurnLog here;
    private TurnLog there;

    @BeforeEach
    void open() {
        here = new TurnLog(TestDatabase.postgres(folder), "here");
        there = new TurnLog(TestDatabase.postgres(folder), "there");
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static AskedQuestion keyed(String id, String key, Instant when) {
        AskedQuestion.Key sent = new AskedQuestion.Key(key, "body");
        return new AskedQuestion(id, ReaderId.LOCAL, "c-" + id, false, when, "Who?", Optional.of(sent));
    }

    @Test
    void aServerThatStartsEndsItsOwnQuestionsAndThoseOfServersThatAreGone() {
        here.questions().ask(keyed("mine", "k1", NOON));
        there.questions().ask(keyed("theirs", "k2", NOON));
        there.questions().ask(keyed("lost", "k3", NOON.minusSeconds(600)));
        assertThat(here.questions().endInterrupted("cut off", NOON.plusSeconds(60)))
                .isEqualTo(2);
        assertThat(there.questions().question("theirs"))
                .map(QuestionLog.Stored::problem)
                .contains("");
        assertThat(there.questions().question("mine"))
                .map(QuestionLog.Stored::problem)
                .contains("cut off");
        assertThat(there.questions().question("lost"))
                .map(QuestionLog.Stored::problem)
                .contains("cut off");
    }

    @Test
    void aQuestionUnderWayElsewhereIsNotAskedAgainWithItsKeyUntilItFails() {
        there.questions().ask(keyed("a", "k", NOON));
        QuestionLog.Stored known = here.questions().withKey("k", NOON).orElseThrow();
        assertThatThrownBy(() -> here.questions().requireNotElsewhere(known, NOON))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("another server is answering");
        there.questions().requireNotElsewhere(known, NOON);
        here.questions().requireNotElsewhere(known, NOON.plusSeconds(600));
        assertThatThrownBy(() -> here.questions().ask(keyed("b", "k", NOON))).isInstanceOf(IbidException.class);
        assertThat(here.conversations().one("c-b")).isEmpty();
        there.questions().fail("a", "broken");
        assertThat(here.questions().ask(keyed("b", "k", NOON))).isTrue();
        assertThat(here.questions().withKey("k", NOON))
                .map(QuestionLog.Stored::id)
                .contains("b");
    }

    @Test
    void ofTwoServersAskedWithOneKeyAtTheSameTimeOneAnswers() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            String key = "k" + round;
            AskedQuestion first = keyed("a" + round, key, NOON);
            AskedQuestion second = keyed("b" + round, key, NOON);
            assertThat(successes(
                            () -> here.questions().ask(first),
                            () -> there.questions().ask(second)))
                    .isEqualTo(1);
        }
        assertThat(here.conversations().of(ReaderId.LOCAL, "", 0, 100)).hasSize(20);
    }

    private static <T> int successes(Callable<T> one, Callable<T> other) throws InterruptedException {
        int successes = 0;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<T> done : both.invokeAll(List.of(one, other))) {
                try {
                    done.get();
                    successes++;
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(IbidException.class);
                }
            }
        }
        return successes;
    }

    @Test
    void ofTwoKeysOfOneNameMadeAtTheSameTimeOneIsMade() throws InterruptedException {
        try (AccessDatabase one = new AccessDatabase(TestDatabase.postgres(folder));
                AccessDatabase other = new AccessDatabase(TestDatabase.postgres(folder))) {
            for (int round = 0; round < 20; round++) {
                String name = "rita" + round;
                assertThat(successes(() -> one.addKey(name, Role.READER), () -> other.addKey(name, Role.READER)))
                        .isEqualTo(1);
            }
            assertThat(other.keys()).hasSize(20);
        }
    }

    @Test
    void serversThatStartTogetherMakeTheTablesOnce() throws InterruptedException {
        Path empty = folder.resolve("empty");
        Callable<Integer> start = () -> {
            try (TurnLog log = new TurnLog(TestDatabase.postgres(empty))) {
                return log.conversations().of(ReaderId.LOCAL, "", 0, 1).size();
            }
        };
        assertThat(successes(start, start)).isEqualTo(2);
    }
}
