package ibid.answer.validity;

import ibid.answer.rank.ScoredCandidate;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranked sentences with the newest value first.
 *
 * @param ranked   best first, without those that the newest value replaces
 * @param replaced sentences with an older value than the first has, best first
 * @param together sentences that are shown together, as they state what was withdrawn and what is right; or none
 * @param isSettled whether the first gives the value that holds now, so that no other is needed
 */
public record CurrentOrder(
        List<ScoredCandidate> ranked,
        List<ScoredCandidate> replaced,
        List<ScoredCandidate> together,
        boolean isSettled) {

    public CurrentOrder {
        ranked = List.copyOf(ranked);
        replaced = List.copyOf(replaced);
        together = List.copyOf(together);
    }

    static CurrentOrder unchanged(List<ScoredCandidate> ranked) {
        return new CurrentOrder(ranked, List.of(), List.of(), false);
    }

    /**
     * Gives the newest the score of the best.
     *
     * @param past sentences that do not answer
     */
    static CurrentOrder of(
            List<ScoredCandidate> ranked,
            ScoredCandidate newest,
            List<ScoredCandidate> older,
            List<ScoredCandidate> past) {
        List<ScoredCandidate> ordered = new ArrayList<>();
        ordered.add(new ScoredCandidate(newest.candidate(), ranked.getFirst().score()));
        for (ScoredCandidate candidate : ranked) {
            if (candidate != newest && !older.contains(candidate) && !past.contains(candidate)) {
                ordered.add(candidate);
            }
        }
        return new CurrentOrder(ordered, older, List.of(), true);
    }
}
