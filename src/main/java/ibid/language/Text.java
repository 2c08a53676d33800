package ibid.language;

import java.util.Arrays;

/** An article's canonical text, addressed by code points like the API. Immutable. */
public final class Text {

    private static final int STEP = 1024; // chars

    private final String value;

    /** Code points before every 1024th char; empty without surrogate pairs, because both offsets are then the same. */
    private final int[] steps;

    public Text(String value) {
        this.value = value;
        this.steps = value.codePointCount(0, value.length()) == value.length() ? new int[0] : steps(value);
    }

    public String value() {
        return value;
    }

    /** Length in code points. */
    public int length() {
        return codePointOffset(value.length());
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
        if (steps.length == 0) {
            return charOffset;
        }
        int step = border(value, charOffset / STEP) > charOffset ? charOffset / STEP - 1 : charOffset / STEP;
        return steps[step] + value.codePointCount(border(value, step), charOffset);
    }

    private int charOffset(int codePointOffset) {
        if (steps.length == 0) {
            return codePointOffset;
        }
        int found = Arrays.binarySearch(steps, codePointOffset);
        int step = found >= 0 ? found : -found - 2;
        return value.offsetByCodePoints(border(value, step), codePointOffset - steps[step]);
    }

    private static int[] steps(String value) {
        int[] steps = new int[value.length() / STEP + 1];
        for (int i = 1; i < steps.length; i++) {
            steps[i] = steps[i - 1] + value.codePointCount(border(value, i - 1), border(value, i));
        }
        return steps;
    }

    /** Start of a step; never between the halves of a surrogate pair. */
    private static int border(String value, int step) {
        int at = step * STEP;
        return at > 0 && at < value.length() && Character.isSurrogatePair(value.charAt(at - 1), value.charAt(at))
                ? at + 1
                : at;
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
