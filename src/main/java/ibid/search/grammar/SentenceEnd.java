package ibid.search.grammar;

/** The full stop, question mark or exclamation mark at the end of a sentence. */
public final class SentenceEnd {

    private static final String MARKS = "?.!";

    private SentenceEnd() {}

    /** The text without the marks and the white space at its end. */
    public static String removedFrom(String text) {
        int end = text.length();
        while (end > 0 && isEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isEnd(char character) {
        return Character.isWhitespace(character) || MARKS.indexOf(character) >= 0;
    }

    /** The mark it ends with, a question mark where it has none. */
    public static String markOf(String question) {
        return question.endsWith(".") || question.endsWith("!") ? question.substring(question.length() - 1) : "?";
    }
}
