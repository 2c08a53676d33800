package ibid.serve.http;

import java.util.List;

/** A part of a long list. */
public final class Page {

    public static final int MAX_LIMIT = 1000;
    public static final int MAX_OFFSET = 10_000_000;

    private Page() {}

    public static <T> List<T> of(List<T> all, int offset, int limit) {
        int start = Math.min(offset, all.size());
        return all.subList(start, Math.min(start + limit, all.size()));
    }
}
