package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.ReaderId;
import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.storage.PostgresExamination;
import ibid.storage.PostgresPair;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients ask while the primary is frozen, goes on, is killed, and its standby promoted. */
class FailoverTest {

    private static final int CLIENTS = 12; // more than a pool has connections
    private static final int ACKNOWLEDGED = 100; // answers of all clients between two faults
    private static final String ANSWER = """
            {"id": "%s", "conversation_id": "%s", "created": "2025-01-01T12:00:00Z", "question": "Who?", "query": "q",
             "text": "t", "outcome": "abstained", "writer": {"model": "m"}, "index": "g",
             "timings_ms": {"total": 1}}""";

    @TempDir
    private Path folder;

    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean isOver;

    private Void ask(TurnLog log) {
        while (!isOver) {
            String id = "a" + asked.incrementAndGet();
            try {
                log.questions().ask(AskedQuestion.first(id, "c" + id, Instant.EPOCH, "Who?"));
                log.add(Json.readLenient(ANSWER.formatted(id, "c" + id), AnswerBody.class, "it"));
                stored.add(id);
            } catch (UncheckedIOException away) {
                assertThat(away).hasMessageContaining("the answer log in postgresql://");
            }
        }
        return null;
    }

    private void awaitMore(List<Future<Void>> clients) throws Exception {
        int wanted = stored.size() + ACKNOWLEDGED;
        while (stored.size() < wanted) {
            for (Future<Void> client : clients) {
                if (client.isDone()) {
                    client.get(); // broke off
                }
            }
            Thread.sleep(20);
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // a fault would wait for ever
    void nothingThatWasAcknowledgedIsLostAndWritingGoesOn() throws Exception {
        try (PostgresPair servers = PostgresPair.start(folder);
                TurnLog log = new TurnLog(servers.address());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(PostgresExamination.of(servers.address())).contains("PostgreSQL ", "answer log ");
            try {
                List<Future<Void>> clients = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    clients.add(threads.submit(() -> ask(log)));
                }
                awaitMore(clients);
                servers.freezePrimary();
                Thread.sleep(100); // so that some are in the middle of a statement
                servers.thawPrimary();
                awaitMore(clients);
                servers.killPrimary();
                servers.promoteStandby();
                awaitMore(clients);
            } finally {
                isOver = true;
            }
            threads.close();
            assertThat(idsOf(log)).containsAll(stored);
            assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, asked.get()))
                    .hasSizeGreaterThan(2 * ACKNOWLEDGED);
        }
    }

    private static Set<String> idsOf(TurnLog log) {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        log.each(Instant.EPOCH, Instant.now(), rated -> ids.add(rated.answer().id()));
        return ids.stream().collect(Collectors.toSet());
    }
}
