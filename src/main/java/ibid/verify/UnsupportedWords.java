package ibid.verify;

import ibid.language.Lexemes;
import ibid.language.Span;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in a sentence the words that its evidence does not support: those that an exact check reports, else those whose
 * terms are not in the evidence, else all of them if the evidence supports nothing.
 */
final class UnsupportedWords {

    private static final int MAX_GAP_WORDS = 2; // without terms of their own, "of the", between two that are absent

    private final Claim claim;
    private final Lexemes sentence;
    private final String text;

    /** @param sentence as shown; the claim is the part of it that must be supported */
    UnsupportedWords(String sentence, Claim claim) {
        this.claim = claim;
        this.text = sentence;
        this.sentence = new Lexemes(sentence);
    }

    /** Spans of the sentence in code points, in order, not adjacent to each other. */
    List<Span> find(List<Finding> findings, Support support) {
        if (support == Support.FULL) {
            return List.of();
        }
        BitSet marked = new BitSet(sentence.size());
        for (Finding finding : findings) {
            mark(marked, new Lexemes(finding.claimed()));
        }
        if (marked.isEmpty()) {
            markAbsentTerms(marked);
        }
        if (marked.isEmpty() && support == Support.NONE) {
            mark(marked, new Lexemes(claim.text()));
        }
        return spans(marked);
    }

    /** Marks the first occurrence of these consecutive words, ignoring punctuation. */
    private void mark(BitSet marked, Lexemes words) {
        List<String> wanted = keys(words);
        if (wanted.isEmpty()) {
            return;
        }
        for (int from = 0; from < sentence.size(); from++) {
            int end = endOfMatch(from, wanted);
            if (end > from) {
                marked.set(from, end);
                return;
            }
        }
    }

    private static List<String> keys(Lexemes words) {
        List<String> keys = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            if (words.isAlphanumeric(at)) {
                keys.add(words.key(at));
            }
        }
        return keys;
    }

    /** Index after the wanted words if they are there consecutively; -1 if they are not. */
    private int endOfMatch(int from, List<String> wanted) {
        int found = 0;
        for (int at = from; at < sentence.size(); at++) {
            if (sentence.is(at, wanted.get(found))) {
                found++;
            } else if (found == 0 || sentence.isAlphanumeric(at)) {
                return -1;
            }
            if (found == wanted.size()) {
                return at + 1;
            }
        }
        return -1;
    }

    private void markAbsentTerms(BitSet marked) {
        Set<String> known = new HashSet<>(IndexTerms.of(claim.evidence() + " " + claim.imprint()));
        Set<String> claimed = new HashSet<>(IndexTerms.of(claim.text()));
        int last = -1;
        for (int at = 0; at < sentence.size(); at++) {
            List<String> terms = sentence.isAlphanumeric(at) ? IndexTerms.of(sentence.text(at)) : List.of();
            if (terms.isEmpty()) {
                continue;
            }
            if (known.containsAll(terms) || !claimed.containsAll(terms)) {
                last = -1;
                continue;
            }
            marked.set(at);
            if (last >= 0 && at - last <= MAX_GAP_WORDS + 1) {
                marked.set(last, at);
            }
            last = at;
        }
    }

    private List<Span> spans(BitSet marked) {
        List<Span> spans = new ArrayList<>();
        int from = marked.nextSetBit(0);
        while (from >= 0) {
            int end = marked.nextClearBit(from);
            spans.add(span(sentence.start(from), sentence.end(end - 1)));
            from = marked.nextSetBit(end);
        }
        return spans;
    }

    private Span span(int start, int end) {
        return new Span(text.codePointCount(0, start), text.codePointCount(0, end));
    }
}
