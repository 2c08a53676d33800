package ibid.language.injection;

import ibid.language.Lexemes;
import ibid.language.WordList;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells an English sentence that gives an account of models, prompts and answers, as papers do: it begins with its
 * subject in the third person, turns to nobody, orders and quotes nothing and names nobody and no address.
 */
final class Account {

    private static final Set<String> STARTS = WordList.read(Account.class, "account-starts.txt");
    private static final Set<String> DIRECTING = WordList.read(Account.class, "directing-words.txt");
    private static final Pattern CAPTION = Pattern.compile("(?i)^(?:figure|fig\\.|table) \\d{1,3}[.:] ");
    private static final Pattern NOTE_THAT = Pattern.compile("(?i)^note that (?=the |a |an |our |we |each )");
    private static final String QUOTES_AND_LABELS = "\"“”„«»:;@<>[]{}*#|=";
    private static final int MIN_WORDS = 6;

    private Account() {}

    static boolean isOne(String sentence) {
        String words = NOTE_THAT
                .matcher(CAPTION.matcher(sentence.strip()).replaceFirst(""))
                .replaceFirst("");
        boolean isPlain = words.endsWith(".") && words.chars().noneMatch(sign -> QUOTES_AND_LABELS.indexOf(sign) >= 0);
        Lexemes text = new Lexemes(isPlain ? words : "");
        int count = 0;
        for (int at = 0; at < text.size(); at++) {
            if (isDirecting(text, at)) {
                return false;
            }
            count += text.isWord(at) ? 1 : 0;
        }
        return count >= MIN_WORDS && begins(text) && ForeignWords.isEnglish(words);
    }

    private static boolean isDirecting(Lexemes text, int at) {
        boolean isName = at > 0 && text.isCapitalised(at);
        return isName || DIRECTING.contains(text.key(at)) || isWithin(text, at);
    }

    /** Whether the sentence begins with such a word or with whose it is, as in "Google's assistant". */
    private static boolean begins(Lexemes text) {
        boolean isPossessive = text.isCapitalised(0) && (text.is(1, "'") || text.is(1, "’")) && text.is(2, "s");
        return isPossessive || STARTS.contains(text.key(0));
    }

    /** Whether a stop is within a word, as in an address, or a sentence ends before the end. */
    private static boolean isWithin(Lexemes text, int at) {
        return at < text.size() - 1 && (text.is(at, ".") || text.is(at, "!") || text.is(at, "?"));
    }
}
