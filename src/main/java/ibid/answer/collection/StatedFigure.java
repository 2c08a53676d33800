package ibid.answer.collection;

import ibid.article.Article;
import ibid.language.Lexemes;
import ibid.language.Span;
import ibid.language.quantity.Quantity;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A figure that a sentence states.
 *
 * @param counted the term of what is counted, or empty
 * @param terms   of the words round it, without figures
 * @param years   that the sentence names
 */
record StatedFigure(
        Article article, Span sentence, Quantity quantity, String counted, Set<String> terms, Set<Integer> years) {

    private static final int WORDS_ROUND = 8; // on either side; what is further off is of another figure
    private static final double MAX_RELATIVE_DIFFERENCE = 0.005; // of two figures that are one

    StatedFigure {
        terms = Set.copyOf(terms);
        years = Set.copyOf(years);
    }

    /** Every figure of an article but those that name something: "Article 5". */
    static List<StatedFigure> in(Article article) {
        List<StatedFigure> figures = new ArrayList<>();
        for (Span sentence : article.sentences()) {
            String text = article.text().slice(sentence);
            Lexemes words = new Lexemes(text);
            for (Quantity quantity : Quantity.in(text)) {
                int at = indexOf(words, quantity.start());
                boolean isName = at > 0 && words.isCapitalised(at - 1) && words.isNumber(at);
                if (quantity.kind() == Quantity.Kind.CARDINAL && !isName) {
                    figures.add(of(article, sentence, quantity, words, at));
                }
            }
        }
        return figures;
    }

    private static int indexOf(Lexemes words, int start) {
        int at = 0;
        while (at < words.size() && words.start(at) < start) {
            at++;
        }
        return at;
    }

    private static StatedFigure of(Article article, Span sentence, Quantity quantity, Lexemes words, int at) {
        int to = indexOf(words, quantity.end());
        String round = words.slice(Math.max(0, at - WORDS_ROUND), at) + " "
                + words.slice(to, Math.min(words.size(), to + WORDS_ROUND));
        Set<String> terms = new HashSet<>(IndexTerms.of(round));
        terms.removeIf(term -> term.chars().anyMatch(Character::isDigit));
        String counted = IndexTerms.of(quantity.counted()).stream().findFirst().orElse("");
        String text = article.text().slice(sentence);
        return new StatedFigure(article, sentence, quantity, counted, terms, years(text, article));
    }

    private static Set<Integer> years(String text, Article article) {
        Set<Integer> years = new HashSet<>();
        for (Timex time : TemporalTagger.tag(text, article.imprint().publishedOn())) {
            time.date().year().ifPresent(years::add);
        }
        return years;
    }

    double value() {
        return quantity.value();
    }

    String text() {
        return article.text().slice(sentence);
    }

    boolean isSameValue(StatedFigure other) {
        return isSame(value(), other.value());
    }

    /** Whether both may be of the same thing: counted in the same words, and not of different years. */
    boolean isComparableTo(StatedFigure other) {
        boolean areOfOtherYears =
                !years.isEmpty() && !other.years.isEmpty() && years.stream().noneMatch(other.years::contains);
        return quantity.unit().equals(other.quantity.unit()) && countsSame(other) && !areOfOtherYears;
    }

    /** "a staff of 7,000" and "700 staff". */
    private boolean countsSame(StatedFigure other) {
        if (counted.equals(other.counted)) {
            return true;
        }
        return counted.isEmpty() && terms.contains(other.counted)
                || other.counted.isEmpty() && other.terms.contains(counted);
    }

    /** Whether neither sentence states the other's figure too. */
    boolean isApartFrom(StatedFigure other) {
        return !states(text(), other.value()) && !states(other.text(), value());
    }

    private static boolean states(String text, double value) {
        return Quantity.in(text).stream().anyMatch(quantity -> isSame(quantity.value(), value));
    }

    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= MAX_RELATIVE_DIFFERENCE * Math.max(one, other);
    }
}
