package ibid.ask;

import ibid.search.SearchFilters;
import ibid.search.rewrite.EarlierTurn;
import java.util.List;

/**
 * A question as somebody asks it.
 *
 * @param earlier turns of the same conversation, oldest first
 */
public record Asking(String question, List<EarlierTurn> earlier, SearchFilters filters) {

    public Asking {
        earlier = List.copyOf(earlier);
    }

    public Asking(String question) {
        this(question, List.of(), SearchFilters.NONE);
    }
}
