package ibid.answer.rank;

import ibid.answer.CuePhrases;
import java.util.Map;
import java.util.Optional;

/** The kind of thing a question asks for, by how it is worded. */
public enum AnswerType {
    DATE(SentenceFeature.HOLDS_DATE, true),
    NUMBER(SentenceFeature.HOLDS_NUMBER, true),
    REASON(SentenceFeature.HOLDS_REASON, false),
    STATEMENT(SentenceFeature.HOLDS_STATEMENT, false),
    PERSON(SentenceFeature.HOLDS_PERSON, true),
    PLACE(SentenceFeature.HOLDS_PLACE, true),
    ANY(null, false);

    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(AnswerType.class, "answer-types.txt");
    private static final int MAX_SENTENCES_FOR_FACT = 3;
    private static final int MAX_SENTENCES = 5;

    private final SentenceFeature feature;
    private final boolean isFact;

    AnswerType(SentenceFeature feature, boolean isFact) {
        this.feature = feature;
        this.isFact = isFact;
    }

    /** The first type, in the order above, that has a cue in the question. */
    static AnswerType of(String question) {
        for (AnswerType type : values()) {
            CuePhrases cues = CUES.get(type.name());
            if (cues != null && cues.isIn(question)) {
                return type;
            }
        }
        return ANY;
    }

    /** The feature that says whether a sentence holds something of the type; none where form does not tell. */
    Optional<SentenceFeature> feature() {
        return Optional.ofNullable(feature);
    }

    /** How many sentences answer it at most, where the answer has no rows. */
    public int maxSentences() {
        return isFact ? MAX_SENTENCES_FOR_FACT : MAX_SENTENCES;
    }

    /** Whether the answer is a few words of the sentence, which can be marked. */
    public boolean isFact() {
        return isFact;
    }
}
