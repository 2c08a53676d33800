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

    private static final int LONGEST = 4000; // letters, some 700 words: longer ones are no sentences
    private static final int NEAR = 40; // letters behind a border that may tell what it is
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{N}.’'-]+)[.!?…]+[\"”’»)\\]]*\\s*$");
    private static final Pattern FIRST_WORD = Pattern.compile("^[^\\p{L}\\p{N}]*([\\p{L}\\p{N}]+)");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}(\\.\\p{Lu})*");
    private static final Pattern STATE = Pattern.compile(
            ", (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\\.\\s*$"); // words of their own but behind a comma
    private static final Pattern ORDINAL = Pattern.compile("(?:^|[^\\d.,])\\d{1,2}\\.\\s*$"),
            GERMAN =
                    Pattern.compile(
                            "\\b(?:am|vom|zum|bis|der|dem|den|des|ab|seit|im|und|einem|[Dd]as)\\s+\\d{1,2}\\.\\s*$");
    private static final String OPEN = "「『（《〈【";
    private static final Pattern QUOTE_GOES_ON = Pattern.compile("[」』]\\n\\p{IsHiragana}"); // 「知らない！」と彼は言った
    private static final Set<String> ENGLISH_TOO =
            Set.of("april", "august", "september", "november"); // months that German spells alike
    private static final Set<String> COUNTED =
            Set.of("jahrhundert", "jahrhunderts", "jh", "jahrestag", "geburtstag", "mal", "platz", "bundestag");
    private static final Set<String> FIRMS = Set.of("inc", "corp", "ltd", "co", "llc"); // "Yahoo! Inc."

    /** Never the end of a sentence: what follows belongs to them. */
    private static final Set<String> OPENING = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cmdr", "adm", "sgt", "sen", "rep",
            "gov", "hon", "rev", "st", "fr", "vs", "no", "nos", "fig", "vol", "pp", "ed", "eds", "e.g", "i.e", "cf",
            "al", "approx", "jan", "feb", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "art", "sec",
            "op", "ibid", "messrs", "brig", "mt", "mar", "nr", "bzw", "vgl", "evtl", "ggf", "sog", "inkl", "hrsg",
            "mme", "mlle", "mgr", "sra", "srta", "им", "ул");

    /** May or may not end one; they do when a common opening word follows. */
    private static final Set<String> EITHER = Set.of(
            "inc", "ltd", "co", "corp", "jr", "sr", "etc", "a.m", "p.m", "bros", "est", "ph.d", "dept", "ft", "ca",
            "usw");

    private static final Set<String> OPENERS = Set.of(
            "the",
            "a",
            "an",
            "it",
            "its",
            "he",
            "she",
            "they",
            "we",
            "this",
            "that",
            "these",
            "those",
            "in",
            "on",
            "at",
            "as",
            "but",
            "and",
            "however",
            "if",
            "for",
            "there",
            "his",
            "her",
            "their",
            "while",
            "when",
            "after",
            "since",
            "although",
            "by",
            "with",
            "i",
            "you",
            "what",
            "some",
            "many",
            "most",
            "both",
            "under",
            "from",
            "to",
            "yet",
            "so",
            "no",
            "not",
            "one");

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
            while (end > start && OPEN.indexOf(part.charAt(end - 1)) >= 0)
                end--; // to Unicode's rules every bracket closes what stands before it
            if (!ends(
                    part.substring(Math.max(start, end - NEAR), end),
                    part.substring(end, Math.min(part.length(), end + NEAR)))) continue;
            add(sentences, local, within.start(), start, end);
            start = end;
        }
        add(sentences, local, within.start(), start, part.length());
        return sentences;
    }

    /** What is longer than any sentence is cut at a space, or where there is none in the middle of its one word. */
    private static void add(List<Span> sentences, Text local, int offset, int start, int end) {
        int from = start;
        while (end - from > LONGEST) {
            int space = local.value().substring(from, from + LONGEST).lastIndexOf(' ');
            int to = from + (space > LONGEST / 2 ? space : LONGEST);
            if (Character.isLowSurrogate(local.value().charAt(to))) to--;
            addTrimmed(sentences, local, offset, from, to);
            from = to;
        }
        addTrimmed(sentences, local, offset, from, end);
    }

    private static void addTrimmed(List<Span> sentences, Text local, int offset, int start, int end) {
        String words = local.value().substring(start, end);
        int from = start + words.length() - words.stripLeading().length();
        int to = end - (words.length() - words.stripTrailing().length());
        if (from < to)
            sentences.add(new Span(offset + local.codePointOffset(from), offset + local.codePointOffset(to)));
    }

    private static boolean ends(String before, String after) {
        if (QUOTE_GOES_ON.matcher(before + "\n" + after).find()) return false;
        Matcher last = LAST_WORD.matcher(before);
        if (!last.find()) return true;
        String word = last.group(1).replaceAll("^[.’'-]+|[.]+$", "");
        boolean stop = before.stripTrailing().endsWith(".");
        if (!stop) return !goesOn(after) && !FIRMS.contains(firstWord(after));
        if (ordinal(before, firstWord(after))) return false;
        return endsWithStop(word, before, after);
    }

    private static boolean endsWithStop(String word, String before, String after) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (OPENING.contains(lower)) return lower.equals("no") && !startsWithDigit(after);
        boolean initials = INITIALS.matcher(word).matches() && !word.equals("I");
        if (initials) return word.contains(".") && opensSentence(after);
        boolean small = word.length() == 1 && Character.isLowerCase(word.charAt(0)); // "z. B.", "p. 12"
        boolean shortForm =
                small || EITHER.contains(lower) || STATE.matcher(before).find();
        return !shortForm || opensSentence(after);
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
        if (!ORDINAL.matcher(before).find()) return false;
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
