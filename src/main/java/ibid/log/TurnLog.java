package ibid.log;

import ibid.access.ReaderId;
import ibid.api.AnswerBody;
import ibid.api.FeedbackBody;
import ibid.api.FootnoteBody;
import ibid.api.Json;
import ibid.api.RatedAnswer;
import ibid.article.ArticleId;
import ibid.search.rewrite.EarlierTurn;
import ibid.storage.Database;
import ibid.storage.DatabaseAddress;
import ibid.storage.PostgresImport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The log of answers with their conversations and feedback, in SQL. When {@link #add} returns, the turn is on disk.
 * Threads may share it.
 */
public final class TurnLog implements AutoCloseable {

    /** Its name in the data folder. */
    public static final String NAME = "log.sqlite";

    private static final Database.Schema SCHEMA = new Database.Schema("answer log", TurnLog.class, 10, 7);
    private static final int MAX_FETCHED = 100; // answers of some 20 KB held at a time while all are read
    private static final List<String> TABLES =
            List.of("conversation", "question", "answer", "feedback", "answer_figure", "cited_article", "share");
    private static final int MAX_SAME_QUESTION = 20; // conversations; a client goes on with a recent one

    private static final String INSERT_ANSWER = """
            INSERT INTO answer (id, conversation_id, created, question, query, outcome, text, writer, generation, json)
            VALUES (:id, :conversation, :created, :question, :query, :outcome, :text, :writer, :generation, :json)
            """;
    private static final String INSERT_FEEDBACK = """
            INSERT INTO feedback (answer_id, rating, reasons, comment, created)
            SELECT id, :rating, :reasons, :comment, :now FROM answer WHERE id = :answer
            ON CONFLICT (answer_id) DO UPDATE SET rating = excluded.rating, reasons = excluded.reasons,
                comment = excluded.comment, created = excluded.created
            """;
    private static final String SELECT_ANSWERS = """
            SELECT a.json, f.rating, f.reasons, f.comment
            FROM answer a JOIN question q ON q.id = a.id LEFT JOIN feedback f ON f.answer_id = a.id
            """;

    private static final String OLDER =
            " AND q.turn < (SELECT turn FROM question WHERE id = :before AND conversation_id = :id)";
    private static final String COUNT_OLDER = """
            SELECT count(*) FROM question q JOIN answer a ON a.id = q.id, question this
            WHERE this.id = :id AND q.conversation_id = this.conversation_id AND q.turn < this.turn
            """;

    /** What a follow-up may go on with; reading all of a conversation of thousands takes seconds. */
    private static final int MAX_EARLIER_TURNS = 10;

    private final Database database;
    private final QuestionLog questions;
    private final AnswerFigures figures;
    private final ConversationList conversations;
    private final ConversationOwners owners;
    private final LogDeletion deletion;
    private final ShareLinks shares;

    /** A log in a file of its own. */
    public TurnLog(Path file) {
        this(new DatabaseAddress.SqliteFile(file));
    }

    /** A log that is only read, or from which something is deleted. */
    public TurnLog(DatabaseAddress address) {
        this(address, "");
    }

    /** @param server which of the servers that use the log this one is */
    public TurnLog(DatabaseAddress address, String server) {
        database = Database.open(address, SCHEMA);
        questions = new QuestionLog(database, server);
        figures = new AnswerFigures(database);
        conversations = new ConversationList(database);
        owners = new ConversationOwners(database);
        deletion = new LogDeletion(database);
        shares = new ShareLinks(database);
    }

    public ConversationList conversations() {
        return conversations;
    }

    public ConversationOwners owners() {
        return owners;
    }

    /**
     * The right to write an index, which processes that use this log have one at a time.
     *
     * @param index  its name, the same for all of them
     * @param holder what others are told of this process
     */
    public WriterLease lease(String index, String holder) {
        return new WriterLease(database, index, holder);
    }

    public QuestionLog questions() {
        return questions;
    }

    public AnswerFigures figures() {
        return figures;
    }

    /** Stores the answer of a stored question; false, and nothing is stored, if that was deleted meanwhile. */
    public boolean add(AnswerBody answer) {
        return database.write(handle -> isAsked(handle, answer) && insert(handle, answer) > 0);
    }

    private static boolean isAsked(Handle handle, AnswerBody answer) {
        return handle.execute("UPDATE question SET problem = NULL WHERE id = ?", answer.id()) > 0;
    }

    private static int insert(Handle handle, AnswerBody answer) {
        AnswerBody.Asked asked = answer.asked();
        AnswerBody.Provenance provenance = answer.provenance();
        int rows = handle.createUpdate(INSERT_ANSWER)
                .bind("id", asked.id())
                .bind("conversation", asked.conversationId())
                .bind("created", asked.created().toString())
                .bind("question", asked.question())
                .bind("query", asked.query())
                .bind("outcome", word(answer.outcome()))
                .bind("text", answer.text())
                .bind("writer", provenance.writer().model())
                .bind("generation", provenance.index())
                .bind("json", Json.write(answer))
                .execute();
        AnswerFigures.insert(handle, answer);
        return rows;
    }

    /** The answer as it was shown. */
    public Optional<AnswerBody> answer(String id) {
        return database.read(handle -> handle.createQuery("SELECT json FROM answer WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> RatedAnswerRow.answer(row))
                .findOne());
    }

    /** The last turns of a conversation, oldest first, for rewriting a follow-up question. */
    public List<EarlierTurn> earlier(String conversation) {
        List<RatedAnswer> last = newest(conversation, "", MAX_EARLIER_TURNS);
        return last.stream().map(rated -> earlier(rated.answer())).toList();
    }

    private static EarlierTurn earlier(AnswerBody answer) {
        Set<ArticleId> cited = new HashSet<>();
        for (FootnoteBody footnote : answer.evidence().footnotes()) {
            cited.add(new ArticleId(footnote.article().id()));
        }
        return new EarlierTurn(answer.asked().question(), answer.asked().query(), answer.text(), cited);
    }

    /** The answers of a conversation with their feedback, oldest first. */
    public List<RatedAnswer> answers(String conversation) {
        String sql = SELECT_ANSWERS + "WHERE a.conversation_id = :id ORDER BY q.turn";
        return database.read(handle -> handle.createQuery(sql)
                .bind("id", conversation)
                .map(new RatedAnswerRow())
                .list());
    }

    /** The newest answers of a conversation, oldest first; before that answer if one is named. */
    public List<RatedAnswer> newest(String conversation, String before, int limit) {
        String older = before.isEmpty() ? "" : OLDER;
        String sql = SELECT_ANSWERS + "WHERE a.conversation_id = :id" + older + " ORDER BY q.turn DESC LIMIT :limit";
        return database.read(handle -> handle.createQuery(sql)
                        .bind("id", conversation)
                        .bind("before", before)
                        .bind("limit", limit)
                        .map(new RatedAnswerRow())
                        .list())
                .reversed();
    }

    /** How many answers of its conversation are older than this one. */
    public int countOlder(String answer) {
        return database.read(handle -> handle.createQuery(COUNT_OLDER)
                .bind("id", answer)
                .mapTo(Integer.class)
                .one());
    }

    /** The newest conversations of a reader in which that question was asked. */
    public List<String> conversationsWith(ReaderId reader, String question) {
        String sql = "SELECT a.conversation_id FROM answer a JOIN question q ON q.id = a.id"
                + " JOIN conversation c ON c.id = a.conversation_id WHERE a.question = :question AND c.reader = :reader"
                + " GROUP BY a.conversation_id ORDER BY max(q.turn) DESC LIMIT :limit";
        return database.read(handle -> handle.createQuery(sql)
                .bind("reader", reader.value())
                .bind("question", question)
                .bind("limit", MAX_SAME_QUESTION)
                .mapTo(String.class)
                .list());
    }

    /** The answers with that rating, oldest first. */
    public List<RatedAnswer> rated(FeedbackBody.Rating rating) {
        String sql = SELECT_ANSWERS + "WHERE f.rating = :rating ORDER BY q.turn";
        return database.read(handle -> handle.createQuery(sql)
                .bind("rating", word(rating))
                .map(new RatedAnswerRow())
                .list());
    }

    /** Copies all of a log in a file into this one, which is in PostgreSQL and empty. */
    public PostgresImport copyOf(TurnLog file) {
        return new PostgresImport(file.database, database, TABLES);
    }

    public ShareLinks shares() {
        return shares;
    }

    public LogDeletion deletion() {
        return deletion;
    }

    /** Gives the answers of a time with their feedback, in the order of asking. */
    public void each(Instant from, Instant to, Consumer<RatedAnswer> consumer) {
        String sql = SELECT_ANSWERS + "WHERE a.created >= :from AND a.created < :to ORDER BY q.turn";
        database.scan(handle -> {
            handle.createQuery(sql)
                    .setFetchSize(MAX_FETCHED)
                    .bind("from", from.toString())
                    .bind("to", to.toString())
                    .map(new RatedAnswerRow())
                    .forEach(consumer);
            return 0;
        });
    }

    /** Stores feedback; the last one replaces earlier ones. False if there is no such answer. */
    public boolean rate(String answer, FeedbackBody feedback) {
        int rows = database.write(handle -> handle.createUpdate(INSERT_FEEDBACK)
                .bind("answer", answer)
                .bind("rating", word(feedback.rating()))
                .bind("reasons", lines(feedback.reasons()))
                .bind("comment", feedback.comment())
                .bind("now", Instant.now().toString())
                .execute());
        return rows > 0;
    }

    /** Joins texts, one per line. */
    private static String lines(List<String> texts) {
        return texts.stream().map(text -> text.replace('\n', ' ')).collect(Collectors.joining("\n"));
    }

    /** Writes to the disk without changing anything; throws what storing an answer would throw. */
    public void checkWritable() {
        database.checkWritable();
    }

    /** Whether other servers may use the log at the same time. */
    public boolean isShared() {
        return database.isShared();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        database.close();
    }
}
