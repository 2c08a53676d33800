package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.collection.StatusBody;
import ibid.model.EntailmentModel;
import ibid.model.onnx.CrossEncoder;
import ibid.verify.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's file that is not what was built. */
class ModelReadinessTest {

    private static final String WEIGHTS = "cross-encoder.onnx";
    private static final String TOKENIZER = "cross-encoder-tokenizer.json";

    @TempDir
    private Path folder;

    @TempDir
    private Path model;

    private static byte[] whole(String name) throws IOException {
        try (InputStream file = CrossEncoder.class.getResourceAsStream("/ibid/model/" + name)) {
            return file.readAllBytes();
        }
    }

    private static byte[] garbled(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private void isNotReady(Running server, String why) {
        HttpResponse<String> response = server.get("/readyz");
        assertThat(response.statusCode()).as(why).isEqualTo(503);
        assertThat(Running.read(response, StatusBody.class).failing())
                .as(why)
                .singleElement()
                .satisfies(failing -> {
                    assertThat(failing.check()).isEqualTo("models");
                    assertThat(failing.detail()).contains("does not load", "build again with ./ibid");
                });
    }

    @Test
    void theModelsAreLoadedBeforeAnybodyLooksWhetherTheyAre() throws InterruptedException {
        CountDownLatch loaded = new CountDownLatch(1);
        EntailmentModel model = (claim, evidence) -> {
            loaded.countDown();
            return new EntailmentModel.Probabilities(1, 0, 0, 0);
        };
        try (Running server = Running.checking(folder, new Verifier(model))) {
            loaded.await();
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aServerWhoseModelDoesNotLoadIsNotReadyUntilItDoes() throws IOException {
        byte[] weights = whole(WEIGHTS);
        byte[] tokenizer = whole(TOKENIZER);
        try (CrossEncoder damaged = new CrossEncoder(model);
                Running server = Running.checking(folder, new Verifier(damaged))) {
            isNotReady(server, "no files");
            Files.write(model.resolve(WEIGHTS), weights);
            Files.write(model.resolve(TOKENIZER), garbled(tokenizer.length));
            isNotReady(server, "a garbled tokenizer");
            Files.write(model.resolve(TOKENIZER), tokenizer);
            Files.write(model.resolve(WEIGHTS), garbled(weights.length));
            isNotReady(server, "garbled weights");
            Files.write(model.resolve(WEIGHTS), Arrays.copyOf(weights, weights.length / 2));
            isNotReady(server, "half of the weights");
            Files.write(model.resolve(WEIGHTS), weights);
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
        }
    }
}
