package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.search.FakeRetriever;
import ibid.search.Ranking;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.caller.Keys;
import ibid.serve.caller.ServerAddress;
import ibid.serve.caller.TrustedProxies;
import ibid.serve.peer.PeerProof;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Responses to failures, and answers without listeners. */
class FailureTest {

    @TempDir
    private Path folder;

    @Test
    void aFailureForUsersIsReported() {
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            throw new IbidException(IbidException.Code.MODEL_UNAVAILABLE, "the model is away; start it");
        }))) {
            HttpResponse<String> response = server.post("/api/v1/answers", "{\"question\": \"x\"}");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Running.problem(response).detail()).isEqualTo("the model is away; start it");
        }
    }

    @Test
    void aBugIsNotShownAndIsNotAnEmptyAnswer() {
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            throw new IllegalStateException("secret detail");
        }))) {
            HttpResponse<String> stream =
                    server.post("/api/v1/answers", "{\"question\": \"x\"}", "Accept", "text/event-stream");
            assertThat(stream.body())
                    .contains("event: error")
                    .contains("internal error")
                    .doesNotContain("secret detail")
                    .doesNotContain("answer.completed");
            assertThat(server.post("/api/v1/answers", "{\"question\": \"x\"}").statusCode())
                    .isEqualTo(500);
        }
    }

    /** On the server's own threads, where uploads arrive. */
    @Test
    void anUploadWithoutTheMemoryForItMayBeSentAgain() {
        PeerProof large = (client, to) -> {
            throw new OutOfMemoryError("Java heap space");
        };
        AccessPolicy access =
                new AccessPolicy(ServerAddress.local(), Keys.NONE, TrustedProxies.NONE, entry -> {}, large);
        try (Running server = Running.with(access, folder)) {
            HttpResponse<String> refused = new Form().file("a.md", "Ten came.").to(server, "");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(Running.problem(refused).detail()).contains("not enough memory");
        }
    }

    @Test
    void anAnswerIsStoredWithoutAReader() throws Exception {
        CountDownLatch wait = new CountDownLatch(1);
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            await(wait);
            return new Ranking(query, List.of(), List.of(), "g");
        }))) {
            Socket reader = new Socket("127.0.0.1", server.port());
            String body = "{\"question\": \"Does anybody hear me?\"}";
            reader.getOutputStream()
                    .write(("POST /api/v1/answers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Accept: text/event-stream\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            ConversationBody conversation = firstConversation(server);
            reader.close();
            wait.countDown();
            for (int tries = 0; tries < 200 && conversation.answers() == 0; tries++) {
                Thread.sleep(25);
                conversation = firstConversation(server);
            }
            ConversationBody.Whole whole =
                    server.get("/api/v1/conversations/" + conversation.id(), ConversationBody.Whole.class);
            assertThat(whole.answers().getFirst().answer().outcome()).isEqualTo(AnswerBody.Outcome.ABSTAINED);
        }
    }

    private static ConversationBody firstConversation(Running server) throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            List<ConversationBody> all = server.get("/api/v1/conversations", ConversationBody.Listing.class)
                    .conversations();
            if (!all.isEmpty()) {
                return all.getFirst();
            }
            Thread.sleep(25);
        }
        throw new AssertionError("no conversation began");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
