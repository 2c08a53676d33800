package ibid.log;

import ibid.api.ConversationBody;
import ibid.language.Text;
import ibid.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The questions of the log, in the order of asking. A question is stored before the work on it begins, so that one that
 * a kill cut off is known afterwards. Threads may share it.
 */
public final class QuestionLog {

    private static final int MAX_TITLE_CHARS = 90;
    private static final Duration KEY_LIFE = Duration.ofHours(24); // longer than any client tries again
    private static final Duration UNANSWERED_LIFE = Duration.ofDays(1); // for its reader to come back and ask again

    private static final String INSERT_CONVERSATION =
            "INSERT INTO conversation (id, title, created, updated, reader) VALUES (?, ?, ?, ?, ?)";
    private static final String GO_ON = "UPDATE conversation SET updated = ? WHERE id = ?";
    private static final String INSERT_QUESTION = """
            INSERT INTO question (id, conversation_id, created, question, key, request)
            VALUES (:id, :conversation, :created, :question, :key, :request)
            """;
    private static final String SELECT_QUESTIONS = """
            SELECT q.id, q.conversation_id, q.created, q.question, q.problem, q.request FROM question q
            """;
    private static final String SELECT_UNANSWERED = """
            SELECT q.id, q.created, q.question, q.problem,
                (SELECT a.id FROM answer a JOIN question p ON p.id = a.id
                 WHERE a.conversation_id = q.conversation_id AND p.turn < q.turn ORDER BY p.turn DESC LIMIT 1) AS after
            FROM question q
            WHERE q.conversation_id = :conversation AND q.problem IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM question later
                WHERE later.conversation_id = q.conversation_id AND later.turn > q.turn AND later.question = q.question)
            ORDER BY q.turn
            """;
    private static final String END_INTERRUPTED = """
            UPDATE question SET problem = ? WHERE problem IS NULL AND id NOT IN (SELECT id FROM answer)
            """;
    private static final String DELETE_UNANSWERED_CONVERSATIONS = """
            DELETE FROM conversation WHERE updated < ? AND id NOT IN (SELECT conversation_id FROM answer)
            """;

    private final Database database;

    QuestionLog(Database database) {
        this.database = database;
    }

    /**
     * A question as it is stored.
     *
     * @param problem why it has no answer; empty while it is being answered and when it has one
     * @param request hash of what was asked with an idempotency key; empty without one
     */
    public record Stored(
            String id, String conversation, Instant created, String question, String problem, String request) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getString("id"),
                    row.getString("conversation_id"),
                    Instant.parse(row.getString("created")),
                    row.getString("question"),
                    Optional.ofNullable(row.getString("problem")).orElse(""),
                    Optional.ofNullable(row.getString("request")).orElse(""));
        }
    }

    /** Stores a question with its conversation; false, and nothing is stored, if it goes on with a deleted one. */
    public boolean ask(AskedQuestion asked) {
        return database.write(handle -> ask(handle, asked));
    }

    private static boolean ask(Handle handle, AskedQuestion asked) {
        String now = asked.created().toString();
        if (!asked.isFollowUp()) {
            String title = title(asked.question());
            handle.execute(
                    INSERT_CONVERSATION,
                    asked.conversation(),
                    title,
                    now,
                    now,
                    asked.reader().value());
        } else if (handle.execute(GO_ON, now, asked.conversation()) == 0) {
            return false;
        }
        asked.key().ifPresent(key -> forgetKeys(handle, key.value(), asked.created()));
        return handle.createUpdate(INSERT_QUESTION)
                        .bind("id", asked.id())
                        .bind("conversation", asked.conversation())
                        .bind("created", now)
                        .bind("question", asked.question())
                        .bind("key", asked.key().map(AskedQuestion.Key::value))
                        .bind("request", asked.key().map(AskedQuestion.Key::request))
                        .execute()
                > 0;
    }

    static String title(String question) {
        Text text = new Text(question);
        return text.length() <= MAX_TITLE_CHARS ? question : text.slice(0, MAX_TITLE_CHARS - 1) + "…";
    }

    /** Forgets old keys, and this one of a question that was not answered. */
    private static void forgetKeys(Handle handle, String key, Instant now) {
        String forget = "UPDATE question SET key = NULL, request = NULL WHERE key ";
        handle.execute(forget + "= ?", key);
        handle.execute(
                forget + "IS NOT NULL AND created < ?", now.minus(KEY_LIFE).toString());
    }

    /** The question that was asked with the key, unless that was too long ago. */
    public Optional<Stored> withKey(String key, Instant now) {
        String sql = SELECT_QUESTIONS + "WHERE q.key = :key AND q.created >= :oldest";
        return database.read(handle -> handle.createQuery(sql)
                .bind("key", key)
                .bind("oldest", now.minus(KEY_LIFE).toString())
                .map((row, context) -> Stored.of(row))
                .findOne());
    }

    /** The question of an answer. */
    public Optional<Stored> question(String id) {
        return database.read(handle -> handle.createQuery(SELECT_QUESTIONS + "WHERE q.id = :id")
                .bind("id", id)
                .map((row, context) -> Stored.of(row))
                .findOne());
    }

    /** The questions of a conversation that have no answer and were not asked again, oldest first. */
    public List<ConversationBody.Unanswered> unanswered(String conversation) {
        return database.read(handle -> handle.createQuery(SELECT_UNANSWERED)
                .bind("conversation", conversation)
                .map((row, context) -> new ConversationBody.Unanswered(
                        row.getString("id"),
                        Instant.parse(row.getString("created")),
                        row.getString("question"),
                        row.getString("problem"),
                        row.getString("after")))
                .list());
    }

    /** Notes why a question has no answer. */
    public void fail(String id, String problem) {
        database.write(handle -> handle.execute("UPDATE question SET problem = ? WHERE id = ?", problem, id));
    }

    /** Takes back a question on which no work began, and its conversation if nothing else is in it. */
    public void withdraw(AskedQuestion asked) {
        database.write(handle -> {
            handle.execute("DELETE FROM question WHERE id = ?", asked.id());
            return asked.isFollowUp()
                    ? 0
                    : handle.execute("DELETE FROM conversation WHERE id = ?", asked.conversation());
        });
    }

    /**
     * Ends the questions that an earlier server left behind, and deletes conversations without an answer that nobody
     * came back to. For the start of the one server that uses the log.
     *
     * @return how many questions were ended
     */
    public int endInterrupted(String problem, Instant now) {
        String oldest = now.minus(UNANSWERED_LIFE).toString();
        return database.write(handle -> {
            handle.execute(DELETE_UNANSWERED_CONVERSATIONS, oldest);
            return handle.execute(END_INTERRUPTED, problem);
        });
    }
}
