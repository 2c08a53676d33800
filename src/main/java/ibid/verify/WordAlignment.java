package ibid.verify;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim laid beside the sentence, or the two neighbouring ones, that share most words with it in the same order, and what differs.
 *
 * @param share   of the claim's words, those that stand there in order, 0 to 1
 * @param changes where the two part, in order
 * @param claimed the claim's words
 */
record WordAlignment(double share, List<Change> changes, List<Token> claimed) {

    /** From this share on a claim is the article's sentence with something changed, and what is changed can be told word by word. */
    static final double CLOSE = 0.7;

    private static final double TWO = 0.1; // of the claim must be added by a second sentence: any adds some "the"
    private static final int MOST_WORDS = 120;

    /**
     * @param claimed words of the claim that stand where the text has the others
     * @param told    the text's words; none where the claim adds
     * @param opens   whether it stands at the beginning of both
     */
    record Change(List<Token> claimed, List<Token> told, boolean opens) {}

    boolean close() {
        return share >= CLOSE;
    }

    /** Whether the rest of the claim is close, so that the change is something added. */
    boolean closeBut(Change change) {
        int rest = claimed.size() - change.claimed().size();
        return rest > 0 && share * claimed.size() >= CLOSE * rest;
    }

    static WordAlignment of(String claim, String evidence) {
        List<Token> claimed = first(Token.in(claim));
        Text text = new Text(evidence);
        List<List<Token>> sentences = new ArrayList<>();
        for (Span sentence : Sentences.in(text, new Span(0, text.length())))
            sentences.add(first(Token.in(text.slice(sentence))));
        WordAlignment best = new WordAlignment(0, List.of(), List.of());
        for (List<Token> sentence : sentences) best = better(best, of(claimed, sentence));
        for (int at = 0; at + 1 < sentences.size() && !best.exact(); at++) {
            WordAlignment both = of(claimed, joined(sentences.get(at), sentences.get(at + 1)));
            if (both.share > best.share + TWO) best = both;
        }
        return best;
    }

    private boolean exact() {
        return share == 1 && changes.isEmpty();
    }

    private static WordAlignment better(WordAlignment one, WordAlignment other) {
        boolean gains =
                other.share > one.share + 1e-9 || other.share == one.share && other.changes.size() < one.changes.size();
        return gains ? other : one;
    }

    private static List<Token> first(List<Token> words) {
        return words.subList(0, Math.min(MOST_WORDS, words.size()));
    }

    private static List<Token> joined(List<Token> one, List<Token> other) {
        List<Token> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** By the longest common subsequence of words. */
    private static WordAlignment of(List<Token> claimed, List<Token> told) {
        int[][] common = new int[claimed.size() + 1][told.size() + 1];
        for (int i = claimed.size() - 1; i >= 0; i--) {
            for (int j = told.size() - 1; j >= 0; j--) {
                common[i][j] = same(claimed.get(i), told.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Change> changes = new ArrayList<>();
        int i = 0, j = 0;
        while (i < claimed.size() || j < told.size()) {
            int fromClaim = i, fromTold = j;
            while ((i < claimed.size() || j < told.size())
                    && !(i < claimed.size()
                            && j < told.size()
                            && same(claimed.get(i), told.get(j))
                            && common[i][j] == common[i + 1][j + 1] + 1)) {
                if (j < told.size() && (i == claimed.size() || common[i][j] == common[i][j + 1])) j++;
                else i++;
            }
            if (i > fromClaim || j > fromTold)
                changes.add(new Change(claimed.subList(fromClaim, i), told.subList(fromTold, j), fromClaim == 0));
            i++;
            j++;
        }
        return new WordAlignment(claimed.isEmpty() ? 0 : (double) common[0][0] / claimed.size(), changes, claimed);
    }

    private static boolean same(Token one, Token other) {
        return one.key().equals(other.key());
    }
}
