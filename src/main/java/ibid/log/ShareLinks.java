package ibid.log;

import ibid.access.ReaderId;
import ibid.access.Secret;
import ibid.api.AnswerBody;
import ibid.api.share.ShareBody;
import ibid.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Links by which whoever has one reads one answer. A link goes with its answer. Threads may share it. */
public final class ShareLinks {

    private static final String INSERT =
            "INSERT INTO share (hash, id, answer_id, created) SELECT ?, ?, id, ? FROM answer WHERE id = ?";
    private static final String SELECT = """
            SELECT s.id, s.answer_id, a.question, s.created
            FROM share s JOIN answer a ON a.id = s.answer_id JOIN conversation c ON c.id = a.conversation_id
            """;
    private static final String DELETE = """
            DELETE FROM share WHERE id = ? AND answer_id IN (
                SELECT a.id FROM answer a JOIN conversation c ON c.id = a.conversation_id WHERE c.reader = ?)
            """;

    private final Database database;

    /** A new link; its secret, of 256 random bits, cannot be read again. */
    public record Made(String secret, ShareBody link) {}

    ShareLinks(Database database) {
        this.database = database;
    }

    /** Makes a link to an answer; empty if it is not stored. */
    public Optional<Made> make(String answer) {
        String secret = Secret.random();
        String id = UUID.randomUUID().toString();
        String now = Instant.now().toString();
        database.write(handle -> handle.execute(INSERT, Secret.hash(secret), id, now, answer));
        return database.read(handle -> handle.select(SELECT + "WHERE s.id = ?", id)
                .map(ShareLinks::link)
                .findOne()
                .map(link -> new Made(secret, link)));
    }

    /** The links to a reader's answers, newest first. */
    public List<ShareBody> of(ReaderId reader) {
        String sql = SELECT + "WHERE c.reader = ? ORDER BY s.created DESC, s.id";
        return database.read(handle ->
                handle.select(sql, reader.value()).map(ShareLinks::link).list());
    }

    /** Deletes a link to an answer of the reader; false if there is none. */
    public boolean revoke(ReaderId reader, String id) {
        return database.erase(handle -> handle.execute(DELETE, id, reader.value())) > 0;
    }

    /** The answer that a link leads to. */
    public Optional<AnswerBody> answer(String secret) {
        String sql = "SELECT a.json FROM answer a JOIN share s ON s.answer_id = a.id WHERE s.hash = ?";
        return database.read(handle -> handle.select(sql, Secret.hash(secret))
                .map((row, context) -> RatedAnswerRow.answer(row))
                .findOne());
    }

    private static ShareBody link(ResultSet row, StatementContext context) throws SQLException {
        return new ShareBody(
                row.getString("id"),
                row.getString("answer_id"),
                row.getString("question"),
                Instant.parse(row.getString("created")),
                "");
    }
}
