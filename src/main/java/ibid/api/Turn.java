package ibid.api;

import ibid.ask.AnsweredQuestion;
import ibid.search.SearchFilters;
import java.time.Instant;

/**
 * One question with its answer, as it is stored and shown.
 *
 * @param filters the reader's filters
 * @param millis  from the question's arrival to the finished answer
 */
public record Turn(
        String id,
        String conversation,
        Instant created,
        String question,
        SearchFilters filters,
        AnsweredQuestion asked,
        long millis) {

    /** A turn without filters. */
    public Turn(String id, String conversation, Instant created, String question, AnsweredQuestion asked, long millis) {
        this(id, conversation, created, question, SearchFilters.NONE, asked, millis);
    }
}
