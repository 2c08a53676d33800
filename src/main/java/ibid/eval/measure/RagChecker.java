package ibid.eval.measure;

import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * RAGChecker's measures of one answer (Ru et al., NeurIPS 2024; {@code computation.py} of amazon-science/RAGChecker):
 * each claim of the answer and of the expected answer is compared with every retrieved passage and with the other
 * answer. The measures separate faults of the search from faults of the writer. faithfulness, hallucination and
 * selfKnowledge add up to 1. A measure is 0 if there is nothing to count, as in RAGChecker.
 *
 * @param answer the claims of the actual answer
 * @param expected the claims of the expected answer, here its nuggets
 * @param passages the number of retrieved passages
 * @param failures judgements that failed, each counted as not supported
 */
record RagChecker(List<ClaimEvidence> answer, List<ClaimEvidence> expected, int passages, int failures) {

    /**
     * A claim and the texts that entail it.
     *
     * @param other whether the other answer entails it. A given claim is then correct; an expected claim was then
     *              given.
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

    /** Lets a judge compare every claim with every passage and with the other answer. */
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

    /** The share of given claims that are correct. */
    double precision() {
        return share(answer, ClaimEvidence::byOther);
    }

    /** The share of expected claims that were given. */
    double recall() {
        return share(expected, ClaimEvidence::byOther);
    }

    double f1() {
        return precision() * recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    /** The share of expected claims that a passage entails: the recall of the search. */
    double claimRecall() {
        return share(expected, ClaimEvidence::isStated);
    }

    /** The share of passages that entail an expected claim. */
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

    /** The share of the expected claims in passages that were given: how well the writer used the search. */
    double contextUtilisation() {
        return share(expected.stream().filter(ClaimEvidence::isStated).toList(), ClaimEvidence::byOther);
    }

    /** The share of given claims that are wrong although a relevant passage entails them. */
    double noiseSensitivityInRelevant() {
        return share(answer, claim -> !claim.byOther() && isStatedByRelevant(claim));
    }

    /** The share of given claims that are wrong and that only irrelevant passages entail. */
    double noiseSensitivityInIrrelevant() {
        return share(answer, claim -> !claim.byOther() && claim.isStated() && !isStatedByRelevant(claim));
    }

    /** The share of given claims that a passage entails, right or wrong. */
    double faithfulness() {
        return share(answer, ClaimEvidence::isStated);
    }

    /** The share of given claims that no passage entails and that are wrong. */
    double hallucination() {
        return share(answer, claim -> !claim.isStated() && !claim.byOther());
    }

    /** The share of given claims that no passage entails and that are correct. */
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
