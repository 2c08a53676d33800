package ibid.verify;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Cuts long evidence down to the sentences nearest to a claim, in their order: as many words as the model was trained to read at once. */
final class EvidenceWindow {

    static final int MOST_WORDS = 140;

    private static final double AGAIN = 0.3; // what a term counts that a chosen sentence has already

    private EvidenceWindow() {}

    static String to(String claim, String evidence) {
        if (words(evidence) <= MOST_WORDS) return evidence;
        Text text = new Text(evidence);
        List<String> sentences = Sentences.in(text, new Span(0, text.length())).stream()
                .map(text::slice)
                .toList();
        List<Set<String>> terms = sentences.stream()
                .map(sentence -> Set.copyOf(IndexTerms.of(sentence)))
                .toList();
        Map<String, Integer> spread = new HashMap<>();
        terms.forEach(own -> own.forEach(term -> spread.merge(term, 1, Integer::sum)));
        Set<String> wanted = Set.copyOf(IndexTerms.of(claim)), missing = new HashSet<>(wanted);
        Set<Integer> chosen = new TreeSet<>();
        List<Integer> left = new ArrayList<>();
        for (int at = 0; at < sentences.size(); at++) left.add(at);
        int total = 0;
        while (!left.isEmpty()) {
            int best = left.getFirst();
            double most = -1;
            for (int at : left) {
                double worth = terms.get(at).stream()
                                .filter(wanted::contains)
                                .mapToDouble(term -> (missing.contains(term) ? 1 : AGAIN) / Math.sqrt(spread.get(term)))
                                .sum()
                        / Math.pow(4 + terms.get(at).size(), 0.3);
                if (worth > most) {
                    most = worth;
                    best = at;
                }
            }
            total += words(sentences.get(best));
            if (!chosen.isEmpty() && (total > MOST_WORDS || most == 0)) break;
            chosen.add(best);
            left.remove((Integer) best);
            missing.removeAll(terms.get(best));
        }
        return chosen.stream().map(sentences::get).collect(Collectors.joining(" "));
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
