package ibid.verify;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim aligned with the one or two neighbouring sentences of the evidence that share most words with it in the same
 * order, with the differences.
 *
 * @param share   of the claim's words, that are in the evidence in the same order, 0 to 1
 * @param changes the differences, in order
 * @param claimed the claim's words
 */
record WordAlignment(double share, List<Change> changes, List<Token> claimed) {

    /**
     * Minimum share at which a claim is the article's sentence with a change, so that the change can be found word by
     * word.
     */
    static final double MIN_CLOSE_SHARE = 0.7;

    private static final double MIN_GAIN_OF_SECOND = 0.1; // share that a second sentence must add: any adds some "the"
    private static final int MAX_WORDS = 120;
    private static final double ROUNDING_ERROR = 1e-9;

    /**
     * @param claimed  words of the claim in place of the evidence's
     * @param evidence the evidence's words; empty if the claim adds words
     * @param opens    whether the change is at the beginning of the claim
     */
    record Change(List<Token> claimed, List<Token> evidence, boolean opens) {

        boolean isEmpty() {
            return claimed.isEmpty() && evidence.isEmpty();
        }

        /** Whether the evidence's last word there is a pronoun. */
        boolean endsInPronoun() {
            return !evidence.isEmpty() && evidence.getLast().isPronoun();
        }
    }

    boolean isClose() {
        return share >= MIN_CLOSE_SHARE;
    }

    /** Whether the rest of the claim is close, so that the change is an addition. */
    boolean isCloseBut(Change change) {
        int rest = claimed.size() - change.claimed().size();
        return rest > 0 && share * claimed.size() >= MIN_CLOSE_SHARE * rest;
    }

    static WordAlignment of(String claim, String evidence) {
        List<Token> claimed = first(Token.in(claim));
        List<List<Token>> sentences = sentences(evidence);
        WordAlignment best = new WordAlignment(0, List.of(), List.of());
        for (List<Token> sentence : sentences) {
            best = better(best, LongestCommonWords.align(claimed, sentence));
        }
        for (int at = 0; at + 1 < sentences.size() && !best.isExact(); at++) {
            WordAlignment both = LongestCommonWords.align(claimed, joined(sentences.subList(at, at + 2)));
            best = both.share > best.share + MIN_GAIN_OF_SECOND ? both : best;
        }
        return best;
    }

    private static List<Token> joined(List<List<Token>> sentences) {
        return sentences.stream().flatMap(List::stream).toList();
    }

    private static List<List<Token>> sentences(String evidence) {
        Text text = new Text(evidence);
        List<List<Token>> sentences = new ArrayList<>();
        for (Span sentence : Sentences.in(text, new Span(0, text.length()))) {
            sentences.add(first(Token.in(text.slice(sentence))));
        }
        return sentences;
    }

    private static List<Token> first(List<Token> words) {
        return words.subList(0, Math.min(MAX_WORDS, words.size()));
    }

    private boolean isExact() {
        return share == 1 && changes.isEmpty();
    }

    private static WordAlignment better(WordAlignment one, WordAlignment other) {
        if (other.share > one.share + ROUNDING_ERROR) {
            return other;
        }
        return other.share == one.share && other.changes.size() < one.changes.size() ? other : one;
    }
}
