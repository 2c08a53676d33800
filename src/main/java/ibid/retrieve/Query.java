package ibid.retrieve;

/** What is searched: a question in its stand-alone form, and the articles it may see. */
public record Query(String text, Filters filters) {

    public Query(String text) {
        this(text, Filters.NONE);
    }
}
