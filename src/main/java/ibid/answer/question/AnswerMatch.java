package ibid.answer.question;

/**
 * Words of a sentence that have the type asked for.
 *
 * @param start   char offset in the sentence
 * @param isExact whether it also has the unit asked for, or counts what is asked for; false if that is unknown
 */
public record AnswerMatch(String text, int start, boolean isExact) {

    AnswerMatch(String text, int start) {
        this(text, start, false);
    }

    public int end() {
        return start + text.length();
    }

    public boolean overlaps(int from, int to) {
        return start < to && end() > from;
    }
}
