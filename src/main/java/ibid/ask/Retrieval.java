package ibid.ask;

import ibid.search.Ranking;
import ibid.search.SearchFilters;
import java.util.List;

/**
 * What was asked and what the search found.
 *
 * @param question in its stand-alone form
 * @param parts    the stand-alone questions in it
 * @param rankings one for each part
 * @param together the rankings as one
 */
public record Retrieval(
        String question, SearchFilters filters, List<String> parts, List<Ranking> rankings, Ranking together) {

    public Retrieval {
        parts = List.copyOf(parts);
        rankings = List.copyOf(rankings);
    }
}
