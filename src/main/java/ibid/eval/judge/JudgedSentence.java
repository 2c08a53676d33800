package ibid.eval.judge;

import java.util.List;

/**
 * A sentence of an answer and a judge's verdict on it.
 *
 * @param judge     the judge's name
 * @param footnotes the numbers of the footnotes it was checked against; empty if it has no footnotes or was checked
 *                  against all passages found
 * @param word      full, partial, none, contradicted or failed
 */
public record JudgedSentence(
        String judge, String sentence, List<Integer> footnotes, String word, double score, String reason) {

    public JudgedSentence {
        footnotes = List.copyOf(footnotes);
    }
}
