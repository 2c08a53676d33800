package ibid.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times what reads the log of a server that has many answers: asks some questions, multiplies their rows over a year of
 * days, conversations and wordings, and requests each list again and again. Arguments: a folder to work in, a port, and
 * how many answers.
 */
public final class LogSpeed {

    private static final int REQUESTS = 200;
    private static final int WARM_UP = 50;

    private static final List<String> PATHS = List.of(
            "/api/v1/stats",
            "/api/v1/stats?from=2025-12-01&to=2026-11-30",
            "/api/v1/conversations",
            "/api/v1/conversations?limit=20");

    /** Numbers to multiply by; each copy has an id, a day and a conversation of its own. */
    private static final String NUMBERS =
            "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < %d) ";

    /** A fifth of the copies of a question are worded alike; the words of the others make up as many gaps. */
    private static final String WORDING = "CASE n %% 5 WHEN 0 THEN question ELSE question || ' ' || (n %% 997) END";

    private static final List<String> COPIES = List.of(
            "INSERT INTO conversation (id, title, created, updated, reader) SELECT id || '-' || n, title, created,"
                    + " updated, reader FROM number, conversation WHERE id NOT LIKE '%%-____________-%%'",
            "INSERT INTO question (id, conversation_id, created, question) SELECT id || '-' || n, conversation_id || '-'"
                    + " || n, created, " + WORDING + " FROM number, question WHERE id NOT LIKE '%%-____________-%%'",
            "INSERT INTO answer SELECT id || '-' || n, conversation_id || '-' || n, created, " + WORDING
                    + ", query, outcome, text, writer, generation, json FROM number, answer"
                    + " WHERE id NOT LIKE '%%-____________-%%'",
            "INSERT INTO answer_figure SELECT answer_id || '-' || n, date('2026-11-30', '-' || (n %% 365) || ' days'),"
                    + " outcome, total_ms + n %% 977, CASE n %% 5 WHEN 0 THEN question_key ELSE question_key || ' ' ||"
                    + " (n %% 997) END FROM number, answer_figure WHERE answer_id NOT LIKE '%%-____________-%%'",
            "INSERT INTO cited_article SELECT answer_id || '-' || n, article_id FROM number, cited_article"
                    + " WHERE answer_id NOT LIKE '%%-____________-%%'");

    private LogSpeed() {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Path folder = Path.of(args[0]);
        int port = Integer.parseInt(args[1]), answers = Integer.parseInt(args[2]);
        ServerProcess.prepare(folder, port);
        ServerProcess server = new ServerProcess(folder, port);
        try {
            server.awaitReady();
            for (String question : PortNews.QUESTIONS) {
                server.post("/api/v1/answers", "{\"question\": \"" + question + "\"}");
            }
            multiply(folder.resolve("data/log.sqlite"), answers / PortNews.QUESTIONS.size());
            for (String path : PATHS) {
                time(server, path);
            }
        } finally {
            server.stop();
        }
    }

    private static void multiply(Path log, int copies) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + log);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            for (String copy : COPIES) {
                int insert = copy.indexOf("SELECT");
                statement.execute(copy.substring(0, insert) + String.format(NUMBERS + copy.substring(insert), copies));
            }
            System.out.printf(
                    "%d answers in %s%n",
                    statement.executeQuery("SELECT count(*) FROM answer").getInt(1), log);
        }
    }

    private static void time(ServerProcess server, String path) {
        double[] millis = new double[REQUESTS];
        int bytes = 0;
        for (int at = -WARM_UP; at < REQUESTS; at++) {
            long start = System.nanoTime();
            HttpResponse<String> response = server.get(path).orElseThrow();
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " gave " + response.statusCode() + ": " + response.body());
            }
            bytes = response.body().length();
            millis[Math.max(0, at)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-46s p50 %6.1f ms  p95 %6.1f ms  longest %6.1f ms  %,d characters%n",
                path,
                millis[REQUESTS / 2],
                millis[REQUESTS * 95 / 100],
                millis[REQUESTS - 1],
                bytes);
    }
}
