package ibid.read.manuscript;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Joins lines that were wrapped. A word that was hyphenated at a line end loses its hyphen; a compound keeps it. A word
 * is a compound if the rest of the text writes it with a hyphen, or by its second part ("-led", "-based").
 */
public final class LineJoiner {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,60}(?:-\\p{L}{2,60}){0,3}");
    private static final Pattern WORD_BEFORE_HYPHEN = Pattern.compile("(-?)(\\p{L}{1,60}|\\d{1,9})-$");
    private static final Pattern WORD_AT_START = Pattern.compile("^(?:\\p{L}{1,60}|\\d)");
    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "or", "to", "und", "oder", "et", "ou", "y", "o"); // "pre- and post-war"
    private static final Set<String> SECOND_PARTS = Set.of(
            "based",
            "led",
            "backed",
            "related",
            "term",
            "scale",
            "level",
            "wide",
            "making",
            "range",
            "style",
            "old",
            "year",
            "long",
            "born",
            "trained",
            "made",
            "owned",
            "run",
            "funded",
            "century",
            "sponsored",
            "driven",
            "minded",
            "looking",
            "speaking",
            "ranking",
            "profile",
            "friendly",
            "free",
            "proof",
            "month",
            "week",
            "day",
            "hour",
            "elect",
            "general",
            "called",
            "known",
            "aligned",
            "armed");
    private static final Set<String> FIRST_PARTS = Set.of("self", "so", "vice", "non");
    private static final int MAX_END_CHARS = 80; // enough to hold the last word of a line

    private final Set<String> wordsWithinLines = new HashSet<>(); // with compounds, in lower case

    /** @param lines all lines of the text */
    public LineJoiner(Stream<String> lines) {
        lines.forEach(line -> WORD.matcher(line)
                .results()
                .filter(word -> word.end() < line.length())
                .forEach(word -> wordsWithinLines.add(word.group().toLowerCase(Locale.ROOT))));
    }

    public void join(StringBuilder open, String line) {
        Matcher cut = WORD_BEFORE_HYPHEN.matcher(open.substring(Math.max(0, open.length() - MAX_END_CHARS)));
        Matcher rest = WORD_AT_START.matcher(line);
        if (!cut.find() || !rest.find() || CONJUNCTIONS.contains(rest.group())) {
            if (!open.isEmpty() && !(isUnspaced(open.charAt(open.length() - 1)) && isUnspaced(line.charAt(0)))) {
                open.append(' ');
            }
        } else if (cut.group(1).isEmpty() && !isCompound(cut.group(2), rest.group())) {
            open.setLength(open.length() - 1);
        }
        open.append(line);
    }

    /** Whether it is a sign of a script without blanks, or its punctuation (the blocks of CJK and of full width). */
    private static boolean isUnspaced(char sign) {
        return WordCount.isUnspaced(sign)
                || sign >= '\u3001' && sign <= '\u303F'
                || sign >= '\uFF01' && sign <= '\uFF60';
    }

    private boolean isCompound(String first, String second) {
        if (!Character.isLowerCase(second.charAt(0)) || !Character.isLetter(first.charAt(0))) {
            return true;
        }
        String before = first.toLowerCase(Locale.ROOT);
        if (wordsWithinLines.contains(before + "-" + second)) {
            return true;
        }
        return !wordsWithinLines.contains(before + second)
                && (SECOND_PARTS.contains(second) || FIRST_PARTS.contains(before));
    }
}
