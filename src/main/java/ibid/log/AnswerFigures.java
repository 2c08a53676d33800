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
            SELECT total_ms, count(*) AS answers FROM answer_figure
            WHERE day BETWEEN :from AND :to GROUP BY total_ms ORDER BY total_ms
            """;
    private static final String RATINGS = """
            SELECT f.rating, count(*) AS count FROM feedback f
            WHERE EXISTS (SELECT 1 FROM answer_figure a WHERE a.answer_id = f.answer_id AND a.day BETWEEN :from AND :to)
            GROUP BY f.rating
            """;

    /**
     * A question that was answered later, after an article was added, is no gap any more. The large table of answers is
     * read for what is left at the end only.
     */
    private static final String UNANSWERED = """
            SELECT a.question, gap.times, gap.last FROM (
                SELECT question_key, count(*) AS times, max(day) AS last, max(answer_id) AS answer_id
                FROM answer_figure f
                WHERE outcome = 'abstained' AND day BETWEEN :from AND :to
                    AND NOT EXISTS (SELECT 1 FROM answer_figure later WHERE later.question_key = f.question_key
                        AND later.outcome = 'answered' AND later.day >= f.day)
                GROUP BY question_key ORDER BY times DESC, last DESC, question_key LIMIT :limit
            ) AS gap JOIN answer a ON a.id = gap.answer_id ORDER BY gap.times DESC, gap.last DESC, gap.question_key
            """;

    private final Database database;

    private record SameTime(int millis, int answers) {}

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
            return new StatsBody(
                    from,
                    to,
                    days(handle, from, to),
                    latency(handle, from, to),
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

    private static StatsBody.Latency latency(Handle handle, LocalDate from, LocalDate to) {
        List<SameTime> times = handle.createQuery(MILLIS)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map((row, context) -> new SameTime(row.getInt("total_ms"), row.getInt("answers")))
                .list();
        if (times.isEmpty()) {
            return new StatsBody.Latency(null, null, null);
        }
        int answers = times.stream().mapToInt(SameTime::answers).sum();
        List<Integer> found = new ArrayList<>();
        for (int percent : PERCENTILES) {
            found.add(millis(times, (int) Math.ceil(percent / 100.0 * answers))); // nearest rank
        }
        return new StatsBody.Latency(found.get(0), found.get(1), found.get(2));
    }

    /** The time of the answer with that rank, the quickest having rank 1. */
    private static int millis(List<SameTime> times, int rank) {
        int before = 0;
        int at = 0;
        while (before + times.get(at).answers() < rank) {
            before += times.get(at).answers();
            at++;
        }
        return times.get(at).millis();
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
