package ibid.answer;

import java.util.Map;

/**
 * The form an answer takes, by how the question is worded. In every form but prose each sentence is a row of its own.
 */
public enum AnswerShape {

    /** Rows sorted by date; each row is labelled with its date. */
    TIMELINE(8, 24),
    /** Rows of a comparison; each row is labelled with the side it is about. */
    COMPARISON(6, 20),
    /** What several articles say; each row is labelled with its publisher. */
    OVERVIEW(5, 20),
    /** Rows that each add new information. */
    LIST(6, 36),
    /** Rows on the collection itself, each with the article it quotes; by more than the wording of a question. */
    COLLECTION(8, 8),
    PROSE(4, 12);

    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(AnswerShape.class, "answer-shapes.txt");

    private final int maxSentences;
    private final int depth;

    AnswerShape(int maxSentences, int depth) {
        this.maxSentences = maxSentences;
        this.depth = depth;
    }

    /** The first shape, in declaration order, that has a cue in the question. */
    public static AnswerShape of(String question) {
        for (AnswerShape shape : values()) {
            CuePhrases cues = CUES.get(shape.name());
            if (cues != null && cues.isIn(question)) {
                return shape;
            }
        }
        return PROSE;
    }

    public int maxSentences() {
        return maxSentences;
    }

    /** Number of passages taken from the ranking. */
    public int depth() {
        return depth;
    }

    /** Whether the answer gathers statements about a topic instead of answering one point. */
    public boolean isGathered() {
        return this == TIMELINE || this == COMPARISON || this == OVERVIEW;
    }
}
