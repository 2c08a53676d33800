package ibid.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The lexemes of a text in order: runs of letters, runs of the figures 0 to 9, single ideographs, and every other sign
 * by itself. White space only separates them. Positions outside the text are allowed and give empty text. Offsets are
 * chars. Immutable.
 */
public final class Lexemes {

    private enum Kind {
        WORD,
        NUMBER,
        SIGN
    }

    private record Lexeme(Kind kind, String text, String key, int start, int end) {}

    private static final int MAX_FIGURES = 9; // of a number that fits an int

    private final String source;
    private final List<Lexeme> lexemes = new ArrayList<>();

    public Lexemes(String source) {
        this.source = source;
        int at = 0;
        while (at < source.length()) {
            int end = endOf(at);
            if (!Character.isWhitespace(source.codePointAt(at))) {
                add(at, end);
            }
            at = end;
        }
    }

    private void add(int start, int end) {
        String text = source.substring(start, end);
        int first = source.codePointAt(start);
        lexemes.add(new Lexeme(kind(first), text, text.toLowerCase(Locale.ROOT), start, end));
    }

    private static Kind kind(int first) {
        if (isFigure(first)) {
            return Kind.NUMBER;
        }
        boolean word = Character.isLetter(first) && !Character.isIdeographic(first);
        return word ? Kind.WORD : Kind.SIGN;
    }

    private int endOf(int start) {
        int first = source.codePointAt(start);
        if (isFigure(first)) {
            return endOf(start, Lexemes::isFigure);
        }
        boolean word = isOfWord(first) && Character.isLetter(first);
        return word ? endOf(start, Lexemes::isOfWord) : start + Character.charCount(first);
    }

    private int endOf(int start, IntPredicate isOfLexeme) {
        int end = start;
        while (end < source.length() && isOfLexeme.test(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        return end;
    }

    private static boolean isOfWord(int sign) {
        if (Character.isLetter(sign)) {
            return !Character.isIdeographic(sign);
        }
        return Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private static boolean isFigure(int sign) {
        return sign >= '0' && sign <= '9';
    }

    public int size() {
        return lexemes.size();
    }

    /** The text of the lexeme as written. */
    public String text(int at) {
        return isInside(at) ? lexemes.get(at).text() : "";
    }

    /** The lexeme in lower case. */
    public String key(int at) {
        return isInside(at) ? lexemes.get(at).key() : "";
    }

    /** Whether it is this word, in lower case, or this sign. */
    public boolean is(int at, String key) {
        return key(at).equals(key);
    }

    /** Whether it is one of these words in lower case or signs. */
    public boolean isOneOf(int at, Set<String> keys) {
        return keys.contains(key(at));
    }

    /** Whether any lexeme is one of these words in lower case or signs. */
    public boolean hasAny(Set<String> keys) {
        for (int at = 0; at < size(); at++) {
            if (isOneOf(at, keys)) {
                return true;
            }
        }
        return false;
    }

    /** The position of the first lexeme that does not begin before the offset in chars. */
    public int indexAt(int offset) {
        int at = 0;
        while (at < size() && start(at) < offset) {
            at++;
        }
        return at;
    }

    public int start(int at) {
        return isInside(at) ? lexemes.get(at).start() : source.length();
    }

    public int end(int at) {
        return isInside(at) ? lexemes.get(at).end() : source.length();
    }

    public boolean isWord(int at) {
        return isInside(at) && lexemes.get(at).kind() == Kind.WORD;
    }

    public boolean isNumber(int at) {
        return isInside(at) && lexemes.get(at).kind() == Kind.NUMBER;
    }

    /** Whether it is a word or a number. */
    public boolean isAlphanumeric(int at) {
        return isWord(at) || isNumber(at);
    }

    public boolean isCapitalised(int at) {
        return isWord(at) && Character.isUpperCase(text(at).codePointAt(0));
    }

    /** The value of a run of figures; −1 if there is none or it is too long. */
    public int number(int at) {
        return isNumber(at) && text(at).length() <= MAX_FIGURES ? Integer.parseInt(text(at)) : -1;
    }

    /** Whether nothing separates it from the one before. */
    public boolean isGlued(int at) {
        return at > 0 && isInside(at) && start(at) == end(at - 1);
    }

    /** Whether it is a word, and nothing separates it from the one before. */
    public boolean isGluedWord(int at) {
        return isGlued(at) && isWord(at);
    }

    /** Whether it is a number, and nothing separates it from the one before. */
    public boolean isGluedNumber(int at) {
        return isGlued(at) && isNumber(at);
    }

    /** Whether white space, but no line break, separates it from the one before. */
    public boolean isSpaced(int at) {
        if (at <= 0 || !isInside(at) || isGlued(at)) {
            return false;
        }
        return source.substring(end(at - 1), start(at)).indexOf('\n') < 0;
    }

    /** Whether it is the "s" of "Japan's". */
    public boolean isPossessive(int at) {
        return isGlued(at, "s") && (isGlued(at - 1, "'") || isGlued(at - 1, "’"));
    }

    /** Whether it is this sign or word, in lower case, and nothing separates it from the one before. */
    public boolean isGlued(int at, String key) {
        return isGlued(at) && key(at).equals(key);
    }

    /**
     * The given number of words from there, in lower case and with single spaces; empty if they are not on one line or
     * not separated by spaces.
     */
    public String phrase(int at, int words) {
        StringBuilder phrase = new StringBuilder(key(at));
        for (int next = at + 1; next < at + words; next++) {
            if (!isSpaced(next)) {
                return "";
            }
            phrase.append(' ').append(key(next));
        }
        return phrase.toString();
    }

    /** The text from the first lexeme to before the last, as written. */
    public String slice(int from, int to) {
        return from >= to ? "" : source.substring(start(from), end(to - 1));
    }

    private boolean isInside(int at) {
        return at >= 0 && at < lexemes.size();
    }
}
