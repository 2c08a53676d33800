package ibid.answer.rank;

import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * A sentence of a passage that was found, as the features see it.
 *
 * @param rank    of the passage, from 0
 * @param ordinal its place among the passage's sentences
 */
record PassageSentence(
        Hit hit, int rank, int ordinal, String text, List<IndexTerms.Term> terms, SentenceContext context) {

    /** The sentences of a passage in order. */
    static List<PassageSentence> of(Hit hit, int rank) {
        List<String> texts = new ArrayList<>();
        List<List<IndexTerms.Term>> terms = new ArrayList<>();
        List<Set<String>> termSets = new ArrayList<>();
        for (Span span : hit.passage().sentences()) {
            texts.add(hit.article().text().slice(span));
            terms.add(IndexTerms.in(texts.getLast()));
            termSets.add(distinct(terms.getLast()));
        }
        List<SentenceContext> contexts = contexts(hit, termSets);
        List<PassageSentence> sentences = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            sentences.add(new PassageSentence(hit, rank, at, texts.get(at), terms.get(at), contexts.get(at)));
        }
        return sentences;
    }

    private static List<SentenceContext> contexts(Hit hit, List<Set<String>> termSets) {
        String headings = hit.article().imprint().title() + " " + hit.passage().heading();
        Set<String> headingTerms = new HashSet<>(IndexTerms.of(headings));
        Set<String> passage = new HashSet<>();
        for (Set<String> terms : termSets) {
            passage.addAll(terms);
        }
        List<SentenceContext> contexts = new ArrayList<>();
        for (int at = 0; at < termSets.size(); at++) {
            Set<String> before = at > 0 ? termSets.get(at - 1) : Set.of();
            Set<String> after = at + 1 < termSets.size() ? termSets.get(at + 1) : Set.of();
            contexts.add(new SentenceContext(termSets.get(at), before, after, headingTerms, passage));
        }
        return contexts;
    }

    private static Set<String> distinct(List<IndexTerms.Term> terms) {
        Set<String> distinct = new HashSet<>();
        for (IndexTerms.Term term : terms) {
            distinct.add(term.term());
        }
        return distinct;
    }

    boolean has(String term) {
        return context.sentence().contains(term);
    }

    int countWords() {
        return new StringTokenizer(text).countTokens();
    }
}
