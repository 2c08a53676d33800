package ibid.log;

import ibid.IbidException;
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
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z"); // of a four-digit year
    private static final Duration MAX_UNDER_WAY = Duration.ofMinutes(6); // a server stops an answer after five
    private static final Duration UNANSWERED_LIFE = Duration.ofDays(1); // for its reader to come back and ask again

    private static final String INSERT_CONVERSATION =
            "INSERT INTO conversation (id, title, created, updated, reader) VALUES (?, ?, ?, ?, ?)";
    private static final String GO_ON = "UPDATE conversation SET updated = ? WHERE id = ?";
    private static final String INSERT_QUESTION = """
            INSERT INTO question (id, conversation_id, created, question, key, request, server)
            VALUES (:id, :conversation, :created, :question, :key, :request, :server)
            ON CONFLICT (key) DO NOTHING
            """;
    private static final String SELECT_QUESTIONS = """
            SELECT q.id, q.conversation_id, q.created, q.question, q.problem, q.request, q.server FROM question q
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
            UPDATE question SET problem = :problem
            WHERE problem IS NULL AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.id = question.id)
                AND (server = :server OR created < :begun)
            """;

    /** Of a question that another server may be answering it is kept. */
    private static final String FORGET_KEY = """
            UPDATE question SET key = NULL, request = NULL
            WHERE key = :key AND (problem IS NOT NULL OR server = :server OR created < :begun)
            """;

    private static final String FORGET_OLD_KEYS =
            "UPDATE question SET key = NULL, request = NULL WHERE key IS NOT NULL AND created < ?";
    private static final String DELETE_UNANSWERED_CONVERSATIONS = """
            DELETE FROM conversation
            WHERE updated < ? AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.conversation_id = conversation.id)
            """;

    private final Database database;
    private final String server;

    /** @param server which of the servers that use the log this one is */
    QuestionLog(Database database, String server) {
        this.database = database;
        this.server = server;
    }

    /**
     * A question as it is stored.
     *
     * @param problem why it has no answer; empty while it is being answered and when it has one
     * @param request hash of what was asked with an idempotency key; empty without one
     * @param server  which of the servers that use the log was asked
     */
    public record Stored(
            String id,
            String conversation,
            Instant created,
            String question,
            String problem,
            String request,
            String server) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getString("id"),
                    row.getString("conversation_id"),
                    Instant.parse(row.getString("created")),
                    row.getString("question"),
                    Optional.ofNullable(row.getString("problem")).orElse(""),
                    Optional.ofNullable(row.getString("request")).orElse(""),
                    row.getString("server"));
        }
    }

    /**
     * Stores a question with its conversation; false, and nothing is stored, if it goes on with a deleted one.
     *
     * @throws IbidException BUSY if another server was asked with the same key at the same time
     */
    public boolean ask(AskedQuestion asked) {
        return database.write(handle -> ask(handle, asked));
    }

    private boolean ask(Handle handle, AskedQuestion asked) {
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
        int rows = handle.createUpdate(INSERT_QUESTION)
                .bind("id", asked.id())
                .bind("conversation", asked.conversation())
                .bind("created", now)
                .bind("question", asked.question())
                .bind("key", asked.key().map(AskedQuestion.Key::value))
                .bind("request", asked.key().map(AskedQuestion.Key::request))
                .bind("server", server)
                .execute();
        if (rows == 0) {
            throw underWay();
        }
        ConversationList.order(handle, asked.conversation());
        return true;
    }

    private static IbidException underWay() {
        return new IbidException(
                IbidException.Code.BUSY, "another server is answering this question; ask for its answer in a moment");
    }

    /** @throws IbidException BUSY if a server other than this one may be answering the question */
    public void requireNotElsewhere(Stored question, Instant now) {
        boolean isElsewhere = !question.server().equals(server);
        boolean isOpen = question.problem().isEmpty() && !question.created().isBefore(begun(now));
        if (database.isShared() && isElsewhere && isOpen && !isAnswered(question.id())) {
            throw underWay();
        }
    }

    private boolean isAnswered(String id) {
        return database.read(handle -> handle.select("SELECT count(*) FROM answer WHERE id = ?", id)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** When the oldest question that is under way at a server other than this one can have begun. */
    private Instant begun(Instant now) {
        return database.isShared() ? now.minus(MAX_UNDER_WAY) : END_OF_TIME;
    }

    static String title(String question) {
        Text text = new Text(question);
        return text.length() <= MAX_TITLE_CHARS ? question : text.slice(0, MAX_TITLE_CHARS - 1) + "…";
    }

    /** Forgets old keys, and this one of a question that was not answered. */
    private void forgetKeys(Handle handle, String key, Instant now) {
        handle.createUpdate(FORGET_KEY)
                .bind("key", key)
                .bind("server", server)
                .bind("begun", begun(now).toString())
                .execute();
        handle.execute(FORGET_OLD_KEYS, now.minus(KEY_LIFE).toString());
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

    /** Notes why a question has no answer; one whose answer was stored after all keeps it. */
    public void fail(String id, String problem) {
        String sql = "UPDATE question SET problem = ? WHERE id = ? AND id NOT IN (SELECT id FROM answer WHERE id = ?)";
        database.write(handle -> handle.execute(sql, problem, id, id));
    }

    /** Takes back a question on which no work began, and its conversation if nothing else is in it. */
    public void withdraw(AskedQuestion asked) {
        database.write(handle -> {
            ConversationList.lock(handle, asked.conversation());
            handle.execute("DELETE FROM question WHERE id = ?", asked.id());
            ConversationList.order(handle, asked.conversation());
            return asked.isFollowUp()
                    ? 0
                    : handle.execute("DELETE FROM conversation WHERE id = ?", asked.conversation());
        });
    }

    /**
     * Ends the questions that this server, or one that is gone, left behind, and deletes conversations without an
     * answer that nobody came back to. For the start of a server.
     *
     * @return how many questions were ended
     */
    public int endInterrupted(String problem, Instant now) {
        String oldest = now.minus(UNANSWERED_LIFE).toString();
        return database.erase(handle -> {
            handle.execute(DELETE_UNANSWERED_CONVERSATIONS, oldest);
            return handle.createUpdate(END_INTERRUPTED)
                    .bind("problem", problem)
                    .bind("server", server)
                    .bind("begun", begun(now).toString())
                    .execute();
        });
    }
}
