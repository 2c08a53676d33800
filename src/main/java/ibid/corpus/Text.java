package ibid.corpus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An article's canonical text, addressed by code point as the API is. Immutable. */
public final class Text {

    private final String value;
    private final boolean oneUnitEach;   // no surrogate pairs, so a code point offset is a char offset

    @JsonCreator
    public Text(String value) {
        this.value = value;
        this.oneUnitEach = value.codePointCount(0, value.length()) == value.length();
    }

    @JsonValue
    public String value() {
        return value;
    }

    /** Length in code points. */
    public int length() {
        return oneUnitEach ? value.length() : value.codePointCount(0, value.length());
    }

    public String slice(Span span) {
        return slice(span.start(), span.end());
    }

    /** The words from start to end, both cut to the text. */
    public String slice(int start, int end) {
        int from = Math.max(0, start);
        int to = Math.min(length(), end);
        return from >= to ? "" : value.substring(charOffset(from), charOffset(to));
    }

    /** The code point offset of a char offset. */
    public int codePointOffset(int charOffset) {
        return oneUnitEach ? charOffset : value.codePointCount(0, charOffset);
    }

    private int charOffset(int codePointOffset) {
        return oneUnitEach ? codePointOffset : value.offsetByCodePoints(0, codePointOffset);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && text.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
