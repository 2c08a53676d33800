package ibid.bench;

import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.ProblemBody;
import ibid.eval.client.ApiClient;
import ibid.eval.measure.Invariants;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends random requests to all routes of a real server, with hostile paths, queries, headers and bodies, and checks
 * what the API promises: each gets a response, no 5xx but 503, errors are whole problems without a trace, answers keep the
 * invariants. Arguments: a folder to work in, how many requests, a port, and a seed.
 */
final class FuzzApi {

    private static final int CLIENTS = 4;
    private static final int SHOWN_BREACHES = 50;
    private static final int MAX_SHOWN_CHARS = 200;

    private final ServerProcess server;
    private final ThreadLocal<ApiClient> client; // which is for one thread
    private final RandomRequests requests;
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger(), answers = new AtomicInteger(), broken = new AtomicInteger();

    private FuzzApi(ServerProcess server, int port) {
        this.server = server;
        this.client = ThreadLocal.withInitial(() -> new ApiClient("http://127.0.0.1:" + port));
        this.requests = new RandomRequests(paths());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        int requests = Integer.parseInt(arguments[1]), port = Integer.parseInt(arguments[2]);
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        ServerProcess.prepare(folder, port);
        ServerProcess server = new ServerProcess(folder, port);
        server.awaitReady();
        FuzzApi fuzz = new FuzzApi(server, port);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(seed * CLIENTS + i);
                clients.execute(() -> fuzz.send(requests, random));
            }
        }
        fuzz.report();
        System.out.println("stopped with " + server.stop() + ", native crashes " + ServerProcess.crashes(folder));
    }

    /** Every route, by the specification that the server gives, and some places that are none. */
    private List<String> paths() {
        String json = server.send(server.request("/openapi.json").GET())
                .orElseThrow(() -> new IllegalStateException("no specification: " + server.failure()))
                .body();
        List<String> paths = new ArrayList<>(Json.readLenient(json, Specification.class, "the specification")
                .paths()
                .keySet());
        paths.addAll(List.of("/", "/nothing"));
        return paths;
    }

    private record Specification(Map<String, Object> paths) {}

    private void send(int count, Random random) {
        int number = sent.incrementAndGet();
        while (number <= count && server.isAlive()) {
            sendOne(random);
            if (number % 1000 == 0) {
                report();
            }
            number = sent.incrementAndGet();
        }
    }

    private void report() {
        System.out.printf(
                "%d requests: statuses %s, %d answers checked, %d breaches%n",
                Math.max(0, sent.get() - CLIENTS), new TreeMap<>(statuses), answers.get(), broken.get());
    }

    private void sendOne(Random random) {
        RandomRequests.Drawn drawn = requests.draw(random);
        String method = drawn.method();
        String path = drawn.path();
        String body = drawn.body();
        HttpRequest.Builder request = server.request(path)
                .method(
                        method,
                        method.equals("GET") || method.equals("HEAD")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        request.setHeader("Content-Type", "application/json");
        drawn.headers().forEach((name, value) -> setHeader(request, name, value));
        Optional<HttpResponse<String>> response = server.send(request);
        if (response.isEmpty()) {
            breach(method, path, body, "no response: " + server.failure());
            return;
        }
        statuses.merge(response.get().statusCode(), 1, Integer::sum);
        check(method, path, body, response.get());
    }

    private static void setHeader(HttpRequest.Builder request, String name, String value) {
        try {
            request.setHeader(name, value);
        } catch (IllegalArgumentException refusedByTheClient) {
            return;
        }
    }

    private void check(String method, String path, String body, HttpResponse<String> response) {
        int status = response.statusCode();
        String text = response.body();
        if (status >= 500 && status != 503) {
            breach(method, path, body, status + " " + text);
        } else if (text.contains("\tat ") || text.contains("Exception:")) {
            breach(method, path, body, "a trace: " + text);
        } else if (status >= 400 && path.startsWith("/api/") && !method.equals("HEAD")) {
            checkProblem(method, path, body, response);
        } else if (status == 200 && method.equals("POST") && path.startsWith("/api/v1/answers?")
                || status == 200 && method.equals("POST") && path.equals("/api/v1/answers")) {
            checkAnswer(method, path, body, text);
        }
    }

    private void checkProblem(String method, String path, String body, HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean isProblem = type.startsWith("application/problem+json");
        if (!isProblem) {
            breach(method, path, body, response.statusCode() + " of type " + type + ": " + response.body());
            return;
        }
        ProblemBody problem = Json.readLenient(response.body(), ProblemBody.class, "the problem");
        if (problem.status() != response.statusCode() || problem.detail().isBlank()) {
            breach(method, path, body, "an incomplete problem: " + response.body());
        }
    }

    private void checkAnswer(String method, String path, String body, String text) {
        String json = text.startsWith("{") ? text : completed(text);
        if (json.isEmpty()) {
            return; // events that ended with an error, which has its own form
        }
        AnswerBody answer = Json.readLenient(json, AnswerBody.class, "the answer");
        requests.remember(answer.id());
        requests.remember(answer.asked().conversationId());
        answers.incrementAndGet();
        List<String> breaches = Invariants.breaches(answer, client.get()::original);
        if (!breaches.isEmpty()) {
            breach(method, path, body, breaches.toString());
        }
    }

    private static String completed(String events) {
        return events.lines()
                .dropWhile(line -> !line.equals("event: answer.completed"))
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .findFirst()
                .orElse("");
    }

    private void breach(String method, String path, String body, String what) {
        if (broken.incrementAndGet() <= SHOWN_BREACHES) {
            System.out.println(shortened(method + " " + path) + "\n  " + shortened(body) + "\n  " + shortened(what));
        }
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() > MAX_SHOWN_CHARS ? line.substring(0, MAX_SHOWN_CHARS) + "…" : line;
    }
}
