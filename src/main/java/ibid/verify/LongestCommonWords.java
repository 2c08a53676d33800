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
            int firstClaimed = i;
            int firstEvidence = j;
            while (isLeft(i, j) && !isCommon(i, j)) {
                if (skipsEvidence(i, j)) {
                    j++;
                } else {
                    i++;
                }
            }
            List<Token> changed = claimed.subList(firstClaimed, i);
            List<Token> others = evidence.subList(firstEvidence, j);
            if (!changed.isEmpty() || !others.isEmpty()) {
                changes.add(new WordAlignment.Change(changed, others, firstClaimed == 0));
            }
            i++;
            j++;
        }
        return changes;
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
