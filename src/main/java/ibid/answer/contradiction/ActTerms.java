package ibid.answer.contradiction;

import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.language.WordList;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a question's terms with a sentence's, where different words can mean the same act. */
final class ActTerms {

    private static final Map<String, Set<String>> SAME_ACTS = read();
    private static final Set<String> ENDINGS = Set.of("d", "ed", "s");
    private static final double MIN_WEIGHT = 1e-9; // of a question without terms that weigh

    private final QuestionAnalysis question;
    private final Set<String> names = new HashSet<>();

    ActTerms(QuestionAnalysis question) {
        this.question = question;
        for (QuestionName name : question.names()) {
            names.addAll(name.terms());
        }
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> acts = new HashMap<>();
        for (String line : WordList.lines(ActTerms.class, "same-acts.txt")) {
            List<String> terms = IndexTerms.of(line);
            terms.forEach(
                    term -> acts.computeIfAbsent(term, first -> new HashSet<>()).addAll(terms));
        }
        return acts;
    }

    /** Whether the terms have this one, or another for the same act. */
    static boolean has(Collection<String> terms, String asked) {
        if (terms.contains(asked) || terms.stream().anyMatch(term -> isInflected(term, asked))) {
            return true;
        }
        return SAME_ACTS.getOrDefault(asked, Set.of()).stream().anyMatch(terms::contains);
    }

    /** Whether one is the other with an ending: the index's stemmer leaves participles that serve as adjectives. */
    private static boolean isInflected(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = one.length() > other.length() ? other : one;
        return longer.startsWith(shorter) && ENDINGS.contains(longer.substring(shorter.length()));
    }

    /** Share of the question's terms, weighted by their rarity, that the sentence has. */
    double shareIn(Collection<String> sentence) {
        double all = MIN_WEIGHT;
        double held = 0;
        for (QueryTerm term : question.terms()) {
            all += term.idf();
            held += has(sentence, term.term()) ? term.idf() : 0;
        }
        return held / all;
    }

    /** The terms that are no names, in order. */
    List<String> plainTerms() {
        return question.terms().stream()
                .map(QueryTerm::term)
                .filter(term -> !names.contains(term))
                .toList();
    }

    /** Whether the terms have the last of the question's that is no name, which mostly is its verb; or most of them. */
    boolean isActIn(Collection<String> terms) {
        List<String> asked = plainTerms();
        if (asked.isEmpty() || has(terms, asked.getLast())) {
            return true;
        }
        long held = asked.stream().filter(term -> has(terms, term)).count();
        return held > asked.size() * 0.7; // three of four
    }

    boolean isAsked(String term) {
        return question.asksFor(term);
    }
}
