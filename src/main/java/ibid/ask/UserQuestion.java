package ibid.ask;

import ibid.article.ArticleId;
import ibid.search.SearchFilters;
import ibid.search.rewrite.EarlierTurn;
import java.util.List;
import java.util.Set;

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

    /** The articles that the turn before cited, if the question depends on it. */
    Set<ArticleId> context(String standAlone) {
        boolean isDependent = !earlier.isEmpty() && !standAlone.equalsIgnoreCase(question);
        return isDependent ? earlier.getLast().cited() : Set.of();
    }
}
