package ibid.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a sentence, for aligning sentences.
 *
 * @param text as written
 * @param key  lower case, without a possessive ending
 */
public record Token(String text, String key) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’-][\\p{L}\\p{N}]+)*|[%$€£¥]");
    private static final Pattern CONTRACTION = Pattern.compile("(?i)\\b(wo|ca|\\p{L}+)n['’]t\\b|\\b(can)not\\b");
    private static final Set<String> PRONOUNS =
            Set.of("he", "she", "it", "they", "his", "her", "its", "their", "him", "them");

    /** The words of a text; "won't" gives "will" and "not". */
    public static List<Token> in(String text) {
        Matcher found = WORD.matcher(mayBeContracted(text) ? expanded(text) : text);
        List<Token> words = new ArrayList<>();
        while (found.find()) {
            words.add(new Token(found.group(), key(found.group())));
        }
        return words;
    }

    /** The pattern tries every letter of every word, and most texts have no contraction. */
    private static boolean mayBeContracted(String text) {
        return text.indexOf('\'') >= 0
                || text.indexOf('’') >= 0
                || text.toLowerCase(Locale.ROOT).contains("cannot");
    }

    private static String expanded(String text) {
        return CONTRACTION.matcher(text).replaceAll(Token::expand);
    }

    /** "U.S.'s" has the key "us". */
    private static String key(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        String withoutPossessive = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
        StringBuilder key = new StringBuilder();
        for (int at = 0; at < withoutPossessive.length(); at++) {
            if (!isStopInWord(withoutPossessive, at)) {
                key.append(withoutPossessive.charAt(at));
            }
        }
        return key.toString();
    }

    private static boolean isStopInWord(String word, int at) {
        return at > 0 && word.charAt(at) == '.' && Character.isLetter(word.charAt(at - 1));
    }

    private static String expand(MatchResult contraction) {
        String stem = contraction.group(1) == null ? contraction.group(2) : contraction.group(1);
        String verb = switch (stem.toLowerCase(Locale.ROOT)) {
            case "wo" -> "will";
            case "ca" -> "can";
            default -> stem;
        };
        return verb + " not";
    }

    public boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    public boolean isPronoun() {
        return PRONOUNS.contains(key);
    }

    public boolean isNumber() {
        return Character.isDigit(text.codePointAt(0));
    }

    public boolean isNegation() {
        return Polarity.isNegation(key);
    }

    public boolean isHedge() {
        return Polarity.isHedge(key);
    }
}
