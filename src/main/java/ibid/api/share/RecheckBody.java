package ibid.api.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import ibid.api.ArticleBody;
import ibid.api.Range;
import ibid.verify.Support;
import java.time.Instant;
import java.util.List;

/**
 * A stored answer against the articles of today.
 *
 * @param index     the generation of the index that it was checked against
 * @param holds     whether every footnote holds and every sentence has the support it had
 * @param sentences in the order of the answer
 */
public record RecheckBody(
        String answerId, Instant checked, String index, boolean holds, List<Note> footnotes, List<Claim> sentences) {

    /**
     * HOLDS: the article has the quoted words; CORRECTED: it has them, but a notice that the answer did not know
     * corrects the article; CHANGED: the article is there without the words; REMOVED: the article is gone.
     */
    public enum State {
        HOLDS,
        CORRECTED,
        CHANGED,
        REMOVED
    }

    /**
     * A footnote.
     *
     * @param place       where the quoted words are today, or null
     * @param correctedBy the newest correction of the article, or null
     */
    public record Note(
            int number,
            State state,
            @JsonInclude(JsonInclude.Include.NON_NULL) Range place,
            @JsonInclude(JsonInclude.Include.NON_NULL) ArticleBody.CorrectedBy correctedBy) {}

    /**
     * A sentence.
     *
     * @param before its support when it was answered
     * @param now    its support by the quotes that hold
     */
    public record Claim(String text, Support before, Support now) {}

    public RecheckBody {
        footnotes = List.copyOf(footnotes);
        sentences = List.copyOf(sentences);
    }
}
