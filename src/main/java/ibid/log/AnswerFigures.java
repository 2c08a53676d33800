package ibid.log;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.collection.StatsBody;
import ibid.storage.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Figures of the stored answers, by day. Threads may share it. */
public final class AnswerFigures {

    private static final int MAX_UNANSWERED = 100; // groups of questions in one list
    private static final int MAX_GROUPED = 1000; // questions; in a log of 10,000 answers they take some 10 ms
    private static final int[] PERCENTILES = {50, 95, 99};

    private static final String INSERT = """
            INSERT INTO answer_figure (answer_id, day, outcome, total_ms, question_key)
            VALUES (:id, :day, :outcome, :ms, :key)
            """;
    private static final String DAYS = """
            SELECT day, count(*) AS answers, count(*) FILTER (WHERE outcome = 'answered') AS answered,
                count(*) FILTER (WHERE outcome = 'partial') AS partial,
                count(*) FILTER (WHERE outcome = 'abstained') AS abstained
            FROM answer_figure WHERE day BETWEEN :from AND :to GROUP BY day ORDER BY day
            """;
    private static final String MILLIS = """
            SELECT total_ms FROM answer_figure WHERE day BETWEEN :from AND :to ORDER BY total_ms
            """;
    private static final String RATINGS = """
            SELECT f.rating, count(*) AS count
            FROM feedback f JOIN answer_figure a ON a.answer_id = f.answer_id
            WHERE a.day BETWEEN :from AND :to GROUP BY f.rating
            """;

    /** A question that was answered later, after an article was added, is no gap any more. */
    private static final String UNANSWERED = """
            SELECT max(a.question) AS question, count(*) AS times, max(f.day) AS last
            FROM answer_figure f JOIN answer a ON a.id = f.answer_id
            WHERE f.outcome = 'abstained' AND f.day BETWEEN :from AND :to
                AND NOT EXISTS (SELECT 1 FROM answer_figure later WHERE later.question_key = f.question_key
                    AND later.outcome = 'answered' AND later.day >= f.day)
            GROUP BY f.question_key ORDER BY times DESC, last DESC, question LIMIT :limit
            """;

    private final Database database;

    AnswerFigures(Database database) {
        this.database = database;
    }

    /** Adds the figures of an answer, in the transaction that stores it. */
    static void insert(Handle handle, AnswerBody answer) {
        handle.createUpdate(INSERT)
                .bind("id", answer.id())
                .bind("day", answer.asked().created().toString().substring(0, "2024-10-15".length()))
                .bind("outcome", answer.outcome().name().toLowerCase(Locale.ROOT))
                .bind("ms", answer.provenance().timings().total())
                .bind("key", key(answer.asked().question()))
                .execute();
        for (String article : cited(answer)) {
            handle.execute("INSERT INTO cited_article (answer_id, article_id) VALUES (?, ?)", answer.id(), article);
        }
    }

    private static Set<String> cited(AnswerBody answer) {
        Set<String> articles = new HashSet<>();
        for (FootnoteBody footnote : answer.footnotes()) {
            articles.add(footnote.article().id());
        }
        return articles;
    }

    /** The words of a question in lower case, without signs: "Who won?" and "who won" are the same question. */
    private static String key(String question) {
        StringBuilder key = new StringBuilder();
        for (char letter : question.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(letter)) {
                key.append(letter);
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        }
        return key.toString().strip();
    }

    /**
     * The figures of these days, both included.
     *
     * @param articles ids of all articles, to tell which were never cited on any day
     */
    public StatsBody between(LocalDate from, LocalDate to, List<String> articles) {
        return database.scan(handle -> {
            List<Integer> millis = handle.createQuery(MILLIS)
                    .bind("from", from.toString())
                    .bind("to", to.toString())
                    .mapTo(Integer.class)
                    .list();
            return new StatsBody(
                    from,
                    to,
                    days(handle, from, to),
                    latency(millis),
                    feedback(handle, from, to),
                    unanswered(handle, from, to),
                    neverCited(handle, articles));
        });
    }

    private static List<StatsBody.Day> days(Handle handle, LocalDate from, LocalDate to) {
        return handle.createQuery(DAYS)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map((row, context) -> new StatsBody.Day(
                        LocalDate.parse(row.getString("day")),
                        row.getInt("answers"),
                        row.getInt("answered"),
                        row.getInt("partial"),
                        row.getInt("abstained")))
                .list();
    }

    /** @param sorted milliseconds, smallest first */
    private static StatsBody.Latency latency(List<Integer> sorted) {
        if (sorted.isEmpty()) {
            return new StatsBody.Latency(null, null, null);
        }
        List<Integer> found = new ArrayList<>();
        for (int percent : PERCENTILES) {
            int rank = (int) Math.ceil(percent / 100.0 * sorted.size()); // nearest rank
            found.add(sorted.get(rank - 1));
        }
        return new StatsBody.Latency(found.get(0), found.get(1), found.get(2));
    }

    private static StatsBody.Thumbs feedback(Handle handle, LocalDate from, LocalDate to) {
        int up = 0;
        int down = 0;
        for (var row : handle.createQuery(RATINGS)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .mapToMap()) {
            int count = ((Number) row.get("count")).intValue();
            if (row.get("rating").equals("up")) {
                up = count;
            } else {
                down = count;
            }
        }
        return new StatsBody.Thumbs(up, down);
    }

    private static List<StatsBody.Unanswered> unanswered(Handle handle, LocalDate from, LocalDate to) {
        List<StatsBody.Unanswered> questions = handle.createQuery(UNANSWERED)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .bind("limit", MAX_GROUPED)
                .map((row, context) -> new StatsBody.Unanswered(
                        row.getString("question"),
                        row.getInt("times"),
                        LocalDate.parse(row.getString("last")),
                        List.of()))
                .list();
        return SimilarQuestions.group(questions).stream().limit(MAX_UNANSWERED).toList();
    }

    private static List<String> neverCited(Handle handle, List<String> articles) {
        Set<String> cited = new HashSet<>(handle.createQuery("SELECT DISTINCT article_id FROM cited_article")
                .mapTo(String.class)
                .list());
        return articles.stream().filter(id -> !cited.contains(id)).sorted().toList();
    }
}
