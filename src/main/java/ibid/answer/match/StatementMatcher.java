package ibid.answer.match;

import ibid.answer.CuePhrases;
import ibid.answer.SpeechCues;
import ibid.answer.question.AnswerExtent;
import ibid.answer.question.AnswerMatch;
import ibid.language.Lexemes;
import ibid.language.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what is said in a sentence: words in quotation marks, and verbs of saying outside them. A match is exact where
 * whom the question names is in the sentence, or a pronoun for them.
 */
final class StatementMatcher {

    private static final int MIN_QUOTE_CHARS = 8; // a shorter one is a term in quotation marks
    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "his", "her", "their", "its");

    private final List<Names.Name> asked;

    StatementMatcher(String question) {
        this.asked = Names.in(question);
    }

    List<AnswerMatch> findIn(String sentence) {
        boolean isExact = speaks(sentence);
        List<AnswerMatch> quotes = quotes(sentence, isExact);
        List<AnswerMatch> matches = new ArrayList<>(quotes);
        for (CuePhrases.Occurrence verb : SpeechCues.findIn(sentence)) {
            if (quotes.stream().noneMatch(quote -> beginsWithin(verb, quote))) {
                AnswerExtent extent = ClauseExtent.from(sentence, verb.start());
                String text = sentence.substring(verb.start(), verb.end());
                matches.add(new AnswerMatch(text, verb.start(), isExact, extent));
            }
        }
        matches.sort(Comparator.comparingInt(AnswerMatch::start));
        return matches;
    }

    private boolean speaks(String sentence) {
        if (asked.isEmpty()) {
            return true;
        }
        String lower = sentence.toLowerCase(Locale.ROOT);
        for (Names.Name name : asked) {
            String last = name.text().substring(name.text().lastIndexOf(' ') + 1);
            if (lower.contains(last.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        Lexemes words = new Lexemes(sentence);
        for (int at = 0; at < words.size(); at++) {
            if (PRONOUNS.contains(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWithin(CuePhrases.Occurrence verb, AnswerMatch quote) {
        return verb.start() >= quote.start() && verb.start() < quote.end();
    }

    private static List<AnswerMatch> quotes(String sentence, boolean isExact) {
        List<AnswerMatch> quotes = new ArrayList<>();
        int at = 0;
        while (at < sentence.length()) {
            int end = endOfQuote(sentence, at);
            if (end > at) {
                quotes.add(AnswerMatch.bare(sentence.substring(at, end), at, isExact));
            }
            at = Math.max(end, at + 1);
        }
        return quotes;
    }

    /** Where the quotation that opens there ends, including the closing mark if any; -1 where none opens. */
    private static int endOfQuote(String sentence, int start) {
        if ("“\"".indexOf(sentence.charAt(start)) < 0) {
            return -1;
        }
        int end = start + 1;
        while (end < sentence.length() && "”\"".indexOf(sentence.charAt(end)) < 0) {
            end++;
        }
        if (end - start - 1 < MIN_QUOTE_CHARS) {
            return -1;
        }
        return Math.min(end + 1, sentence.length());
    }
}
