package ibid.answer.contradiction;

import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where articles contradict each other about the answer to a question (de Marneffe, Rafferty and Manning,
 * "Finding Contradictions in Text", ACL 2008): values that exclude each other, of the same thing, time and unit.
 */
public final class Contradictions {

    private static final int MAX_SIDES = 4;

    private Contradictions() {}

    /**
     * Assertions each of which contradicts all others, the best sentence's first; empty where all agree.
     *
     * @param assertions best first
     */
    public static List<Assertion> among(List<Assertion> assertions) {
        List<Assertion> sides = new ArrayList<>();
        for (Assertion assertion : assertions) {
            if (sides.size() < MAX_SIDES && sides.stream().allMatch(assertion::contradicts)) {
                sides.add(assertion);
            }
        }
        return sides.size() < 2 ? List.of() : List.copyOf(sides);
    }

    /** What each of the sentences asserts that gives an answer by itself, in their order. */
    public static List<Assertion> read(QuestionAnalysis question, List<ScoredCandidate> ranked) {
        AssertionReader reader = new AssertionReader(question);
        return ranked.stream().map(reader::read).flatMap(Optional::stream).toList();
    }
}
