package ibid.ask;

import ibid.retrieve.Earlier;
import ibid.retrieve.Filters;
import java.util.List;

/**
 * A question as somebody asks it.
 *
 * @param earlier turns of the same conversation, oldest first
 */
public record Asking(String question, List<Earlier> earlier, Filters filters) {

    public Asking {
        earlier = List.copyOf(earlier);
    }

    public Asking(String question) {
        this(question, List.of(), Filters.NONE);
    }
}
