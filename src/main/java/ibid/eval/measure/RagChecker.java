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
 * @param failures judgements that failed, each counted as not supported
 */
record RagChecker(List<ClaimEvidence> answer, List<ClaimEvidence> expected, int passages, int failures) {

    /**
     * A claim beside the texts that may say it.
     *
     * @param other whether the other answer says it: of a claim that was given, that it is correct; of one expected,
     *              that it was given
     * @param by    for each passage, whether it says the claim
     */
    record ClaimEvidence(boolean byOther, List<Boolean> byPassage) {

        public ClaimEvidence {
            byPassage = List.copyOf(byPassage);
        }

        boolean isStated() {
            return byPassage.contains(true);
        }
    }

    RagChecker {
        answer = List.copyOf(answer);
        expected = List.copyOf(expected);
        for (List<ClaimEvidence> claims : List.of(answer, expected)) {
            for (ClaimEvidence claim : claims) {
                if (claim.byPassage().size() != passages) {
                    throw new IllegalArgumentException(
                            "a claim beside " + claim.byPassage().size() + " of " + passages + " passages");
                }
            }
        }
    }

    /** Has a judge lay every claim beside every passage and the other answer. */
    static RagChecker of(List<String> answer, List<String> expected, List<String> passages, Judge judge) {
        int[] failures = new int[1];
        List<ClaimEvidence> given = compare(answer, expected, passages, judge, failures),
                right = compare(expected, answer, passages, judge, failures);
        return new RagChecker(given, right, passages.size(), failures[0]);
    }

    private static List<ClaimEvidence> compare(
            List<String> claims, List<String> other, List<String> passages, Judge judge, int[] failures) {
        List<ClaimEvidence> laid = new ArrayList<>();
        for (String claim : claims) {
            List<Judgement> judgements = new ArrayList<>(passages.stream()
                    .map(passage -> judge.judge(claim, List.of(passage)))
                    .toList());
            Judgement whole = judge.judge(claim, other);
            laid.add(new ClaimEvidence(
                    whole.isFull(), judgements.stream().map(Judgement::isFull).toList()));
            judgements.add(whole);
            failures[0] +=
                    (int) judgements.stream().filter(Judgement::hasFailed).count();
        }
        return laid;
    }

    /** Claims given that are correct. */
    double precision() {
        return share(answer, ClaimEvidence::byOther);
    }

    /** Claims expected that were given. */
    double recall() {
        return share(expected, ClaimEvidence::byOther);
    }

    double f1() {
        return precision() * recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    /** Claims expected that a passage says: what the search found. */
    double claimRecall() {
        return share(expected, ClaimEvidence::isStated);
    }

    /** Passages that say a claim expected. */
    double contextPrecision() {
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
    double contextUtilisation() {
        return share(expected.stream().filter(ClaimEvidence::isStated).toList(), ClaimEvidence::byOther);
    }

    /** Claims given that are wrong, though a relevant passage says them. */
    double noiseSensitivityInRelevant() {
        return share(answer, claim -> !claim.byOther() && isStatedByRelevant(claim));
    }

    /** Claims given that are wrong and that only irrelevant passages say. */
    double noiseSensitivityInIrrelevant() {
        return share(answer, claim -> !claim.byOther() && claim.isStated() && !isStatedByRelevant(claim));
    }

    /** Claims given that a passage says, right or wrong. */
    double faithfulness() {
        return share(answer, ClaimEvidence::isStated);
    }

    /** Claims given that no passage says and that are wrong. */
    double hallucination() {
        return share(answer, claim -> !claim.isStated() && !claim.byOther());
    }

    /** Claims given that no passage says and that are correct all the same. */
    double selfKnowledge() {
        return share(answer, claim -> !claim.isStated() && claim.byOther());
    }

    private boolean relevant(int passage) {
        return expected.stream().anyMatch(claim -> claim.byPassage().get(passage));
    }

    private boolean isStatedByRelevant(ClaimEvidence claim) {
        for (int passage = 0; passage < passages; passage++) {
            if (claim.byPassage().get(passage) && relevant(passage)) {
                return true;
            }
        }
        return false;
    }

    private static double share(List<ClaimEvidence> claims, Predicate<ClaimEvidence> which) {
        return claims.stream()
                .mapToInt(claim -> which.test(claim) ? 1 : 0)
                .average()
                .orElse(0);
    }
}
