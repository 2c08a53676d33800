package ibid.log;

import ibid.api.Turn;
import ibid.ask.Answer;
import ibid.ask.Footnote;
import ibid.language.Text;
import ibid.search.Hit;
import ibid.search.rewrite.EarlierTurn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer log: every turn with its passages, footnotes, timings and feedback, in SQLite. What {@link #add} has returned from is on disk. Threads may share it. */
public final class TurnLog implements AutoCloseable {

    private static final int TITLE_LENGTH = 90;

    private final Database database;

    public TurnLog(Path file) {
        database = new Database(file);
    }

    /** Makes the conversation if there is none yet, so that it is listed while its first answer is on the way. */
    public void begin(String conversation, String question, Instant created) {
        database.transaction(connection -> begin(connection, conversation, question, created));
    }

    private static int begin(Connection connection, String conversation, String question, Instant created)
            throws SQLException {
        return Database.change(
                connection,
                "INSERT INTO conversation (id, title, created, updated) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET updated = excluded.updated",
                conversation,
                title(question),
                created.toString(),
                created.toString());
    }

    /** Stores a turn, and its conversation if it is new. */
    public void add(Turn turn) {
        database.transaction(connection -> {
            String created = turn.created().toString();
            begin(connection, turn.conversation(), turn.question(), turn.created());
            Answer answer = turn.asked().answer();
            String text = answer instanceof Answer.Cited cited ? cited.text() : "";
            Database.change(
                    connection,
                    "INSERT INTO answer (id, conversation_id, created, question, query, outcome, text, writer, generation, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    turn.id(),
                    turn.conversation(),
                    created,
                    turn.question(),
                    turn.asked().query(),
                    TurnJson.outcome(answer),
                    text,
                    turn.asked().authorship().model(),
                    turn.asked().ranking().generation(),
                    TurnJson.of(turn).toString());
            addPassages(connection, turn);
            if (answer instanceof Answer.Cited cited) addFootnotes(connection, turn.id(), cited.footnotes());
            for (Map.Entry<String, Long> timing : TurnJson.timings(turn).entrySet()) {
                Database.change(
                        connection,
                        "INSERT INTO timing (answer_id, stage, ms) VALUES (?, ?, ?)",
                        turn.id(),
                        timing.getKey(),
                        timing.getValue());
            }
            return null;
        });
    }

    private static void addPassages(Connection connection, Turn turn) throws SQLException {
        int rank = 1;
        for (Hit hit : turn.asked().ranking().hits()) {
            Database.change(
                    connection,
                    "INSERT INTO passage (answer_id, rank, passage_id, score, bm25, dense) VALUES (?, ?, ?, ?, ?, ?)",
                    turn.id(),
                    rank++,
                    hit.passage().id().toString(),
                    hit.score(),
                    hit.leg("bm25"),
                    hit.leg("dense"));
        }
    }

    private static void addFootnotes(Connection connection, String id, List<Footnote> footnotes) throws SQLException {
        for (Footnote footnote : footnotes) {
            Database.change(
                    connection,
                    "INSERT INTO footnote (answer_id, number, article_id, passage_id, quote, quote_start, quote_end, support, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    footnote.number(),
                    footnote.article().id().value(),
                    footnote.passage().toString(),
                    footnote.quote().exact(),
                    footnote.quote().place().start(),
                    footnote.quote().place().end(),
                    TurnJson.word(footnote.verdict().support()),
                    footnote.verdict().score());
        }
    }

    private static String title(String question) {
        Text text = new Text(question);
        return text.length() <= TITLE_LENGTH ? question : text.slice(0, TITLE_LENGTH - 1) + "…";
    }

    /** The answer as it was shown, to the letter. */
    public Optional<String> answer(String id) {
        return database.select("SELECT json FROM answer WHERE id = ?", row -> row.getString(1), id).stream()
                .findFirst();
    }

    /** The conversation's turns for putting a follow-up into stand-alone form, oldest first. */
    public List<EarlierTurn> earlier(String conversation) {
        return database.select(
                "SELECT question, query, text FROM answer WHERE conversation_id = ? ORDER BY created, rowid",
                row -> new EarlierTurn(row.getString(1), row.getString(2), row.getString(3)),
                conversation);
    }

    /** Newest first. */
    public List<ConversationSummary> conversations(int limit) {
        return database.select(
                "SELECT c.id, c.title, c.created, c.updated, (SELECT count(*) FROM answer a WHERE a.conversation_id = c.id) FROM conversation c ORDER BY c.updated DESC, c.rowid DESC LIMIT ?",
                row -> new ConversationSummary(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)),
                limit);
    }

    public Optional<ConversationSummary> conversation(String id) {
        return database
                .select(
                        "SELECT c.id, c.title, c.created, c.updated, (SELECT count(*) FROM answer a WHERE a.conversation_id = c.id) FROM conversation c WHERE c.id = ?",
                        row -> new ConversationSummary(
                                row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)),
                        id)
                .stream()
                .findFirst();
    }

    /** The answers of a conversation as they were shown, by id, oldest first. */
    public List<String> answers(String conversation) {
        return database.select(
                "SELECT json FROM answer WHERE conversation_id = ? ORDER BY created, rowid",
                row -> row.getString(1),
                conversation);
    }

    /** Removes the conversation with all that belongs to it; false if there was none. */
    public boolean deleteConversation(String id) {
        return database.transaction(
                        connection -> Database.change(connection, "DELETE FROM conversation WHERE id = ?", id))
                > 0;
    }

    /** The last feedback stands. False if there is no such answer. */
    public boolean rate(String answer, Feedback feedback) {
        return database.transaction(connection -> Database.change(
                        connection,
                        "INSERT INTO feedback (answer_id, rating, reasons, comment, created) SELECT id, ?, ?, ?, ? FROM answer WHERE id = ?"
                                + " ON CONFLICT (answer_id) DO UPDATE SET rating = excluded.rating, reasons = excluded.reasons, comment = excluded.comment, created = excluded.created",
                        TurnJson.word(feedback.rating()),
                        String.join("\n", feedback.reasons()),
                        feedback.comment(),
                        Instant.now().toString(),
                        answer))
                > 0;
    }

    public Optional<Feedback> feedback(String answer) {
        return database
                .select(
                        "SELECT rating, reasons, comment FROM feedback WHERE answer_id = ?",
                        row -> new Feedback(
                                Feedback.Rating.valueOf(row.getString(1).toUpperCase(java.util.Locale.ROOT)),
                                row.getString(2).lines().toList(),
                                row.getString(3)),
                        answer)
                .stream()
                .findFirst();
    }

    /** An answer as it was shown, with what a reader made of it. */
    public record Rated(String answer, Feedback feedback) {}

    /** The answers that were rated so, oldest first. */
    public List<Rated> rated(Feedback.Rating rating) {
        return database.select(
                "SELECT a.json, f.reasons, f.comment FROM feedback f JOIN answer a ON a.id = f.answer_id WHERE f.rating = ? ORDER BY a.created, a.rowid",
                row -> new Rated(
                        row.getString(1),
                        new Feedback(rating, row.getString(2).lines().toList(), row.getString(3))),
                TurnJson.word(rating));
    }

    @Override
    public void close() {
        database.close();
    }
}
