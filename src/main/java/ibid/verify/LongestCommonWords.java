package ibid.verify;

import ibid.language.Token;
import java.util.ArrayList;
import java.util.List;

/** Aligns two lists of words by their longest common subsequence. */
final class LongestCommonWords {

    private final List<Token> claimed;
    private final List<Token> evidence;
    private final int[][] lengths; // of the longest common subsequence from each pair of places on

    private LongestCommonWords(List<Token> claimed, List<Token> evidence) {
        this.claimed = claimed;
        this.evidence = evidence;
        lengths = new int[claimed.size() + 1][evidence.size() + 1];
        for (int i = claimed.size() - 1; i >= 0; i--) {
            for (int j = evidence.size() - 1; j >= 0; j--) {
                fill(i, j);
            }
        }
    }

    private void fill(int i, int j) {
        int without = Math.max(lengths[i + 1][j], lengths[i][j + 1]);
        lengths[i][j] = isSame(i, j) ? lengths[i + 1][j + 1] + 1 : without;
    }

    static WordAlignment align(List<Token> claimed, List<Token> evidence) {
        LongestCommonWords common = new LongestCommonWords(claimed, evidence);
        double share = claimed.isEmpty() ? 0 : (double) common.lengths[0][0] / claimed.size();
        return new WordAlignment(share, common.changes(), claimed);
    }

    private List<WordAlignment.Change> changes() {
        List<WordAlignment.Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (isLeft(i, j)) {
            WordAlignment.Change change = changeAt(i, j);
            if (!change.isEmpty()) {
                changes.add(change);
            }
            i += change.claimed().size() + 1;
            j += change.evidence().size() + 1;
        }
        return changes;
    }

    /** The difference from this position to the next common word; empty if that word is at this position. */
    private WordAlignment.Change changeAt(int i, int j) {
        int nextClaimed = i;
        int nextEvidence = j;
        while (isLeft(nextClaimed, nextEvidence) && !isCommon(nextClaimed, nextEvidence)) {
            if (skipsEvidence(nextClaimed, nextEvidence)) {
                nextEvidence++;
            } else {
                nextClaimed++;
            }
        }
        List<Token> others = evidence.subList(j, nextEvidence);
        return new WordAlignment.Change(claimed.subList(i, nextClaimed), others, i == 0);
    }

    private boolean isLeft(int i, int j) {
        return i < claimed.size() || j < evidence.size();
    }

    private boolean isSame(int i, int j) {
        return claimed.get(i).key().equals(evidence.get(j).key());
    }

    private boolean isCommon(int i, int j) {
        boolean inside = i < claimed.size() && j < evidence.size();
        return inside && isSame(i, j) && lengths[i][j] == lengths[i + 1][j + 1] + 1;
    }

    private boolean skipsEvidence(int i, int j) {
        return j < evidence.size() && (i == claimed.size() || lengths[i][j] == lengths[i][j + 1]);
    }
}
