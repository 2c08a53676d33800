package ibid.eval.measure;

import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * RAGChecker's measures of one answer (Ru et al., NeurIPS 2024; {@code computation.py} of amazon-science/RAGChecker):
 * claims of the answer and of the right answer, each beside every retrieved passage and beside the other answer. They
 * tell a fault of the search from one of the writer. faithfulness, hallucination and selfKnowledge part the answer's
 * claims and make 1 together. All are 0 where there is nothing to count, as RAGChecker has it.
 *
 * @param answer   the claims of the answer that was given
 * @param expected the claims of the right answer, here its nuggets
 * @param passages how many were retrieved
 * @param failures judgements that failed, each counted as not borne out
 */
public record RagChecker(List<Beside> answer, List<Beside> expected, int passages, int failures) {

    /**
     * A claim beside the texts that may say it.
     *
     * @param other whether the other answer says it: of a claim that was given, that it is correct; of one expected,
     *              that it was given
     * @param by    for each passage, whether it says the claim
     */
    public record Beside(boolean other, List<Boolean> by) {

        public Beside {
            by = List.copyOf(by);
        }

        boolean told() {
            return by.contains(true);
        }
    }

    public RagChecker {
        answer = List.copyOf(answer);
        expected = List.copyOf(expected);
        for (List<Beside> claims : List.of(answer, expected)) {
            for (Beside claim : claims) {
                if (claim.by().size() != passages) {
                    throw new IllegalArgumentException(
                            "a claim beside " + claim.by().size() + " of " + passages + " passages");
                }
            }
        }
    }

    /** Has a judge lay every claim beside every passage and the other answer. */
    public static RagChecker of(List<String> answer, List<String> expected, List<String> passages, Judge judge) {
        int[] failures = new int[1];
        List<Beside> given = beside(answer, expected, passages, judge, failures),
                right = beside(expected, answer, passages, judge, failures);
        return new RagChecker(given, right, passages.size(), failures[0]);
    }

    private static List<Beside> beside(
            List<String> claims, List<String> other, List<String> passages, Judge judge, int[] failures) {
        List<Beside> laid = new ArrayList<>();
        for (String claim : claims) {
            List<Judgement> judgements = new ArrayList<>(passages.stream()
                    .map(passage -> judge.judge(claim, List.of(passage)))
                    .toList());
            Judgement whole = judge.judge(claim, other);
            laid.add(new Beside(
                    whole.full(), judgements.stream().map(Judgement::full).toList()));
            judgements.add(whole);
            failures[0] += (int) judgements.stream().filter(Judgement::failed).count();
        }
        return laid;
    }

    /** Claims given that are correct. */
    public double precision() {
        return share(answer, Beside::other);
    }

    /** Claims expected that were given. */
    public double recall() {
        return share(expected, Beside::other);
    }

    public double f1() {
        return precision() * recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    /** Claims expected that a passage says: what the search found. */
    public double claimRecall() {
        return share(expected, Beside::told);
    }

    /** Passages that say a claim expected. */
    public double contextPrecision() {
        if (passages == 0) {
            return 0;
        }
        int relevant = 0;
        for (int passage = 0; passage < passages; passage++) {
            if (relevant(passage)) {
                relevant++;
            }
        }
        return (double) relevant / passages;
    }

    /** Of the claims expected that a passage says, those that were given: what the writer made of the search. */
    public double contextUtilisation() {
        return share(expected.stream().filter(Beside::told).toList(), Beside::other);
    }

    /** Claims given that are wrong, though a relevant passage says them. */
    public double noiseSensitivityInRelevant() {
        return share(answer, claim -> !claim.other() && toldByRelevant(claim));
    }

    /** Claims given that are wrong and that only irrelevant passages say. */
    public double noiseSensitivityInIrrelevant() {
        return share(answer, claim -> !claim.other() && claim.told() && !toldByRelevant(claim));
    }

    /** Claims given that a passage says, right or wrong. */
    public double faithfulness() {
        return share(answer, Beside::told);
    }

    /** Claims given that no passage says and that are wrong. */
    public double hallucination() {
        return share(answer, claim -> !claim.told() && !claim.other());
    }

    /** Claims given that no passage says and that are correct all the same. */
    public double selfKnowledge() {
        return share(answer, claim -> !claim.told() && claim.other());
    }

    private boolean relevant(int passage) {
        return expected.stream().anyMatch(claim -> claim.by().get(passage));
    }

    private boolean toldByRelevant(Beside claim) {
        for (int passage = 0; passage < passages; passage++) {
            if (claim.by().get(passage) && relevant(passage)) {
                return true;
            }
        }
        return false;
    }

    private static double share(List<Beside> claims, Predicate<Beside> which) {
        return claims.stream()
                .mapToInt(claim -> which.test(claim) ? 1 : 0)
                .average()
                .orElse(0);
    }
}
