package ibid.ask;

import ibid.search.SearchFilters;
import ibid.search.rewrite.EarlierTurn;
import java.util.List;

/**
 * A question as a user asks it.
 *
 * @param earlier turns of the same conversation, oldest first
 */
public record UserQuestion(String question, List<EarlierTurn> earlier, SearchFilters filters) {

    public UserQuestion {
        earlier = List.copyOf(earlier);
    }

    public UserQuestion(String question) {
        this(question, List.of(), SearchFilters.NONE);
    }
}
