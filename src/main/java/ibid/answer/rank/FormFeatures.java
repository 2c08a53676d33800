package ibid.answer.rank;

import java.util.Map;

/** Features of form: the length of a sentence, whether it is a question, and its position in its article. */
final class FormFeatures {

    private static final int MIN_SENTENCE_WORDS = 6;
    private static final double USUAL_SENTENCE_WORDS = 20;

    private FormFeatures() {}

    static Map<SentenceFeature, Double> of(PassageSentence sentence) {
        int words = sentence.countWords();
        int position = sentence.hit().passage().id().ordinal() + sentence.ordinal();
        return Map.of(
                SentenceFeature.LOG_LENGTH,
                Math.log(words / USUAL_SENTENCE_WORDS),
                SentenceFeature.IS_STUB,
                words < MIN_SENTENCE_WORDS ? 1.0 : 0.0,
                SentenceFeature.IS_QUESTION,
                sentence.text().endsWith("?") ? 1.0 : 0.0,
                SentenceFeature.RECIPROCAL_POSITION,
                1.0 / (1 + position));
    }
}
