package ibid.cli;

import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.eval.client.ApiClient;
import ibid.eval.client.OriginalArticle;
import ibid.eval.measure.Invariants;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that ask two servers as through a load balancer: a request that a server did not answer because it died goes
 * to the other one, with the same {@code Idempotency-Key}. Threads may share it.
 */
final class FaultClients {

    static final String NO_FAULT = "no fault";

    private static final Duration MAX_WAIT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<Integer> REFUSED = Set.of(429, 503);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final List<String> servers;
    private final Map<String, OriginalArticle> originals = new HashMap<>();
    private final ConcurrentMap<String, AnswerBody> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();
    private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> late = new ConcurrentHashMap<>();
    private final Queue<String> lateOnes = new ConcurrentLinkedQueue<>();
    private volatile String fault = NO_FAULT;
    private volatile long changed = System.nanoTime();
    private volatile boolean isOver;

    /** @param servers addresses; all show the same articles */
    FaultClients(List<String> servers) {
        this.servers = List.copyOf(servers);
        try (ApiClient client = new ApiClient(servers.getFirst())) {
            client.articles()
                    .forEach(id -> originals.put(id, client.original(id).orElseThrow()));
        }
    }

    /** Articles of which each answers one question. */
    static void write(Path folder, int boats) throws IOException {
        Files.createDirectories(folder);
        for (int boat = 0; boat < boats; boat++) {
            Files.writeString(
                    folder.resolve(boat + ".md"),
                    "---\ntitle: The boat " + name(boat) + "\npublisher: Harbour Gazette\npublished: 2025-03-0"
                            + (1 + boat % 9) + "\n---\n\nThe boat " + name(boat) + " was sold to Bergen for "
                            + price(boat) + ". The harbour master announced the sale of the " + name(boat)
                            + " on Monday.\n");
        }
    }

    private static String name(int boat) {
        return "BDFGKLMNPRSTV".charAt(boat % 13)
                + List.of("alona", "erissa", "otilde", "ugambo", "ivenne").get(boat / 13);
    }

    private static String price(int boat) {
        return (1307 + 41 * boat) + " crowns";
    }

    /** Asks, thinks for some seconds, and asks again, until it is over. */
    Void ask(int client) throws InterruptedException {
        Random random = new Random(client);
        while (!isOver) {
            ask(random.nextInt(60), client % servers.size());
            Thread.sleep(3000 + random.nextInt(6000));
        }
        return null;
    }

    void end() {
        isOver = true;
    }

    /** Names what is broken from now on. */
    void during(String broken) {
        fault = broken;
        changed = System.nanoTime();
    }

    private void ask(int boat, int server) throws InterruptedException {
        String body = "{\"question\": \"How much was the boat " + name(boat) + " sold for?\"}";
        String key = UUID.randomUUID().toString();
        String during = fault;
        long start = System.nanoTime();
        long since = TimeUnit.NANOSECONDS.toMillis(start - changed);
        Optional<HttpResponse<String>> response = post(server, body, key);
        if (response.isEmpty()) {
            response = post((server + 1) % servers.size(), body, key);
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        millis.add(took);
        String outcome = response.map(one -> outcome(one, boat)).orElse("no response");
        boolean isLate = took > MAX_WAIT.toMillis();
        count(outcomes, outcome + (isLate ? ", late" : ""));
        count(asked, during);
        if (isLate) {
            lateOnes.add(since + " ms after “" + during + "” began: " + took + " ms, "
                    + response.map(FaultClients::stages).orElse("no response"));
            count(late, during);
        }
    }

    private static void count(ConcurrentMap<String, AtomicInteger> counts, String what) {
        counts.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
    }

    private Optional<HttpResponse<String>> post(int server, String body, String key) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(servers.get(server) + "/api/v1/answers"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException died) {
            return Optional.empty();
        }
    }

    private String outcome(HttpResponse<String> response, int boat) {
        if (response.statusCode() == 200) {
            AnswerBody answer = Json.readLenient(response.body(), AnswerBody.class, "the answer");
            acknowledged.put(answer.id(), answer);
            Invariants.breaches(answer, id -> Optional.ofNullable(originals.get(id)))
                    .forEach(breach -> wrong.add(answer.id() + ": " + breach));
            boolean isRight = answer.text().contains(price(boat));
            String part = answer.provenance().partial() ? " of a part" : "";
            return "answered" + (isRight ? "" : " otherwise: " + answer.outcome()) + part;
        }
        boolean isProper = REFUSED.contains(response.statusCode())
                && response.headers().firstValue("Retry-After").isPresent();
        return isProper ? "refused" : "failed: " + response.statusCode() + " " + response.body();
    }

    /** Where the time of an answer went. */
    private static String stages(HttpResponse<String> response) {
        return response.statusCode() == 200
                ? Json.readLenient(response.body(), AnswerBody.class, "the answer")
                        .provenance()
                        .timings()
                        .toString()
                : response.body();
    }

    /** Compares what both servers have stored with what was answered. */
    void requireStored() throws InterruptedException {
        for (AnswerBody answer : acknowledged.values()) {
            for (String server : servers) {
                if (!answer.equals(stored(server, answer.id()))) {
                    lost.add(answer.id() + " at " + server);
                }
            }
        }
    }

    private AnswerBody stored(String server, String id) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/v1/answers/" + id))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? Json.readLenient(response.body(), AnswerBody.class, "the stored answer")
                    : null;
        } catch (IOException away) {
            throw new AssertionError("after the last fault " + server + " is away", away);
        }
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    List<String> lost() {
        return List.copyOf(lost);
    }

    String report() {
        List<Long> sorted = millis.stream().sorted().toList();
        long all = sorted.size();
        long proper = outcomes.entrySet().stream()
                .filter(one ->
                        one.getKey().startsWith("answered") || one.getKey().startsWith("refused"))
                .filter(one -> !one.getKey().endsWith(", late"))
                .mapToInt(one -> one.getValue().get())
                .sum();
        return all + " questions, " + acknowledged.size() + " acknowledged, lost " + lost.size() + ", wrong "
                + wrong.size()
                + "; answered or refused within 3 s: " + proper + " (" + 100.0 * proper / all + " %); ms at the median "
                + sorted.get((int) (all / 2)) + ", 95 of 100 " + sorted.get((int) (all * 95 / 100)) + ", at most "
                + sorted.getLast() + "; " + new TreeMap<>(outcomes) + "; asked " + new TreeMap<>(asked)
                + ", of these late "
                + new TreeMap<>(late) + "; late ones " + lateOnes;
    }
}
