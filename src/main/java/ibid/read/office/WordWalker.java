package ibid.read.office;

import ibid.article.Block;
import ibid.read.bytes.Deadline;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.w3c.dom.Node;

/**
 * Walks the text of a Word file: inserted text, content controls and text boxes are read, deleted text is not. The
 * elements are those of ECMA-376, part 1, chapter 17.
 */
final class WordWalker {

    // Of the id of a note: Word numbers footnotes and endnotes separately.
    static final String FOOTNOTE_PREFIX = "";
    static final String ENDNOTE_PREFIX = "e";

    private final Map<String, String> noteTexts;
    private final UnaryOperator<String> styles;
    private final UnaryOperator<String> addresses;
    private final SequencedMap<String, String> notes = Manuscript.noNotes();
    private final List<Manuscript.Piece> pieces = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Deque<Node> boxes = new ArrayDeque<>(); // text boxes of the open paragraph
    private String title = "";
    private String subtitle = "";
    private String author = "";
    private String day = "";
    private int paragraphs;

    /**
     * @param noteTexts   notes by {@link #FOOTNOTE_PREFIX} or {@link #ENDNOTE_PREFIX} and id
     * @param styles    from a style's id to its name
     * @param addresses from a hyperlink's id to where it leads
     */
    WordWalker(Map<String, String> noteTexts, UnaryOperator<String> styles, UnaryOperator<String> addresses) {
        this.noteTexts = noteTexts;
        this.styles = styles;
        this.addresses = addresses;
    }

    String title() {
        return title;
    }

    String subtitle() {
        return subtitle;
    }

    String author() {
        return author;
    }

    String day() {
        return day;
    }

    List<Manuscript.Piece> pieces() {
        return pieces;
    }

    SequencedMap<String, String> notes() {
        return notes;
    }

    /** The lines of tables of contents, and hidden words. */
    List<String> removed() {
        return removed;
    }

    /** Reads everything below a node, in order. */
    void walk(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            Deadline.check();
            switch (name(child)) {
                case "p" -> paragraph(child);
                case "tbl" -> table(child);
                case "del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr" -> {}
                default -> walk(child);
            }
        }
    }

    private static String name(Node node) {
        return node.getLocalName() == null ? "" : node.getLocalName();
    }

    private void paragraph(Node paragraph) {
        paragraphs++;
        StringBuilder text = new StringBuilder();
        inline(paragraph, text);
        Node properties = child(paragraph, "pPr");
        String style = style(properties);
        if (style.matches("toc ?\\d.*|toc heading")) {
            removed.add(MainText.plain(text.toString()));
        } else if (!takeTitlePage(style, text.toString())) {
            add(kind(style, isNumbered(properties)), text.toString());
        }
        walkBoxes();
    }

    private static boolean isNumbered(Node properties) {
        return properties != null && child(properties, "numPr") != null;
    }

    /** The name of the paragraph's style, empty where it has none. */
    private String style(Node properties) {
        Node style = properties == null ? null : child(properties, "pStyle");
        return style == null ? "" : styles.apply(value(style, "val"));
    }

    /** Takes the paragraph as metadata if its style says so. */
    private boolean takeTitlePage(String style, String text) {
        if (style.equals("title") && title.isEmpty()) {
            title = MainText.plain(text);
        } else if (style.equals("subtitle") && subtitle.isEmpty() && pieces.isEmpty()) {
            subtitle = MainText.plain(text);
        } else if (style.equals("author")) {
            author = (author.isEmpty() ? "" : author + ", ") + MainText.plain(text);
        } else if (style.equals("date") && day.isEmpty()) {
            day = MainText.plain(text);
        } else {
            return false;
        }
        return true;
    }

    /** Reads the text boxes anchored in the paragraph or table that was just read. */
    private void walkBoxes() {
        while (!boxes.isEmpty()) {
            walk(boxes.remove());
        }
    }

    private static Block.Kind kind(String style, boolean item) {
        if (style.equals("caption")) {
            return Block.Kind.CAPTION;
        }
        if (style.startsWith("heading") || style.equals("subtitle") || style.equals("title")) {
            return Block.Kind.HEADING;
        }
        if (style.contains("quote")) {
            return Block.Kind.QUOTE;
        }
        return item || style.startsWith("list") ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
    }

    /** Adds a line for each row; a table within a cell is part of the cell. */
    private void table(Node table) {
        for (Node row : below(table, "tr")) {
            StringJoiner line = new StringJoiner(" | ");
            paragraphs++;
            for (Node cell : below(row, "tc")) {
                line.add(cellText(cell)); // an empty cell too, so that figures stay in their column
            }
            String text = line.toString();
            add(Block.Kind.ROW, text.matches("[| ]*") ? "" : text);
        }
        walkBoxes();
    }

    private String cellText(Node cell) {
        StringBuilder text = new StringBuilder();
        for (Node paragraph : below(cell, "p")) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            inline(paragraph, text);
        }
        return text.toString().strip();
    }

    /** The nearest descendants of that name. */
    private static List<Node> below(Node parent, String name) {
        List<Node> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name(child).equals(name)) {
                found.add(child);
            } else if (!name(child).matches("del|moveFrom")) {
                found.addAll(below(child, name));
            }
        }
        return found;
    }

    private void inline(Node parent, StringBuilder text) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (name(child)) {
                case "footnoteReference" -> text.append(note(FOOTNOTE_PREFIX + value(child, "id"), ""));
                case "endnoteReference" -> text.append(note(ENDNOTE_PREFIX + value(child, "id"), ENDNOTE_PREFIX));
                case "hyperlink" -> link(child, text);
                case "txbxContent" -> boxes.add(child);
                case "AlternateContent" -> inline(preferred(child), text);
                case "pPr", "rPr", "del", "moveFrom", "instrText", "sdtPr" -> {}
                case "r" -> run(child, text);
                default -> characters(child, text);
            }
        }
    }

    private void run(Node run, StringBuilder text) {
        if (!HiddenRun.is(run)) {
            inline(run, text);
            return;
        }
        StringBuilder hidden = new StringBuilder();
        inline(run, hidden);
        if (!hidden.toString().isBlank()) {
            removed.add(MainText.plain(hidden.toString()));
        }
    }

    /** Appends the characters of a run's element, or of what is below it. */
    private void characters(Node element, StringBuilder text) {
        switch (name(element)) {
            case "t" ->
                text.append(Decoder.clean(words(element))); // before note marks are added, which cleaning would remove
            case "tab", "br", "cr", "ptab" -> text.append(' ');
            case "noBreakHyphen" -> text.append('-');
            default -> inline(element, text);
        }
    }

    /** The alternative of the current schema; the fallback repeats its text for older programs. */
    private static Node preferred(Node alternatives) {
        Node choice = child(alternatives, "Choice");
        return choice == null ? alternatives : choice;
    }

    private void link(Node link, StringBuilder text) {
        int start = text.length();
        inline(link, text);
        String address = value(link, "id").isEmpty() ? "" : addresses.apply(value(link, "id"));
        String words = text.substring(start);
        if (words.equals(MainText.plain(words))) {
            text.append(InlineMarks.link(words.length(), address == null ? "" : address));
        }
    }

    /**
     * Adds a note to the article and returns its mark; notes are numbered in the order of their marks, as in Word.
     */
    private String note(String id, String kind) {
        String text = noteTexts.getOrDefault(id, "");
        if (text.isEmpty()) {
            return "";
        }
        long before = notes.keySet().stream()
                .filter(other -> other.startsWith(ENDNOTE_PREFIX) == kind.equals(ENDNOTE_PREFIX))
                .count();
        String label = kind + (before + 1);
        notes.put(label, text);
        return InlineMarks.note(label);
    }

    private void add(Block.Kind kind, String text) {
        if (!text.isBlank()) {
            pieces.add(new Manuscript.Piece(kind, text.strip(), "paragraph " + paragraphs));
        }
    }

    static Node child(Node parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name(child).equals(name)) {
                return child;
            }
        }
        return null;
    }

    private static String words(Node element) {
        StringBuilder words = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeValue() != null) {
                words.append(child.getNodeValue());
            }
        }
        return words.toString();
    }

    static String value(Node element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (name.equals(element.getAttributes().item(i).getLocalName())) {
                return element.getAttributes().item(i).getNodeValue();
            }
        }
        return "";
    }
}
