package ibid.search.comparison;

import ibid.language.Lexemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads from a question the things that it compares: "How do India and South Korea differ on ...?". */
public final class ComparisonSides {

    static final Set<String> COMPARING = Set.of("compare", "contrast");
    private static final Set<String> AUXILIARIES = Set.of("do", "does", "did", "would", "can", "are");
    private static final Set<String> BEFORE_AUXILIARY = Set.of("how", "what", "where", "way", "ways");
    private static final Set<String> JOINING = Set.of("and", "with", "to", "from", "versus", "vs", ",");
    private static final Set<String> LISTING = Set.of("and", ",");
    private static final Set<String> ENDING = Set.of(
            "differ",
            "differs",
            "compare",
            "compares",
            "disagree",
            "contrast",
            "on",
            "in",
            "about",
            "over",
            "regarding",
            "see",
            "view",
            "when");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    private static final String QUOTE_ENDS = "\"”»";

    private ComparisonSides() {}

    /** At least two, as the question names them, without an article; empty if it does not name two. */
    public static List<String> in(String question) {
        Lexemes words = new Lexemes(question);
        for (int at = words.size() - 1; at >= 0; at--) {
            int start = behindOpening(words, at);
            List<String> sides = start < 0 ? List.of() : joined(words, start);
            if (sides.size() > 1) {
                return sides.stream().map(ComparisonSides::withoutArticle).toList();
            }
        }
        return List.of();
    }

    /** Where the sides begin if the place opens a comparison; else -1. */
    private static int behindOpening(Lexemes words, int at) {
        if (BEFORE_AUXILIARY.contains(words.key(at)) && AUXILIARIES.contains(words.key(at + 1))) {
            return at + 2;
        }
        boolean opens = COMPARING.contains(words.key(at)) && !words.isOneOf(at + 1, JOINING);
        return opens || words.is(at, "between") ? at + 1 : -1;
    }

    /** The sides from the place on. What ends them is looked for behind the first: "wages in Norland and Sudria". */
    private static List<String> joined(Lexemes words, int start) {
        List<String> sides = new ArrayList<>();
        int from = start;
        for (int at = start; at <= words.size(); at++) {
            boolean isEnd = at == words.size() || isEnd(words, at, from, sides.isEmpty());
            if (isEnd || words.isOneOf(at, JOINING)) {
                add(words, from, at, sides);
                from = at + 1;
            }
            if (isEnd) {
                return sides;
            }
        }
        return sides;
    }

    private static boolean isEnd(Lexemes words, int at, int from, boolean isFirst) {
        if (words.is(at, "?")) {
            return true;
        }
        boolean comparesWith = isComparing(words, at) && words.isOneOf(at + 1, JOINING);
        boolean ends = words.isOneOf(at, ENDING) || words.phrase(at, 2).equals("as to");
        return !isFirst && at > from && ends && !comparesWith;
    }

    private static boolean isComparing(Lexemes words, int at) {
        return Set.of("differ", "differs", "compare", "compares").contains(words.key(at));
    }

    private static void add(Lexemes words, int from, int to, List<String> sides) {
        int end = endOfName(words, from, to);
        end = end > from && isComparing(words, end - 1) ? end - 1 : end; // "does Norland differ | from Sudria"
        if (end > from) {
            sides.add(words.slice(from, end));
        }
    }

    /** Without the signs at its end: "Compare Norland and Sudria." */
    static int endOfName(Lexemes words, int from, int to) {
        int end = to;
        while (end > from && !words.isAlphanumeric(end - 1) && !closesQuote(words, end - 1)) {
            end--;
        }
        return end;
    }

    private static boolean closesQuote(Lexemes words, int at) {
        return QUOTE_ENDS.contains(words.text(at));
    }

    /** The items of a list between two places, with their articles: "India, Japan and South Korea". */
    static List<String> listed(Lexemes words, int from, int to) {
        List<String> items = new ArrayList<>();
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || words.isOneOf(at, LISTING)) {
                add(words, start, at, items);
                start = at + 1;
            }
        }
        return items;
    }

    static String withoutArticle(String side) {
        int space = side.indexOf(' ');
        boolean hasArticle =
                space > 0 && ARTICLES.contains(side.substring(0, space).toLowerCase(Locale.ROOT));
        return hasArticle ? side.substring(space + 1).strip() : side;
    }
}
