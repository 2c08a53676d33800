package ibid.serve.route;

import java.util.List;

/** A part of a long list. */
final class Page {

    static final int MAX_LIMIT = 1000;
    static final int MAX_OFFSET = 10_000_000;

    private Page() {}

    static <T> List<T> of(List<T> all, int offset, int limit) {
        int start = Math.min(offset, all.size());
        return all.subList(start, Math.min(start + limit, all.size()));
    }
}
