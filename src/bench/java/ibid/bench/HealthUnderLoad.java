package ibid.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether a running server stays alive and honest while many ask: {@code URL CLIENTS SECONDS}. Each client asks again
 * once it has its answer or, after a refusal, a second later; meanwhile {@code /healthz} is asked twenty times a
 * second.
 * Prints how the questions ended and how long the health checks took. Other processes on the machine lengthen both, so
 * its load is printed beside them.
 */
final class HealthUnderLoad {

    private static final List<String> QUESTIONS = List.of(
            "Who proposed an Asian NATO?",
            "What is the Quad?",
            "When was SEATO dissolved?",
            "What do the articles say about Taiwan?",
            "How many submarines does AUKUS give Australia?",
            "What is the price of bread?");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final long end;
    private final Times times = new Times();
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();

    private HealthUnderLoad(String url, int seconds) {
        this.url = url;
        this.end = System.nanoTime() + seconds * 1_000_000_000L;
    }

    public static void main(String[] arguments) {
        int clients = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        HealthUnderLoad load = new HealthUnderLoad(arguments[0], seconds);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                threads.execute(load::ask);
            }
            Thread.ofPlatform().name("health").start(load::checkHealth);
        }
        load.print(clients);
    }

    private void ask() {
        while (System.nanoTime() < end) {
            String question = QUESTIONS.get(ThreadLocalRandom.current().nextInt(QUESTIONS.size()));
            String outcome = times.time(
                    "question",
                    () -> send(HttpRequest.newBuilder(URI.create(url + "/api/v1/answers"))
                            .POST(HttpRequest.BodyPublishers.ofString("{\"question\": \"" + question + "\"}"))));
            outcomes.merge(outcome, 1, Integer::sum);
            if (!outcome.equals("200")) {
                pause(1000);
            }
        }
    }

    private void checkHealth() {
        while (System.nanoTime() < end) {
            String outcome = times.time("health", () -> send(HttpRequest.newBuilder(URI.create(url + "/healthz"))));
            outcomes.merge("health " + outcome, 1, Integer::sum);
            pause(50);
        }
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean silent = response.statusCode() == 503
                    && response.headers().firstValue("Retry-After").isEmpty();
            return response.statusCode() + (silent ? " without Retry-After" : "");
        } catch (IOException broken) {
            return broken.getClass().getSimpleName();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void print(int clients) {
        System.out.printf(
                Locale.ROOT,
                "%d clients: %s; /healthz p50 %.1f ms, p99 %.1f ms; load of the machine %.1f on %d cores%n",
                clients,
                new TreeMap<>(outcomes),
                times.percentile("health", 0.5),
                times.percentile("health", 0.99),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
