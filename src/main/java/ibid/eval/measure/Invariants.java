package ibid.eval.measure;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.api.SentenceBody;
import ibid.eval.client.OriginalArticle;
import ibid.eval.judge.CitedSentence;
import ibid.language.Text;
import ibid.verify.Support;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what must hold for every answer on every route, and describes each breach. For one use. */
public final class Invariants {

    private static final Pattern MARK = Pattern.compile("\\[(\\d+)]");

    private final AnswerBody answer;
    private final Function<String, Optional<OriginalArticle>> originals;
    private final List<String> breaches = new ArrayList<>();

    private Invariants(AnswerBody answer, Function<String, Optional<OriginalArticle>> originals) {
        this.answer = answer;
        this.originals = originals;
    }

    /** A field of the article that a footnote repeats. */
    public enum ImprintField {
        TITLE(ArticleBody::title),
        PUBLISHER(ArticleBody::publisher),
        AUTHOR(ArticleBody::author),
        PUBLISHED(ArticleBody::published),
        URL(ArticleBody::url);

        private final Function<ArticleBody, String> value;

        ImprintField(Function<ArticleBody, String> value) {
            this.value = value;
        }

        String of(ArticleBody article) {
            return value.apply(article);
        }
    }

    /** @param originals articles by id; empty if there is no such article */
    public static List<String> breaches(AnswerBody answer, Function<String, Optional<OriginalArticle>> originals) {
        Invariants invariants = new Invariants(answer, originals);
        invariants.checkOutcome();
        invariants.checkNumbering();
        invariants.checkSentences();
        invariants.checkRepeats();
        for (FootnoteBody footnote : answer.footnotes()) {
            invariants.checkFootnote(footnote);
        }
        return invariants.breaches;
    }

    /** An abstained answer says only what is missing; any other answer has sentences. */
    private void checkOutcome() {
        if (answer.outcome() == AnswerBody.Outcome.ABSTAINED) {
            checkAbstained();
        } else if (answer.sentences().isEmpty()) {
            breaches.add("an answer without sentences");
        }
    }

    private void checkAbstained() {
        if (!answer.footnotes().isEmpty()) {
            breaches.add("an abstained answer has footnotes");
        }
        if (answer.result().missing().isBlank()) {
            breaches.add("an abstained answer does not say what is missing");
        }
        if (!answer.sentences().isEmpty() || !answer.text().isEmpty()) {
            breaches.add("an abstained answer has text");
        }
    }

    /** Marks are numbered from 1 without gaps in the order of first use; marks and footnotes match. */
    private void checkNumbering() {
        Set<Integer> used = marks();
        int next = 1;
        for (int number : used) {
            if (number != next++) {
                breaches.add("marks out of order: " + used);
            }
        }
        List<Integer> numbers =
                answer.footnotes().stream().map(FootnoteBody::number).toList();
        if (!numbers.equals(List.copyOf(used))) {
            breaches.add("marks " + used + " but footnotes " + numbers);
        }
    }

    private Set<Integer> marks() {
        Set<Integer> used = new LinkedHashSet<>();
        Matcher mark = MARK.matcher(answer.text());
        while (mark.find()) {
            used.add(Integer.parseInt(mark.group(1)));
        }
        return used;
    }

    /** Every sentence is at its stated position, has a footnote, and is followed by its marks. */
    private void checkSentences() {
        Text text = new Text(answer.text());
        int from = 0;
        for (SentenceBody sentence : answer.sentences()) {
            String words = sentence.text();
            String marks = marks(sentence);
            int end = sentence.end();
            if (!text.slice(sentence.start(), end).equals(words)) {
                breaches.add("a sentence is not at its place: " + words);
            }
            if (sentence.footnotes().isEmpty()) {
                breaches.add("a sentence without a footnote: " + words);
            }
            if (!text.slice(end, end + marks.length()).equals(marks)) {
                breaches.add("a sentence's marks do not follow it: " + words);
            }
            checkBetween(text.slice(from, sentence.start()), sentence.details().label());
            from = end + marks.length();
        }
        checkBetween(text.slice(from, text.length()), "");
    }

    private static String marks(SentenceBody sentence) {
        StringBuilder marks = new StringBuilder(" ");
        for (int number : sentence.footnotes()) {
            marks.append('[').append(number).append(']');
        }
        return marks.toString();
    }

    /** Before a sentence there is only the label of its row. */
    private void checkBetween(String words, String label) {
        String expected = label.isEmpty() ? "" : label + ":";
        if (!words.strip().equals(expected)) {
            breaches.add("words that belong to no sentence: " + words.strip());
        }
    }

    /** No sentence is repeated, even with another source name before it. */
    private void checkRepeats() {
        Set<String> before = new HashSet<>();
        for (CitedSentence cited : CitedSentence.of(answer, originals)) {
            String plain = cited.sentence().replaceAll("\\s+", " ").strip();
            if (!before.add(plain)) {
                breaches.add("a sentence is repeated: " + cited.sentence());
            }
        }
    }

    private void checkFootnote(FootnoteBody footnote) {
        Optional<OriginalArticle> original = originals.apply(footnote.article().id());
        if (original.isEmpty()) {
            breaches.add("footnote " + footnote.number() + " cites an article that does not exist");
            return;
        }
        checkSupport(footnote);
        checkQuote(footnote, original.get().text());
        checkImprint(footnote, original.get().source());
    }

    private void checkSupport(FootnoteBody footnote) {
        if (footnote.support().label() == Support.FULL && footnote.support().contradicted()) {
            breaches.add("footnote " + footnote.number() + " states that it supports its sentence and contradicts it");
        }
    }

    /** The quoted words and the words around them are exactly the article's text at their position. */
    private void checkQuote(FootnoteBody footnote, Text text) {
        FootnoteBody.Quote quote = footnote.quote();
        String name = "footnote " + footnote.number();
        if (quote.exact().isBlank()) {
            breaches.add(name + " quotes nothing");
        }
        if (!text.slice(quote.start(), quote.end()).equals(quote.exact())) {
            breaches.add(name + " does not quote exactly");
            return;
        }
        boolean follows = text.slice(0, quote.start()).endsWith(quote.prefix());
        boolean precedes = text.slice(quote.end(), text.length()).startsWith(quote.suffix());
        if (!follows || !precedes) {
            breaches.add(name + " gives words around its quote that are not in the article");
        }
    }

    /** The footnote repeats the article's own title, author, publisher and day. */
    private void checkImprint(FootnoteBody footnote, ArticleBody source) {
        for (ImprintField field : ImprintField.values()) {
            String stated = field.of(footnote.article());
            String right = field.of(source);
            if (!stated.equals(right)) {
                breaches.add("footnote " + footnote.number() + " gives the "
                        + field.name().toLowerCase(java.util.Locale.ROOT) + " “" + stated + "”; the article has “"
                        + right + "”");
            }
        }
    }
}
