package ibid.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a sentence, for laying sentences side by side.
 *
 * @param text as it is written
 * @param key  lower case, without a possessive ending
 */
public record Token(String text, String key) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’-][\\p{L}\\p{N}]+)*|[%$€£¥]");
    private static final Set<String> PRONOUNS =
            Set.of("he", "she", "it", "they", "his", "her", "its", "their", "him", "them");
    private static final Pattern CONTRACTED = Pattern.compile("(?i)\\b(wo|ca|\\p{L}+)n['’]t\\b|\\b(can)not\\b");

    /** The words of a text; "won't" gives "will" and "not". */
    public static List<Token> in(String text) {
        Matcher found = WORD.matcher(CONTRACTED.matcher(text).replaceAll(Token::whole));
        List<Token> words = new ArrayList<>();
        while (found.find())
            words.add(new Token(
                    found.group(),
                    found.group().toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("'s$|(?<=\\p{L})[.]", "")));
        return words;
    }

    private static String whole(java.util.regex.MatchResult contracted) {
        String stem = contracted.group(1) == null ? contracted.group(2) : contracted.group(1);
        return switch (stem.toLowerCase(Locale.ROOT)) {
                    case "wo" -> "will";
                    case "ca" -> "can";
                    default -> stem;
                }
                + " not";
    }

    public boolean capital() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    public boolean standsForAName() {
        return PRONOUNS.contains(key);
    }

    public boolean number() {
        return Character.isDigit(text.codePointAt(0));
    }

    public boolean denies() {
        return WordLists.DENYING.contains(key);
    }

    public boolean weakens() {
        return WordLists.WEAKENING.contains(key);
    }
}
