package ibid.search;

/** A question in its stand-alone form, with the filters of articles. */
public record Query(String text, SearchFilters filters) {

    public Query(String text) {
        this(text, SearchFilters.NONE);
    }
}
