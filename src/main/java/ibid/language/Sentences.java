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
 * Finds sentence borders in running text: those of Unicode's rules (UAX 29, by ICU) but for the ones a short form or an
 * initial makes, which news is full of and the rules do not know. Rules, not a model: the same text always has the same
 * sentences.
 */
public final class Sentences {

    private static final int MAX_CHARS = 4000; // some 700 words: longer ones are no sentences
    private static final int MAX_BORDER_CHARS = 40; // letters behind a border that may tell what it is
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
            Set.of("april", "august", "september", "november"); // months that German spells alike
    private static final Set<String> COUNTED =
            Set.of("jahrhundert", "jahrhunderts", "jh", "jahrestag", "geburtstag", "mal", "platz", "bundestag");
    private static final Set<String> FIRMS = Set.of("inc", "corp", "ltd", "co", "llc"); // "Yahoo! Inc."

    /** Never the end of a sentence: what follows belongs to them. */
    private static final Set<String> ABBREVIATIONS = WordList.read(Sentences.class, "abbreviations.txt");

    /** May or may not end one; they do when a common opening word follows. */
    private static final Set<String> AMBIGUOUS_ABBREVIATIONS =
            WordList.read(Sentences.class, "ambiguous-abbreviations.txt");

    private static final Set<String> OPENERS = WordList.read(Sentences.class, "sentence-openers.txt");

    private Sentences() {}

    /** The sentences within the span of the text, trimmed, in order. */
    public static List<Span> in(Text text, Span within) {
        String part = text.slice(within);
        List<Span> sentences = new ArrayList<>();
        Text local = new Text(part);
        int start = 0;
        // ICU's own short forms ("en@ss=standard") would never end a sentence at "U.S.": they know no word that opens
        // the next
        BreakIterator borders = BreakIterator.getSentenceInstance(ULocale.ENGLISH);
        borders.setText(part);
        for (int border = borders.next();
                border != BreakIterator.DONE && border < part.length();
                border = borders.next()) {
            int end = border;
            while (end > start && OPEN.indexOf(part.charAt(end - 1)) >= 0) {
                end--; // to Unicode's rules every bracket closes what stands before it
            }
            if (!ends(
                    part.substring(Math.max(start, end - MAX_BORDER_CHARS), end),
                    part.substring(end, Math.min(part.length(), end + MAX_BORDER_CHARS)))) {
                continue;
            }
            add(sentences, local, within.start(), start, end);
            start = end;
        }
        add(sentences, local, within.start(), start, part.length());
        return sentences;
    }

    /** What is longer than any sentence is cut at a space, or where there is none in the middle of its one word. */
    private static void add(List<Span> sentences, Text local, int offset, int start, int end) {
        int from = start;
        while (end - from > MAX_CHARS) {
            int space = local.value().substring(from, from + MAX_CHARS).lastIndexOf(' ');
            int to = from + (space > MAX_CHARS / 2 ? space : MAX_CHARS);
            if (Character.isLowSurrogate(local.value().charAt(to))) {
                to--;
            }
            addTrimmed(sentences, local, offset, from, to);
            from = to;
        }
        addTrimmed(sentences, local, offset, from, end);
    }

    private static void addTrimmed(List<Span> sentences, Text local, int offset, int start, int end) {
        String words = local.value().substring(start, end);
        int from = start + words.length() - words.stripLeading().length();
        int to = end - (words.length() - words.stripTrailing().length());
        if (from < to) {
            sentences.add(new Span(offset + local.codePointOffset(from), offset + local.codePointOffset(to)));
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
        String word = last.group(1).replaceAll("^[.’'-]+|[.]+$", "");
        boolean stop = before.stripTrailing().endsWith(".");
        if (!stop) {
            return !goesOn(after) && !FIRMS.contains(firstWord(after));
        }
        if (ordinal(before, firstWord(after))) {
            return false;
        }
        return endsWithStop(word, before, after);
    }

    private static boolean endsWithStop(String word, String before, String after) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (ABBREVIATIONS.contains(lower)) {
            return lower.equals("no") && !startsWithDigit(after);
        }
        boolean initials = INITIALS.matcher(word).matches() && !word.equals("I");
        if (initials) {
            return word.contains(".") && opensSentence(after);
        }
        boolean small = word.length() == 1 && Character.isLowerCase(word.charAt(0)); // "z. B.", "p. 12"
        boolean shortForm = small || AMBIGUOUS_ABBREVIATIONS.contains(lower) || isState(before);
        return !shortForm || opensSentence(after);
    }

    /** "Springfield, Ill." */
    private static boolean isState(String before) {
        Lexemes text = new Lexemes(before);
        int stop = text.size() - 1;
        boolean afterComma = text.key(stop - 2).equals(",") && text.isSpaced(stop - 1);
        return afterComma && text.isGlued(stop, ".") && STATES.contains(text.text(stop - 1));
    }

    /**
     * “Never!” she said: after a full stop the rules know a small letter for what it is, after these marks they do not.
     */
    private static boolean goesOn(String after) {
        Matcher first = FIRST_WORD.matcher(after);
        return first.find() && Character.isLowerCase(first.group(1).codePointAt(0));
    }

    /**
     * "am 3. Oktober": German counts days and centuries with a stop. Where the month is English too, the word before
     * the figure must not be.
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
