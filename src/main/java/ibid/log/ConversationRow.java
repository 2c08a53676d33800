package ibid.log;

import ibid.api.ConversationBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps a row to a conversation. */
final class ConversationRow implements RowMapper<ConversationBody> {

    @Override
    public ConversationBody map(ResultSet row, StatementContext context) throws SQLException {
        return new ConversationBody(
                row.getString("id"),
                row.getString("title"),
                Instant.parse(row.getString("created")),
                Instant.parse(row.getString("updated")),
                row.getInt("answers"),
                row.getBoolean("pinned"));
    }
}
