package ibid.eval.measure;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.SentenceBody;
import ibid.eval.client.AnswerView;
import ibid.eval.client.OriginalArticle;
import ibid.eval.client.Quotations;
import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.Judge;
import ibid.verify.Support;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the support that an answer states with the support that a check finds. It is full for the article's own
 * sentences; for other words it is the verdict of the server's check with the same quote.
 */
public final class StatedSupport {

    private static final String SENTENCE_END = ".!?…\"”’»)]";

    private final Function<String, Optional<OriginalArticle>> originals;
    private final Judge checks;

    /** @param checks the server's verdicts on claims */
    public StatedSupport(Function<String, Optional<OriginalArticle>> originals, Judge checks) {
        this.originals = originals;
        this.checks = checks;
    }

    /** A description of each wrong statement of support. */
    public List<String> breaches(AnswerBody answer) {
        List<String> breaches = new ArrayList<>();
        List<CitedSentence> cited = CitedSentence.of(answer, originals);
        Set<Integer> seen = new HashSet<>();
        for (int at = 0; at < cited.size(); at++) {
            SentenceBody sentence = answer.sentences().get(at);
            Set<Support> any = EnumSet.noneOf(Support.class);
            for (FootnoteBody footnote : new AnswerView(answer).footnotes(sentence)) {
                Set<Support> right = right(cited.get(at), footnote);
                any.addAll(right);
                Support stated = footnote.support().label();
                // A footnote states the support of the sentence it is first used for.
                if (seen.add(footnote.number()) && !right.contains(stated)) {
                    breaches.add(wrong("footnote " + footnote.number(), stated, right));
                }
            }
            if (!any.isEmpty() && !isRight(sentence.support(), any)) {
                breaches.add(wrong("“" + sentence.text() + "”", sentence.support(), any));
            }
        }
        return breaches;
    }

    /** A sentence has the support of its best footnote. */
    private static boolean isRight(Support stated, Set<Support> footnotes) {
        return footnotes.contains(Support.FULL) ? stated == Support.FULL : footnotes.contains(stated);
    }

    private static String wrong(String what, Support stated, Set<Support> right) {
        String given = right.stream().map(StatedSupport::word).collect(Collectors.joining(" or "));
        return what + " states the support " + word(stated) + " but the check gives " + given;
    }

    private static String word(Support support) {
        return String.valueOf(support).toLowerCase(Locale.ROOT);
    }

    private Set<Support> right(CitedSentence cited, FootnoteBody footnote) {
        String quote = footnote.quote().exact();
        if (!cited.unfounded().isEmpty()) {
            return EnumSet.of(Support.PARTIAL, Support.NONE);
        }
        if (quotesExactly(cited.sentence(), quote)) {
            return EnumSet.of(Support.FULL);
        }
        // The writer's check knows the article's name, the API's does not: check with the name and without.
        Support plain = checks.judge(cited.sentence(), List.of(quote)).support();
        List<String> named = List.of(Quotations.imprint(footnote), quote);
        return EnumSet.of(plain, checks.judge(cited.sentence(), named).support());
    }

    /** Whether the words are whole sentences of the quote. */
    private static boolean quotesExactly(String sentence, String quote) {
        int at = quote.indexOf(sentence);
        if (at < 0 || sentence.isBlank()) {
            return false;
        }
        String before = quote.substring(0, at).stripTrailing();
        String after = quote.substring(at + sentence.length());
        return (before.isEmpty() || endsWithOneOf(before, SENTENCE_END + ":;"))
                && (after.isBlank() || endsWithOneOf(sentence.strip(), SENTENCE_END));
    }

    private static boolean endsWithOneOf(String words, String marks) {
        return marks.indexOf(words.charAt(words.length() - 1)) >= 0;
    }
}
