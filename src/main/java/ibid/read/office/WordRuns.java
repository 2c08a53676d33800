package ibid.read.office;

import ibid.read.bytes.Decoder;
import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.w3c.dom.Node;

/**
 * Reads the characters of a paragraph of a Word file: runs, links, marks of notes, formulas. Raised and lowered figures
 * are written as such.
 */
final class WordRuns {

    // Of the id of a note: Word numbers footnotes and endnotes separately.
    static final String FOOTNOTE_PREFIX = "";
    static final String ENDNOTE_PREFIX = "e";

    private static final Map<String, UnaryOperator<String>> SCRIPTS =
            Map.of("superscript", Exponents::raised, "subscript", Exponents::lowered);

    private final WordParts parts;
    private final boolean inNote;
    private final SequencedMap<String, String> notes = Manuscript.noNotes();
    private final List<String> removed = new ArrayList<>();
    private final Deque<Node> boxes = new ArrayDeque<>(); // text boxes of the open paragraph
    private UnaryOperator<String> script = UnaryOperator.identity(); // of the open run

    /** @param inNote whether the paragraphs are a note's: notes have no notes */
    WordRuns(WordParts parts, boolean inNote) {
        this.parts = parts;
        this.inNote = inNote;
    }

    SequencedMap<String, String> notes() {
        return notes;
    }

    /** Hidden and struck words. */
    List<String> removed() {
        return removed;
    }

    Deque<Node> boxes() {
        return boxes;
    }

    /** The text of the paragraphs below a node, separated by blanks. */
    String paragraphs(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node paragraph : WordXml.below(parent, "p")) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            read(paragraph, text);
        }
        return text.toString().strip();
    }

    void read(Node parent, StringBuilder text) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (WordXml.name(child)) {
                case "footnoteReference" -> text.append(note(FOOTNOTE_PREFIX, WordXml.value(child, "id")));
                case "endnoteReference" -> text.append(note(ENDNOTE_PREFIX, WordXml.value(child, "id")));
                case "hyperlink" -> link(child, text);
                case "txbxContent" -> boxes.add(child);
                case "AlternateContent" -> read(preferred(child), text);
                case "pPr", "rPr", "del", "moveFrom", "instrText", "sdtPr", "rt" -> {} // rt: how a word is pronounced
                case "r" -> run(child, text);
                default -> characters(child, text);
            }
        }
    }

    private void run(Node run, StringBuilder text) {
        Node properties = WordXml.child(run, "rPr"), style = parts.runStyle(properties);
        Node own = WordXml.child(properties, "vertAlign");
        String align = WordXml.value(own == null ? WordXml.child(style, "vertAlign") : own, "val");
        if (!HiddenRun.is(properties, style)) {
            inScript(SCRIPTS.getOrDefault(align, script), run, text);
            return;
        }
        StringBuilder hidden = new StringBuilder();
        read(run, hidden);
        if (!hidden.toString().isBlank()) {
            removed.add(MainText.plain(hidden.toString()));
        }
    }

    private void inScript(UnaryOperator<String> inner, Node node, StringBuilder text) {
        if (node == null) {
            return;
        }
        UnaryOperator<String> outer = script;
        script = inner;
        read(node, text);
        script = outer;
    }

    /** Appends the characters of a run's element, or of what is below it. */
    private void characters(Node element, StringBuilder text) {
        switch (WordXml.name(element)) {
            case "t" -> text.append(script.apply(Decoder.clean(WordXml.words(element)))); // cleaned before marks
            case "tab", "br", "cr", "ptab" -> text.append(' ');
            case "noBreakHyphen" -> text.append('-');
            case "sup" -> inScript(Exponents::raised, element, text); // of a formula, as the next two
            case "sub" -> inScript(Exponents::lowered, element, text);
            case "f" -> fraction(element, text);
            default -> read(element, text);
        }
    }

    /** Writes a fraction with a stroke, so that its figures do not become one number. */
    private void fraction(Node fraction, StringBuilder text) {
        StringBuilder above = new StringBuilder(), below = new StringBuilder();
        inScript(script, WordXml.child(fraction, "num"), above);
        inScript(script, WordXml.child(fraction, "den"), below);
        if (!above.isEmpty() && !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1))) {
            text.append(' '); // 3 1/2
        }
        text.append(term(above)).append(above.isEmpty() ? "" : "/").append(term(below));
    }

    private static String term(StringBuilder written) {
        String term = written.toString();
        return term.chars().allMatch(Character::isLetterOrDigit) ? term : "(" + term + ")";
    }

    /** The alternative of the current schema; the fallback repeats its text for older programs. */
    private static Node preferred(Node alternatives) {
        Node choice = WordXml.child(alternatives, "Choice");
        return choice == null ? alternatives : choice;
    }

    private void link(Node link, StringBuilder text) {
        int start = text.length();
        read(link, text);
        String id = WordXml.value(link, "id");
        String address = id.isEmpty() ? "" : parts.addresses().apply(id);
        String words = text.substring(start);
        if (words.equals(MainText.plain(words)) && !inNote) {
            text.append(InlineMarks.link(words.length(), address == null ? "" : address));
        }
    }

    /**
     * Adds a note to the article and returns its mark; notes are numbered in the order of their marks, as in Word.
     */
    private String note(String prefix, String id) {
        Node content = parts.notes().get(prefix + id);
        String text = content == null || inNote ? "" : new WordRuns(parts, true).paragraphs(content);
        if (text.isEmpty()) {
            return "";
        }
        long before = notes.keySet().stream()
                .filter(other -> other.startsWith(ENDNOTE_PREFIX) == prefix.equals(ENDNOTE_PREFIX))
                .count();
        String label = Manuscript.unusedLabel(prefix + (before + 1), notes);
        notes.put(label, text);
        return InlineMarks.note(label);
    }
}
