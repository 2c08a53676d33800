package ibid.bench;

import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.ProblemBody;
import ibid.eval.client.ApiClient;
import ibid.eval.measure.Invariants;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends random requests to all routes of a real server, with hostile paths, queries, headers and bodies, and checks what
 * the API promises: each gets a response, no 5xx but 503, errors are whole problems without a trace, answers keep the
 * invariants. Arguments: a folder to work in, how many requests, a port, and a seed.
 */
final class FuzzApi {

    private static final int CLIENTS = 4;
    private static final int SHOWN_BREACHES = 50;
    private static final int MAX_SHOWN_CHARS = 200;
    private static final int MAX_BODY_CHARS = 70_000; // a little more than is accepted

    private static final List<String> PATHS = List.of(
            "/api/v1/answers",
            "/api/v1/answers/{id}",
            "/api/v1/answers/{id}/events",
            "/api/v1/answers/{id}/feedback",
            "/api/v1/answers/{id}/stop",
            "/api/v1/answers/{id}/export",
            "/api/v1/answers/{id}/recheck",
            "/api/v1/checks",
            "/api/v1/search",
            "/api/v1/conversations",
            "/api/v1/conversations/{id}",
            "/api/v1/articles",
            "/api/v1/articles/{id}",
            "/api/v1/articles/{id}/text",
            "/api/v1/index",
            "/api/v1/index/files",
            "/api/v1/collection",
            "/api/v1/suggestions",
            "/v1/models",
            "/v1/chat/completions",
            "/mcp",
            "/healthz",
            "/readyz",
            "/",
            "/nothing");
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "POST", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "BREW");
    private static final List<String> FIELDS = List.of(
            "question",
            "conversation_id",
            "filters",
            "as_of",
            "provisional",
            "claim",
            "evidence",
            "rating",
            "reasons",
            "comment",
            "model",
            "messages",
            "role",
            "content",
            "stream",
            "publishers",
            "published_from",
            "articles",
            "jsonrpc",
            "method",
            "nothing");
    private static final List<String> PARAMETERS =
            List.of("q", "limit", "offset", "state", "publishers", "articles", "as_of", "published_to", "format", "x");
    private static final List<String> VALUES = List.of(
            "Who runs the port of Odile?",
            "How many cranes does the port of Odile have?",
            "",
            " ",
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "1e309",
            "true",
            "up",
            "2024-10-01",
            "2024-02-31",
            "+999999999-12-31",
            "new-cranes",
            "../../etc/passwd",
            "\u0000",
            "\ud800",
            "\u202e\u2066",
            "😀".repeat(50),
            "石破茂は何と言いましたか",
            "'; DROP TABLE answer; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "%00%ff%u0041",
            "AND OR NOT (\"",
            "a*b?c~d^e",
            "[1][2]",
            "q ".repeat(900),
            "x".repeat(1999));
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Content-Type",
            "Idempotency-Key",
            "Last-Event-ID",
            "Origin",
            "Authorization",
            "Cookie",
            "If-None-Match",
            "Range",
            "Accept-Language",
            "X-Forwarded-For",
            "Mcp-Session-Id");
    private static final List<String> HEADER_VALUES = List.of(
            "text/event-stream",
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/plain; charset=utf-7",
            "*/*",
            "-1",
            "99999999999",
            "k-1",
            "\"k-1\"",
            "null",
            "http://127.0.0.1",
            "Bearer x",
            "bytes=0-1,5-",
            "a".repeat(3000),
            "é");

    private final ServerProcess server;
    private final ApiClient client;
    private final Queue<String> ids = new ConcurrentLinkedQueue<>(List.of("new-cranes", "%2e%2e", "a%00b", "x"));
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger(), answers = new AtomicInteger(), broken = new AtomicInteger();

    private FuzzApi(ServerProcess server, int port) {
        this.server = server;
        this.client = new ApiClient("http://127.0.0.1:" + port);
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

    private void send(int requests, Random random) {
        int number = sent.incrementAndGet();
        while (number <= requests && server.isAlive()) {
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
        String method = pick(METHODS, random);
        String path = pick(PATHS, random).replace("{id}", id(random)) + query(random);
        String body = body(random);
        HttpRequest.Builder request = server.request(path)
                .method(
                        method,
                        method.equals("GET") || method.equals("HEAD")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        request.setHeader("Content-Type", "application/json");
        for (int i = random.nextInt(4); i > 0; i--) {
            setHeader(request, pick(HEADERS, random), pick(HEADER_VALUES, random));
        }
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
        ids.add(answer.id());
        ids.add(answer.asked().conversationId());
        answers.incrementAndGet();
        List<String> breaches = Invariants.breaches(answer, client::original);
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

    private static String pick(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private String id(Random random) {
        if (ids.size() > 100) {
            ids.poll();
        }
        boolean isKnown = random.nextInt(3) > 0;
        return isKnown
                ? ids.stream().skip(random.nextInt(ids.size())).findFirst().orElse("x")
                : encoded(pick(VALUES, random));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(pick(PARAMETERS, random))
                    .append('=')
                    .append(encoded(pick(VALUES, random)));
        }
        return query.toString();
    }

    private static String body(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> pick(VALUES, random);
            case 2 -> "[".repeat(random.nextInt(2000));
            case 3 -> "{\"question\": \"" + "y".repeat(random.nextInt(MAX_BODY_CHARS)) + "\"}";
            case 4, 5 -> "{\"question\": \"Who runs the port of Odile?\"}";
            default -> value(random, 0);
        };
    }

    /** Random JSON of the names that the API knows. */
    private static String value(Random random, int depth) {
        int kind = random.nextInt(depth > 3 ? 4 : 7);
        StringBuilder json = new StringBuilder();
        switch (kind) {
            case 0 -> json.append(random.nextInt());
            case 1 -> json.append(random.nextBoolean());
            case 2 -> json.append("null");
            case 3 -> json.append(quoted(pick(VALUES, random)));
            case 4 -> json.append('[').append(value(random, depth + 1)).append(']');
            default -> {
                json.append('{');
                for (int i = random.nextInt(4); i > 0; i--) {
                    json.append(json.length() > 1 ? "," : "")
                            .append(quoted(pick(FIELDS, random)))
                            .append(':')
                            .append(value(random, depth + 1));
                }
                json.append('}');
            }
        }
        return json.toString();
    }

    private static String quoted(String text) {
        return Json.write(text);
    }
}
