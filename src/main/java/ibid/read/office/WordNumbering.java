package ibid.read.office;

import ibid.language.CharRuns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Node;

/**
 * Counts the numbered paragraphs of a Word file as Word does (ECMA-376, part 1, chapter 17.9): "2.", "3.2", "b)". The
 * numbers are not in the text of the file.
 */
final class WordNumbering {

    private static final int MAX_LEVELS = 9;
    private static final int NOT_BEGUN = -1;
    private static final int MAX_STYLES = 20; // one based on the other
    private static final int MAX_ROMAN = 3_999;
    private static final int LETTERS = 26;
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    private final Map<String, Node> lists = new HashMap<>(); // numbers of paragraphs by numId
    private final Map<String, Node> kinds = new HashMap<>(); // their definitions by abstractNumId
    private final Function<String, Node> styles;
    private final Map<String, int[]> counts = new HashMap<>(); // by abstractNumId
    private final Set<String> begun = new HashSet<>(); // numIds

    /**
     * @param numbering the numbering part, or null
     * @param styles    from a style's id to its definition, or null
     */
    WordNumbering(Node numbering, Function<String, Node> styles) {
        this.styles = styles;
        if (numbering != null) {
            WordXml.below(numbering, "num").forEach(num -> lists.put(WordXml.value(num, "numId"), num));
            WordXml.below(numbering, "abstractNum")
                    .forEach(kind -> kinds.put(WordXml.value(kind, "abstractNumId"), kind));
        }
    }

    /** Whether the paragraph is in a list, numbered or not, by its own properties. */
    static boolean isInList(Node properties) {
        Node own = WordXml.child(properties, "numPr");
        return own != null && !WordXml.value(WordXml.child(own, "numId"), "val").equals("0");
    }

    /** The number of the next paragraph; empty if it has none or only a bullet. */
    String next(Node properties) {
        String style = WordXml.value(WordXml.child(properties, "pStyle"), "val");
        Node own = WordXml.child(properties, "numPr"), inherited = ofStyle(style);
        String id = stated(own, inherited, "numId");
        Node list = lists.get(id);
        String kindId = WordXml.value(WordXml.child(list, "abstractNumId"), "val");
        if (!kinds.containsKey(kindId)) {
            return "";
        }
        Node kind = kinds.get(kindId);
        String level = stated(own, inherited, "ilvl");
        int depth = level.matches("[0-8]") ? Integer.parseInt(level) : depthOf(style, kind);
        begin(id, list, kindId);
        return count(kind, counts.get(kindId), depth);
    }

    private Node ofStyle(String style) {
        String id = style;
        for (int i = 0; i < MAX_STYLES && !id.isEmpty(); i++) {
            Node definition = styles.apply(id);
            Node numbered = WordXml.child(WordXml.child(definition, "pPr"), "numPr");
            if (numbered != null) {
                return numbered;
            }
            id = WordXml.value(WordXml.child(definition, "basedOn"), "val");
        }
        return null;
    }

    private static String stated(Node own, Node inherited, String name) {
        String value = WordXml.value(WordXml.child(own, name), "val");
        return value.isEmpty() ? WordXml.value(WordXml.child(inherited, name), "val") : value;
    }

    /** The level that is linked to a style; the first if none is. */
    private static int depthOf(String style, Node kind) {
        for (Node level : WordXml.below(kind, "lvl")) {
            if (!style.isEmpty()
                    && WordXml.value(WordXml.child(level, "pStyle"), "val").equals(style)) {
                return number(WordXml.value(level, "ilvl"), 0);
            }
        }
        return 0;
    }

    /** Sets the counts where a list begins that restarts them. */
    private void begin(String id, Node list, String kindId) {
        int[] open = counts.computeIfAbsent(kindId, unknown -> notBegun());
        if (!begun.add(id)) {
            return;
        }
        for (Node override : WordXml.below(list, "lvlOverride")) {
            Node start = WordXml.child(override, "startOverride");
            int level = number(WordXml.value(override, "ilvl"), 0);
            if (start != null && level < MAX_LEVELS) {
                open[level] = number(WordXml.value(start, "val"), 1) - 1;
            }
        }
    }

    private static int[] notBegun() {
        int[] open = new int[MAX_LEVELS];
        Arrays.fill(open, NOT_BEGUN);
        return open;
    }

    private static String count(Node kind, int[] open, int depth) {
        Node[] levels = new Node[MAX_LEVELS];
        for (Node level : WordXml.below(kind, "lvl")) {
            int at = number(WordXml.value(level, "ilvl"), 0);
            if (at < MAX_LEVELS) {
                levels[at] = level;
            }
        }
        open[depth] = open[depth] == NOT_BEGUN ? start(levels[depth]) : open[depth] + 1;
        Arrays.fill(open, depth + 1, MAX_LEVELS, NOT_BEGUN);
        String form = WordXml.value(WordXml.child(levels[depth], "numFmt"), "val");
        return form.equals("bullet") || form.equals("none") ? "" : label(levels, open, depth);
    }

    private static int start(Node level) {
        return number(WordXml.value(WordXml.child(level, "start"), "val"), 1);
    }

    /** The level's text with the numbers of the levels it names: "%1.%2" becomes "3.2". */
    private static String label(Node[] levels, int[] open, int depth) {
        String form = WordXml.value(WordXml.child(levels[depth], "lvlText"), "val");
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            boolean named = form.charAt(i) == '%' && CharRuns.end(form, i + 1, Character::isDigit) > i + 1;
            if (!named) {
                label.append(form.charAt(i));
                continue;
            }
            int level = Math.clamp(form.charAt(++i) - '1', 0, MAX_LEVELS - 1);
            int number = open[level] == NOT_BEGUN ? start(levels[level]) : open[level];
            label.append(written(number, WordXml.value(WordXml.child(levels[level], "numFmt"), "val")));
        }
        return label.toString().strip();
    }

    private static String written(int number, String form) {
        return switch (form) {
            case "lowerLetter" -> letters(number);
            case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "decimalZero" -> (number < 10 ? "0" : "") + number;
            case "none", "bullet" -> "";
            default -> Integer.toString(number);
        };
    }

    /** a to z, then aa, bb and so on. */
    private static String letters(int number) {
        int repeated = Math.clamp((number - 1) / LETTERS + 1, 1, MAX_LEVELS);
        return String.valueOf((char) ('a' + Math.floorMod(number - 1, LETTERS))).repeat(repeated);
    }

    private static String roman(int number) {
        if (number < 1 || number > MAX_ROMAN) {
            return Integer.toString(number);
        }
        StringBuilder roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN.length; i++) {
            for (; left >= ROMAN_VALUES[i]; left -= ROMAN_VALUES[i]) {
                roman.append(ROMAN[i]);
            }
        }
        return roman.toString();
    }

    private static int number(String figures, int otherwise) {
        return figures.matches("\\d{1,6}") ? Integer.parseInt(figures) : otherwise;
    }
}
