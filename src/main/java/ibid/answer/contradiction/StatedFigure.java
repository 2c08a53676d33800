package ibid.answer.contradiction;

import ibid.article.Article;
import ibid.language.Lexemes;
import ibid.language.Span;
import ibid.language.quantity.Quantity;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.IndexTerms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A figure that a sentence states.
 *
 * @param counted the term of what is counted, or empty
 * @param terms   of the words round it, without figures
 * @param names   terms of the names among them
 * @param years   that the sentence names
 */
public record StatedFigure(
        Article article,
        Span sentence,
        Quantity quantity,
        String counted,
        Set<String> terms,
        Set<String> names,
        Set<Integer> years) {

    private static final int WORDS_TO_NAME = 12; // on either side
    private static final int WORDS_ROUND = 8; // on either side; what is further off is of another figure
    private static final long MAX_DAYS_APART = 90; // what was so may have changed after a quarter
    private static final double MAX_RELATIVE_DIFFERENCE = 0.005; // of two figures that are one

    public StatedFigure {
        terms = Set.copyOf(terms);
        names = Set.copyOf(names);
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
        return new StatedFigure(article, sentence, quantity, counted, terms, names(words, at, to), years(text));
    }

    /** Terms of the capitalised words round a figure but for the one that opens the sentence. */
    private static Set<String> names(Lexemes words, int from, int to) {
        Set<String> names = new HashSet<>();
        for (int at = Math.max(1, from - WORDS_TO_NAME); at < Math.min(words.size(), to + WORDS_TO_NAME); at++) {
            if (words.isCapitalised(at) && (at < from || at >= to)) {
                names.addAll(IndexTerms.of(words.text(at)));
            }
        }
        return names;
    }

    private static Set<Integer> years(String text) {
        Set<Integer> years = new HashSet<>();
        for (Timex time : TemporalTagger.tag(text)) {
            time.date().year().ifPresent(years::add);
        }
        return years;
    }

    double value() {
        return quantity.value();
    }

    public String text() {
        return article.text().slice(sentence);
    }

    /** Whether the two figures cannot be the same: as the answers to a question, "about 700" is not told from 712. */
    boolean excludes(StatedFigure other) {
        return amount().isDisjointFrom(other.amount());
    }

    private Amount amount() {
        return Ranges.amount(quantity, Quantity.in(text()), text());
    }

    boolean isSameValue(StatedFigure other) {
        return isSame(value(), other.value());
    }

    /**
     * Whether both may be of the same thing at the same time: counted in the same words beside the same name, of the
     * same years, by articles not far apart.
     */
    boolean isComparableTo(StatedFigure other) {
        boolean isSameThing = quantity.unit().equals(other.quantity.unit())
                && countsSame(other)
                && names.stream().anyMatch(other.names::contains);
        return isSameThing && years.equals(other.years) && isNear(other);
    }

    private boolean isNear(StatedFigure other) {
        Optional<LocalDate> one = article.imprint().publishedOn();
        Optional<LocalDate> two = other.article.imprint().publishedOn();
        boolean areDated = one.isPresent() && two.isPresent();
        return !areDated || Math.abs(ChronoUnit.DAYS.between(one.get(), two.get())) <= MAX_DAYS_APART;
    }

    /** "a staff of 7,000" and "700 staff". */
    private boolean countsSame(StatedFigure other) {
        if (counted.equals(other.counted)) {
            return !counted.isEmpty() || !quantity.unit().isEmpty();
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
