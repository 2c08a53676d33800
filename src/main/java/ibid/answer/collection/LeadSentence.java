package ibid.answer.collection;

import ibid.article.Article;
import ibid.article.Block;
import ibid.language.Lexemes;
import ibid.language.Span;
import ibid.language.WordList;
import ibid.search.IndexTerms;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sentence an article begins with: the first of its running text that is more than a few words. */
final class LeadSentence {

    private static final int MIN_WORDS = 6; // fewer are a byline or a label
    private static final Set<String> POINTING = WordList.read(LeadSentence.class, "pointing-openings.txt");

    private LeadSentence() {}

    /** Empty where the article has no sentence. */
    static Optional<Span> of(Article article) {
        for (Block block : article.blocks()) {
            if (block.kind() == Block.Kind.PARAGRAPH) {
                for (Span sentence : article.sentencesIn(block)) {
                    if (isStatement(article.text().slice(sentence))) {
                        return Optional.of(sentence);
                    }
                }
            }
        }
        return article.sentences().stream().findFirst();
    }

    /** Whether it is long enough to say something, and does not ask. */
    static boolean isStatement(String sentence) {
        return new Lexemes(sentence).size() >= MIN_WORDS && !sentence.endsWith("?");
    }

    /** Whether it can be understood without the sentence before it. */
    static boolean standsAlone(String sentence) {
        Lexemes words = new Lexemes(sentence);
        int first = words.isWord(0) ? 0 : 1;
        return !POINTING.contains(words.key(first));
    }

    /** The first that holds the terms one after another, else the first that holds them all; empty where none does. */
    static Optional<Span> holding(Article article, List<Span> sentences, List<String> terms) {
        Optional<Span> inOrder = sentences.stream()
                .filter(sentence -> holdsInOrder(article.text().slice(sentence), terms))
                .findFirst();
        return inOrder.or(() -> sentences.stream()
                .filter(sentence -> IndexTerms.of(article.text().slice(sentence))
                        .containsAll(terms))
                .findFirst());
    }

    private static boolean holdsInOrder(String sentence, List<String> terms) {
        return Collections.indexOfSubList(IndexTerms.of(sentence), terms) >= 0;
    }
}
