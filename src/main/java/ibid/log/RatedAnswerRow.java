package ibid.log;

import ibid.api.AnswerBody;
import ibid.api.FeedbackBody;
import ibid.api.Json;
import ibid.api.RatedAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps a row to an answer with its feedback. */
final class RatedAnswerRow implements RowMapper<RatedAnswer> {

    @Override
    public RatedAnswer map(ResultSet row, StatementContext context) throws SQLException {
        return new RatedAnswer(answer(row), feedback(row));
    }

    /** The answer without feedback. */
    static AnswerBody answer(ResultSet row) throws SQLException {
        return Json.readLenient(row.getString("json"), AnswerBody.class, "a stored answer");
    }

    private static FeedbackBody feedback(ResultSet row) throws SQLException {
        String rating = row.getString("rating");
        if (rating == null) {
            return null;
        }
        return new FeedbackBody(
                FeedbackBody.Rating.valueOf(rating.toUpperCase(Locale.ROOT)),
                row.getString("comment"),
                row.getString("reasons").lines().toList());
    }
}
