package ibid.api;

import ibid.language.Span;

/** A stretch of a text in code points; the end is exclusive. */
public record Range(int start, int end) {

    public static Range of(Span span) {
        return new Range(span.start(), span.end());
    }
}
