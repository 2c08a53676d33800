package ibid.bench;

import ibid.api.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Draws hostile requests: known names and ids with values that no client should send. Threads may share it. */
final class RandomRequests {

    private static final int MAX_BODY_CHARS = 70_000; // a little more than is accepted

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

    private final List<String> paths;
    private final Queue<String> ids = new ConcurrentLinkedQueue<>(List.of("new-cranes", "%2e%2e", "a%00b", "x"));

    /** @param path with its query */
    record Drawn(String method, String path, Map<String, String> headers, String body) {}

    /** @param paths of all routes, with variables in braces */
    RandomRequests(List<String> paths) {
        this.paths = List.copyOf(paths);
    }

    Drawn draw(Random random) {
        String method = pick(METHODS, random);
        String path = filled(pick(paths, random), random) + query(random);
        String body = body(random);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            headers.put(pick(HEADERS, random), pick(HEADER_VALUES, random));
        }
        return new Drawn(method, path, headers, body);
    }

    /** Lets later requests ask for it. */
    void remember(String id) {
        ids.add(id);
    }

    private String filled(String path, Random random) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', at)) {
            filled.append(path, at, open).append(id(random));
            at = path.indexOf('}', open) + 1;
        }
        return filled.append(path.substring(at)).toString();
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
