package ibid.answer.rank;

/**
 * Words of a sentence that are of the type asked for.
 *
 * @param start char offset in the sentence
 */
public record AnswerMatch(String text, int start) {

    int end() {
        return start + text.length();
    }

    boolean overlaps(int from, int to) {
        return start < to && end() > from;
    }
}
