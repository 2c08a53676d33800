package ibid.answer.question;

import ibid.answer.CuePhrases;
import java.util.Map;

/** The kind of thing a question asks for, by how it is worded. */
public enum AnswerType {
    DATE(true),
    NUMBER(true),
    REASON(false),
    STATEMENT(false),
    PERSON(true),
    PLACE(true),
    ANY(false);

    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(AnswerType.class, "answer-types.txt");
    private static final int MAX_SENTENCES_FOR_FACT = 3;
    private static final int MAX_SENTENCES = 5;

    private final boolean isFact;

    AnswerType(boolean isFact) {
        this.isFact = isFact;
    }

    /** The first type, in declaration order, that has a cue in the question. */
    public static AnswerType of(String question) {
        for (AnswerType type : values()) {
            CuePhrases cues = CUES.get(type.name());
            if (cues != null && cues.isIn(question)) {
                return type;
            }
        }
        return ANY;
    }

    /** Maximum number of sentences in an answer without rows. */
    public int maxSentences() {
        return isFact ? MAX_SENTENCES_FOR_FACT : MAX_SENTENCES;
    }

    /** Whether the answer is a few words of the sentence that can be highlighted. */
    public boolean isFact() {
        return isFact;
    }
}
