package ibid.search;

/** What is searched: a question in its stand-alone form, and the articles it may see. */
public record Query(String text, SearchFilters filters) {

    public Query(String text) {
        this(text, SearchFilters.NONE);
    }
}
