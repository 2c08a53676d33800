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

    /** A sentence that holds the terms, one after another if there is one and not a mere stub if there is another. */
    static Optional<Span> holding(Article article, List<Span> sentences, List<String> terms) {
        List<Span> holding = sentences.stream()
                .filter(sentence -> terms(article, sentence).containsAll(terms))
                .toList();
        List<Span> inOrder = holding.stream()
                .filter(sentence -> Collections.indexOfSubList(terms(article, sentence), terms) >= 0)
                .toList();
        List<Span> fitting = inOrder.isEmpty() ? holding : inOrder;
        return fitting.stream()
                .filter(sentence -> isStatement(article.text().slice(sentence)))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private static List<String> terms(Article article, Span sentence) {
        return IndexTerms.of(article.text().slice(sentence));
    }
}
