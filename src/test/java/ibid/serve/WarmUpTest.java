package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.IbidException;
import ibid.api.ConversationBody;
import ibid.api.collection.StatusBody;
import ibid.search.FakeRetriever;
import ibid.search.Ranking;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one of several servers does before readers come. */
class WarmUpTest {

    @TempDir
    private Path folder;

    private final Queue<String> searched = new ConcurrentLinkedQueue<>();

    private Ranking nothing(ibid.search.Query query) {
        searched.add(query.text());
        return new Ranking(query, List.of(), List.of(), "g");
    }

    @Test
    void theServerIsReadyWhenItHasAnsweredItsOwnQuestionsAndStoredNothing() {
        Semaphore turns = new Semaphore(0);
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            turns.acquireUninterruptibly();
            return nothing(query);
        }))) {
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
            server.warmUp();
            HttpResponse<String> response = server.get("/readyz");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Running.read(response, StatusBody.class).failing())
                    .extracting(StatusBody.FailingCheck::check)
                    .containsExactly("warm-up");
            turns.release(Integer.MAX_VALUE / 2);
            awaitReady(server);
            assertThat(searched)
                    .hasSizeGreaterThan(1)
                    .anyMatch(question -> question.contains("The ferry that never sailed"));
            assertThat(server.get("/api/v1/conversations", ConversationBody.Listing.class)
                            .conversations())
                    .isEmpty();
        }
    }

    @Test
    void itTriesAgainUntilTheSearchWorksAndSaysMeanwhileWhatIsInTheWay() {
        AtomicBoolean isAway = new AtomicBoolean(true);
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            if (isAway.get()) {
                throw new IbidException(IbidException.Code.BUSY, "the search cluster does not answer");
            }
            return nothing(query);
        }))) {
            server.warmUp();
            while (!server.get("/readyz").body().contains("the search cluster does not answer")) {
                Thread.onSpinWait(); // it has not been tried yet
            }
            isAway.set(false);
            awaitReady(server);
            assertThat(searched).isNotEmpty();
        }
    }

    private static void awaitReady(Running server) {
        while (server.get("/readyz").statusCode() != 200) {
            Thread.onSpinWait(); // the request takes time enough
        }
    }
}
