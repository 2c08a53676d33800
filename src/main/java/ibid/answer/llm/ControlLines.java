package ibid.answer.llm;

import ibid.language.CharRuns;

/**
 * Recognises control lines in a model's output: "NONE" if the articles do not answer, and "MISSING: ..." for what they
 * leave open.
 */
final class ControlLines {

    private static final String NONE = "none";
    private static final String MISSING = "missing";
    private static final String NONE_OF_THEM = "none of ";

    private String missing = "";
    private boolean declines;

    /** Whether the line is a control line; it is stored once it is complete. */
    boolean accept(String line, boolean hasEnded) {
        int word = firstWord(line, 0);
        int colon = startsWith(line, word, MISSING) ? findColon(line, word + MISSING.length()) : -1;
        if (colon >= 0) {
            missing = hasEnded ? line.substring(colon + 1).strip() : missing;
            return true;
        }
        boolean isNone = isNone(line, word);
        declines |= isNone && hasEnded;
        return isNone;
    }

    private static boolean isNone(String line, int word) {
        boolean isNone = startsWith(line, word, NONE) && endsAt(line, word + NONE.length());
        return isNone && !startsWith(line, word, NONE_OF_THEM);
    }

    private static boolean startsWith(String line, int at, String word) {
        return line.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean endsAt(String line, int at) {
        return at == line.length() || !Character.isLetterOrDigit(line.charAt(at));
    }

    private static int firstWord(String line, int from) {
        return CharRuns.end(line, from, sign -> !Character.isLetterOrDigit(sign));
    }

    /** Index of the last colon before the next word; -1 if there is none. */
    private static int findColon(String line, int from) {
        int colon = line.lastIndexOf(':', firstWord(line, from) - 1);
        return colon >= from ? colon : -1;
    }

    String missing() {
        return missing;
    }

    boolean declines() {
        return declines;
    }
}
