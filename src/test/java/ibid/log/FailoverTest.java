package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.ReaderId;
import ibid.api.ConversationBody;
import ibid.storage.PostgresExamination;
import ibid.storage.PostgresPair;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The primary is killed and its standby promoted. */
class FailoverTest {

    private static final int ACKNOWLEDGED = 100; // questions before and after
    private static final int MAX_TRIES = 2000;

    @TempDir
    private Path folder;

    private final Set<String> stored = new TreeSet<>();
    private int asked;
    private int refused;

    /** Asks until so many more questions are stored. */
    private void ask(TurnLog log, int more) {
        int wanted = stored.size() + more;
        for (int tries = 0; tries < MAX_TRIES && stored.size() < wanted; tries++) {
            String id = "c" + ++asked;
            try {
                log.questions().ask(AskedQuestion.first("q" + asked, id, Instant.EPOCH, "Who?"));
                stored.add(id);
            } catch (UncheckedIOException away) {
                refused++;
            }
        }
        assertThat(stored).hasSize(wanted);
    }

    @Test
    void nothingThatWasAcknowledgedIsLostAndWritingGoesOn() {
        try (PostgresPair servers = PostgresPair.start(folder);
                TurnLog log = new TurnLog(servers.address())) {
            assertThat(PostgresExamination.of(servers.address())).contains("PostgreSQL ", "answer log ");
            ask(log, ACKNOWLEDGED);
            servers.killPrimary();
            servers.promoteStandby();
            ask(log, ACKNOWLEDGED);
            assertThat(refused).isLessThan(asked);
            assertThat(log.conversations().of(ReaderId.LOCAL, "", MAX_TRIES))
                    .extracting(ConversationBody::id)
                    .containsAll(stored);
        }
    }
}
