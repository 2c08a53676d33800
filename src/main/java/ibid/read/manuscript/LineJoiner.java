package ibid.read.manuscript;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Joins lines that were wrapped. A word cut at a line's end is made whole; a compound keeps its hyphen, which is told
 * by how the
 * rest of the text writes it, else by its second half ("-led", "-based").
 */
public final class LineJoiner {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,60}(?:-\\p{L}{2,60}){0,3}");
    private static final Pattern CUT = Pattern.compile("(-?)(\\p{L}{1,60}|\\d{1,9})-$");
    private static final Pattern REST = Pattern.compile("^(?:\\p{L}{1,60}|\\d)");
    private static final Set<String> SUSPENDED =
            Set.of("and", "or", "to", "und", "oder", "et", "ou", "y", "o"); // "pre- and post-war"
    private static final Set<String> SECOND = Set.of(
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
    private static final Set<String> FIRST = Set.of("self", "so", "vice", "non");
    private static final int LOOKED = 80; // letters before a line's end

    private final Set<String> written = new HashSet<>(); // words and compounds within lines, small

    /** @param lines all the text has */
    public LineJoiner(Stream<String> lines) {
        lines.forEach(line -> WORD.matcher(line)
                .results()
                .filter(word -> word.end() < line.length())
                .forEach(word -> written.add(word.group().toLowerCase(Locale.ROOT))));
    }

    public void join(StringBuilder open, String line) {
        Matcher cut = CUT.matcher(open.substring(Math.max(0, open.length() - LOOKED)));
        Matcher rest = REST.matcher(line);
        boolean isCut = cut.find() && rest.find() && !SUSPENDED.contains(rest.group());
        if (!isCut && !open.isEmpty()) {
            open.append(' ');
        }
        if (isCut && cut.group(1).isEmpty() && !compound(cut.group(2), rest.group())) {
            open.setLength(open.length() - 1);
        }
        open.append(line);
    }

    private boolean compound(String first, String second) {
        if (!Character.isLowerCase(second.charAt(0)) || !Character.isLetter(first.charAt(0))) {
            return true;
        }
        String before = first.toLowerCase(Locale.ROOT);
        if (written.contains(before + "-" + second)) {
            return true;
        }
        return !written.contains(before + second) && (SECOND.contains(second) || FIRST.contains(before));
    }
}
