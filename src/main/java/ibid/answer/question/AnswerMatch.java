package ibid.answer.question;

/**
 * Words of a sentence that have the type asked for.
 *
 * @param start   char offset in the sentence
 * @param isExact whether they are surely what is asked for: in the unit asked for, counting the things asked for, a
 *     person who does what is asked about; false where only the type fits
 * @param extent  the same with the words that belong to them
 */
public record AnswerMatch(String text, int start, boolean isExact, AnswerExtent extent) {

    /** Words to which no others belong. */
    public static AnswerMatch bare(String text, int start, boolean isExact) {
        return new AnswerMatch(text, start, isExact, new AnswerExtent(text, start));
    }

    /** The same where more speaks against it than for it. */
    public AnswerMatch unsure() {
        return new AnswerMatch(text, start, false, extent);
    }

    public int end() {
        return start + text.length();
    }

    public boolean overlaps(int from, int to) {
        return start < to && end() > from;
    }
}
