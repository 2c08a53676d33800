package ibid.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds sentence boundaries in running text: those of Unicode's rules (UAX 29, by ICU) except after abbreviations and
 * initials, which are frequent in news and unknown to the rules. It uses rules and not a model, so the same text always
 * has the same sentences.
 */
public final class Sentences {

    private static final int MAX_CHARS = 4000; // about 700 words: a longer text is not a sentence
    private static final int MAX_BORDER_CHARS = 40; // letters after a boundary that show whether it is one
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{N}.’'-]+)[.!?…]+[\"”’»)\\]]*\\s*$");
    private static final Pattern FIRST_WORD = Pattern.compile("^[^\\p{L}\\p{N}]*([\\p{L}\\p{N}]+)");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}(\\.\\p{Lu})*");
    private static final Set<String> STATES = WordList.read(Sentences.class, "states.txt");
    private static final Pattern ORDINAL = Pattern.compile("(?:^|[^\\d.,])\\d{1,2}\\.\\s*$");
    private static final Pattern GERMAN =
            Pattern.compile("\\b(?:am|vom|zum|bis|der|dem|den|des|ab|seit|im|und|einem|[Dd]as)\\s+\\d{1,2}\\.\\s*$");
    private static final String OPEN = "「『（《〈【";
    private static final Pattern QUOTE_GOES_ON = Pattern.compile("[」』]\\n\\p{IsHiragana}"); // 「知らない！」と彼は言った
    private static final Set<String> ENGLISH_TOO =
            Set.of("april", "august", "september", "november"); // months with the same spelling in German
    private static final Set<String> COUNTED =
            Set.of("jahrhundert", "jahrhunderts", "jh", "jahrestag", "geburtstag", "mal", "platz", "bundestag");
    private static final Set<String> FIRMS = Set.of("inc", "corp", "ltd", "co", "llc"); // "Yahoo! Inc."

    /** Abbreviations that never end a sentence, because what follows belongs to them. */
    private static final Set<String> ABBREVIATIONS = WordList.read(Sentences.class, "abbreviations.txt");

    /** Abbreviations that end a sentence only if a common first word follows. */
    private static final Set<String> AMBIGUOUS_ABBREVIATIONS =
            WordList.read(Sentences.class, "ambiguous-abbreviations.txt");

    private static final Set<String> OPENERS = WordList.read(Sentences.class, "sentence-openers.txt");

    private final Text text;
    private final int offset;
    private final List<Span> found = new ArrayList<>();

    private Sentences(Text text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    /** The sentences within the span of the text, trimmed, in order. */
    public static List<Span> in(Text text, Span within) {
        Sentences sentences = new Sentences(new Text(text.slice(within)), within.start());
        sentences.scan();
        return sentences.found;
    }

    private void scan() {
        // ICU's own short forms ("en@ss=standard") would never end a sentence at "U.S.": they know no word that opens
        // the next
        BreakIterator borders = BreakIterator.getSentenceInstance(ULocale.ENGLISH);
        borders.setText(text.value());
        int length = text.value().length();
        int start = 0;
        int border = borders.next();
        while (border != BreakIterator.DONE && border < length) {
            int end = beforeOpeningBrackets(start, border);
            if (isBorder(start, end)) {
                add(start, end);
                start = end;
            }
            border = borders.next();
        }
        add(start, length);
    }

    /** Unicode's rules treat every bracket as a closing one. */
    private int beforeOpeningBrackets(int start, int border) {
        int end = border;
        while (end > start && OPEN.indexOf(text.value().charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private boolean isBorder(int start, int end) {
        String part = text.value();
        String before = part.substring(Math.max(start, end - MAX_BORDER_CHARS), end);
        return ends(before, part.substring(end, Math.min(part.length(), end + MAX_BORDER_CHARS)));
    }

    /** Text longer than any sentence is cut at a space, or within the word if there is no space. */
    private void add(int start, int end) {
        int from = start;
        while (end - from > MAX_CHARS) {
            int to = cut(from);
            addTrimmed(from, to);
            from = to;
        }
        addTrimmed(from, end);
    }

    private int cut(int from) {
        int space = text.value().substring(from, from + MAX_CHARS).lastIndexOf(' ');
        int to = from + (space > MAX_CHARS / 2 ? space : MAX_CHARS);
        return Character.isLowSurrogate(text.value().charAt(to)) ? to - 1 : to;
    }

    private void addTrimmed(int start, int end) {
        String words = text.value().substring(start, end);
        int from = start + words.length() - words.stripLeading().length();
        int to = end - (words.length() - words.stripTrailing().length());
        if (from < to) {
            found.add(new Span(offset + text.codePointOffset(from), offset + text.codePointOffset(to)));
        }
    }

    private static boolean ends(String before, String after) {
        if (QUOTE_GOES_ON.matcher(before + "\n" + after).find()) {
            return false;
        }
        Matcher last = LAST_WORD.matcher(before);
        if (!last.find()) {
            return true;
        }
        String next = firstWord(after);
        if (!before.stripTrailing().endsWith(".")) {
            return !goesOn(after) && !FIRMS.contains(next);
        }
        return !ordinal(before, next) && endsWithStop(withoutStops(last.group(1)), before, after);
    }

    private static String withoutStops(String word) {
        return word.replaceAll("^[.’'-]+|[.]+$", "");
    }

    private static boolean endsWithStop(String word, String before, String after) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (ABBREVIATIONS.contains(lower)) {
            return lower.equals("no") && !startsWithDigit(after);
        }
        if (INITIALS.matcher(word).matches() && !word.equals("I")) {
            return word.contains(".") && opensSentence(after);
        }
        boolean shortForm = isSmallLetter(word) || AMBIGUOUS_ABBREVIATIONS.contains(lower) || isState(before);
        return !shortForm || opensSentence(after);
    }

    /** "z. B.", "p. 12". */
    private static boolean isSmallLetter(String word) {
        return word.length() == 1 && Character.isLowerCase(word.charAt(0));
    }

    /** "Springfield, Ill." */
    private static boolean isState(String before) {
        Lexemes text = new Lexemes(before);
        int stop = text.size() - 1;
        boolean afterComma = text.is(stop - 2, ",") && text.isSpaced(stop - 1);
        return afterComma && text.isGlued(stop, ".") && STATES.contains(text.text(stop - 1));
    }

    /**
     * “Never!” she said: after a full stop the rules treat a lower-case letter as a continuation, after these marks
     * they do not.
     */
    private static boolean goesOn(String after) {
        Matcher first = FIRST_WORD.matcher(after);
        return first.find() && Character.isLowerCase(first.group(1).codePointAt(0));
    }

    /**
     * "am 3. Oktober": German writes ordinals of days and centuries with a stop. If the month is also English, the word
     * before the figure must not be English.
     */
    private static boolean ordinal(String before, String next) {
        if (!ORDINAL.matcher(before).find()) {
            return false;
        }
        boolean foreignMonth = MonthNames.ofName(next).isPresent() && !MonthNames.isEnglishName(next);
        return COUNTED.contains(next)
                || foreignMonth
                || ENGLISH_TOO.contains(next) && GERMAN.matcher(before).find();
    }

    private static String firstWord(String after) {
        Matcher first = FIRST_WORD.matcher(after);
        return first.find() ? first.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean startsWithDigit(String after) {
        return !after.isEmpty() && Character.isDigit(after.charAt(0));
    }

    private static boolean opensSentence(String after) {
        return OPENERS.contains(firstWord(after));
    }
}
