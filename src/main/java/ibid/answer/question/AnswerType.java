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

    /** Whether the answer is a few words of the sentence that can be highlighted. */
    public boolean isFact() {
        return isFact;
    }
}
