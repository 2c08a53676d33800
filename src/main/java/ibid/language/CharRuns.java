package ibid.language;

import java.util.function.IntPredicate;

/** Finds where a run of like characters in a text begins and ends, char by char. */
public final class CharRuns {

    private CharRuns() {}

    /** Where the run that begins there ends; the place itself where none begins. */
    public static int end(String text, int start, IntPredicate isOfRun) {
        int end = start;
        while (end < text.length() && isOfRun.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the run that ends before that place begins; the place itself where none ends. */
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
