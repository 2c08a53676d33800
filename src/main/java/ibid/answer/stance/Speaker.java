package ibid.answer.stance;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who says what a sentence holds.
 *
 * @param name as written; a pronoun where the sentence has no name
 */
public record Speaker(String name) {

    private static final CuePhrases SOURCES =
            new CuePhrases(List.of("according to", "in the view/opinion/eyes/words of", "in ... 's view/opinion"));
    private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they", "i", "we", "who");
    private static final Set<String> BEFORE_NOUN = WordList.read(Speaker.class, "before-noun.txt");
    private static final Set<String> BEING = Set.of("is", "are", "was", "were", "be", "been", "being");
    private static final Set<String> AFTER_NOUN = // "states are"
            Set.of("are", "were", "have", "of", "in", "and", "by");
    private static final Set<String> NOBODY =
            Set.of("nobody", "none", "everybody", "everyone", "anyone", "anybody", "one");
    private static final int MAX_SOURCE_WORDS = 8;

    /** The speaker of the sentence; empty where it gives its words to nobody. */
    public static Optional<Speaker> of(String sentence) {
        List<CuePhrases.Occurrence> sources = SOURCES.findIn(sentence);
        if (!sources.isEmpty()) {
            return named(nounPhraseFrom(sentence.substring(sources.getFirst().end())));
        }
        Lexemes words = new Lexemes(sentence);
        int verb = verb(words);
        return verb < 0 ? Optional.empty() : ofVerb(words, verb);
    }

    /** The first verb of saying outside quotation marks that has a subject; -1 where there is none. */
    static int verb(Lexemes words) {
        boolean isInQuote = false;
        for (int at = 0; at < words.size(); at++) {
            isInQuote = isInQuote != isQuoteMark(words.text(at), isInQuote);
            if (!isInQuote && isVerbOfSaying(words, at) && ofVerb(words, at).isPresent()) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isQuoteMark(String sign, boolean isInQuote) {
        return sign.equals("\"") || sign.equals(isInQuote ? "”" : "“");
    }

    /** A finite verb in the active voice, not the noun of the same form: "the claims", "was called". */
    private static boolean isVerbOfSaying(Lexemes words, int at) {
        if (!VerbsOfSaying.contains(words.key(at)) || words.key(at).endsWith("ing")) {
            return false;
        }
        int before = words.key(at - 1).endsWith("ly") ? at - 2 : at - 1;
        return !BEFORE_NOUN.contains(words.key(before))
                && !BEING.contains(words.key(before))
                && !(words.key(at).endsWith("s") && AFTER_NOUN.contains(words.key(at + 1)));
    }

    private static Optional<Speaker> ofVerb(Lexemes words, int verb) {
        boolean isAfterQuote = words.is(verb - 1, "”") || words.is(verb - 1, "\"");
        boolean isBeforeNoun = BEFORE_NOUN.contains(words.key(verb + 1));
        boolean isBeforeName = words.isCapitalised(verb + 1) && (isAfterQuote || words.is(verb - 1, ","));
        if (isBeforeName || isAfterQuote && isBeforeNoun) {
            return named(nounPhraseFrom(words.slice(verb + 1, words.size())));
        }
        return named(new VerbSubject(words).before(verb));
    }

    /** The words up to the next sign, or to a verb or preposition of time. */
    private static String nounPhraseFrom(String text) {
        Lexemes words = new Lexemes(text);
        int end = 0;
        while (end < words.size() && end < MAX_SOURCE_WORDS && isOfPhrase(words, end)) {
            end++;
        }
        return words.slice(0, end);
    }

    private static boolean isOfPhrase(Lexemes words, int at) {
        boolean isNameSign = words.is(at, "'") || words.is(at, "’") || words.is(at, "-") || words.isGlued(at, ".");
        if (!words.isWord(at)) {
            return isNameSign;
        }
        boolean changesCase = at > 1 && words.isCapitalised(at - 1) && !words.isCapitalised(at);
        return !(changesCase && !words.is(at, "of") && !isNameSign) || words.isGlued(at);
    }

    private static Optional<Speaker> named(String name) {
        boolean isNobody = name.isBlank() || NOBODY.contains(name.strip().toLowerCase(Locale.ROOT));
        return isNobody ? Optional.empty() : Optional.of(new Speaker(resolved(name.strip())));
    }

    /** "He [Rui Falk]": the name that was put behind the pronoun. */
    private static String resolved(String name) {
        int open = name.indexOf('[');
        int close = name.indexOf(']');
        return open >= 0 && close > open ? name.substring(open + 1, close) : name;
    }

    /** Whether the sentence does not tell who the speaker is. */
    public boolean isPronoun() {
        return PRONOUNS.contains(new Lexemes(name).key(0));
    }
}
