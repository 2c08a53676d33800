package ibid.answer;

import java.util.Map;

/**
 * The form an answer takes, by how the question is worded. In every form but prose each sentence is a row of its own.
 */
public enum AnswerShape {

    /** Rows in the order of the days they tell of, each with its day. */
    TIMELINE(8, 24),
    /** Rows side by side, each with the side it speaks of. */
    COMPARISON(6, 20),
    /** What several articles say, each row with its publisher. */
    OVERVIEW(6, 20),
    /** Rows that each add something. */
    LIST(6, 16),
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

    /** The first, in the order above, that has a cue in the question. */
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

    /** How many passages of the ranking it is made from. */
    public int depth() {
        return depth;
    }

    /** Whether it gathers what is said about something, rather than answering one point. */
    public boolean isGathered() {
        return this == TIMELINE || this == COMPARISON || this == OVERVIEW;
    }
}
