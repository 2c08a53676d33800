package ibid.language;

import java.util.function.IntPredicate;

/** Finds the begin and end of a run of characters of one kind in a text, char by char. */
public final class CharRuns {

    private CharRuns() {}

    /** End of the run that begins there; the same position if none begins. */
    public static int end(String text, int start, IntPredicate isOfRun) {
        int end = start;
        while (end < text.length() && isOfRun.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Start of the run that ends before that position; the same position if none ends. */
    public static int start(String text, int end, IntPredicate isOfRun) {
        int start = end;
        while (start > 0 && isOfRun.test(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    public static IntPredicate anyOf(String signs) {
        return sign -> signs.indexOf(sign) >= 0;
    }

    public static IntPredicate noneOf(String signs) {
        return sign -> signs.indexOf(sign) < 0;
    }
}
