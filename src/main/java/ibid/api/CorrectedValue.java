package ibid.api;

import ibid.answer.Draft;

/**
 * A value that an answer replaces, because a correction took it back.
 *
 * @param withdrawn the words of the value
 */
public record CorrectedValue(String withdrawn, ArticleBody.CorrectedBy by) {

    static CorrectedValue of(Draft.Corrected corrected) {
        return new CorrectedValue(corrected.withdrawn(), ArticleBody.CorrectedBy.of(corrected.correction()));
    }
}
