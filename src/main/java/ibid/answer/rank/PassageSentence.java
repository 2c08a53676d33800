package ibid.answer.rank;

import ibid.language.Span;
import ibid.language.Text;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * A sentence of a retrieved passage, as input of the features.
 *
 * @param rank    of the passage, from 0
 * @param ordinal its index in the passage
 */
record PassageSentence(
        Hit hit, int rank, int ordinal, String text, List<IndexTerms.Term> terms, SentenceContext context) {

    /**
     * The sentences of a passage in order.
     *
     * @param language of the question, whose terms theirs are compared with
     */
    static List<PassageSentence> of(Hit hit, int rank, String language) {
        Text article = hit.article().text();
        List<String> texts =
                hit.passage().sentences().stream().map(article::slice).toList();
        List<List<IndexTerms.Term>> terms =
                texts.stream().map(text -> IndexTerms.in(text, language)).toList();
        List<SentenceContext> contexts = contexts(hit, terms, language);
        List<PassageSentence> sentences = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            sentences.add(new PassageSentence(hit, rank, at, texts.get(at), terms.get(at), contexts.get(at)));
        }
        return sentences;
    }

    private static List<SentenceContext> contexts(Hit hit, List<List<IndexTerms.Term>> terms, String language) {
        List<Set<String>> sentences =
                terms.stream().map(PassageSentence::distinct).toList();
        Set<String> headings = headingTerms(hit, language);
        Set<String> passage = new HashSet<>();
        sentences.forEach(passage::addAll);
        List<SentenceContext> contexts = new ArrayList<>();
        for (int at = 0; at < sentences.size(); at++) {
            Set<String> before = termsAt(sentences, at - 1);
            Set<String> after = termsAt(sentences, at + 1);
            contexts.add(new SentenceContext(sentences.get(at), before, after, headings, passage));
        }
        return contexts;
    }

    private static Set<String> headingTerms(Hit hit, String language) {
        String title = hit.article().imprint().title();
        return new HashSet<>(IndexTerms.of(title + " " + hit.passage().heading(), language));
    }

    private static Set<String> termsAt(List<Set<String>> sentences, int at) {
        return at >= 0 && at < sentences.size() ? sentences.get(at) : Set.of();
    }

    private static Set<String> distinct(List<IndexTerms.Term> terms) {
        Set<String> distinct = new HashSet<>();
        for (IndexTerms.Term term : terms) {
            distinct.add(term.term());
        }
        return distinct;
    }

    /** Its place in the article's text. */
    Span span() {
        return hit.passage().sentences().get(ordinal);
    }

    boolean has(String term) {
        return context.sentence().contains(term);
    }

    /** The sentence before it in the passage, or empty. */
    String textBefore() {
        return ordinal == 0
                ? ""
                : hit.article().text().slice(hit.passage().sentences().get(ordinal - 1));
    }

    int countWords() {
        return new StringTokenizer(text).countTokens();
    }
}
