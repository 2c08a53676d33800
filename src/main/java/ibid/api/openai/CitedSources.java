package ibid.api.openai;

import ibid.api.NullIfEmpty;
import java.util.List;

/**
 * The sources as Perplexity lists them: number n in the text is the n-th of each list, and none is left out.
 *
 * @param citations their addresses
 */
public record CitedSources(List<String> citations, List<SearchResult> searchResults) {

    /**
     * @param date    ISO date of publication
     * @param snippet the quoted words, to the letter
     */
    public record SearchResult(
            String title, String url, @NullIfEmpty String date, String snippet) {}
}
