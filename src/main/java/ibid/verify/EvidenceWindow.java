package ibid.verify;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reduces long evidence to the sentences nearest to a claim, in text order, up to the length that the model was trained
 * on.
 */
final class EvidenceWindow {

    static final int MAX_WORDS = 140;

    private static final double REPEATED_TERM_WEIGHT = 0.3; // of a term that is already in a chosen sentence
    private static final int LENGTH_OFFSET = 4; // in terms; reduces, with the exponent, the advantage of length
    private static final double LENGTH_EXPONENT = 0.3;

    private final List<String> sentences;
    private final List<Set<String>> terms = new ArrayList<>();
    private final Map<String, Integer> frequencies = new HashMap<>();
    private final Set<String> wanted;
    private final Set<String> missing;

    private EvidenceWindow(String claim, String evidence) {
        sentences = sentences(new Text(evidence));
        for (String sentence : sentences) {
            terms.add(TermOverlap.terms(sentence));
        }
        for (Set<String> own : terms) {
            own.forEach(term -> frequencies.merge(term, 1, Integer::sum));
        }
        wanted = TermOverlap.terms(claim);
        missing = new HashSet<>(wanted);
    }

    private static List<String> sentences(Text text) {
        List<Span> spans = Sentences.in(text, new Span(0, text.length()));
        return spans.stream().map(text::slice).toList();
    }

    static String to(String claim, String evidence) {
        if (words(evidence) <= MAX_WORDS) {
            return evidence;
        }
        EvidenceWindow window = new EvidenceWindow(claim, evidence);
        return window.choose().stream().map(window.sentences::get).collect(Collectors.joining(" "));
    }

    private Set<Integer> choose() {
        Set<Integer> chosen = new TreeSet<>();
        int total = 0;
        while (chosen.size() < sentences.size()) {
            int best = best(chosen);
            total += words(sentences.get(best));
            if (!chosen.isEmpty() && (total > MAX_WORDS || weight(best) == 0)) {
                break;
            }
            chosen.add(best);
            missing.removeAll(terms.get(best));
        }
        return chosen;
    }

    private int best(Set<Integer> chosen) {
        int best = -1;
        for (int at = 0; at < sentences.size(); at++) {
            if (!chosen.contains(at) && (best < 0 || weight(at) > weight(best))) {
                best = at;
            }
        }
        return best;
    }

    private double weight(int sentence) {
        double sum = 0;
        for (String term : terms.get(sentence)) {
            if (!wanted.contains(term)) {
                continue;
            }
            sum += (missing.contains(term) ? 1 : REPEATED_TERM_WEIGHT) / Math.sqrt(frequencies.get(term));
        }
        return sum / Math.pow(LENGTH_OFFSET + terms.get(sentence).size(), LENGTH_EXPONENT);
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
