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
 * Walks the text of a Word file: what is inserted counts, what is deleted does not; content controls and text boxes
 * count too. The elements are those of ECMA-376, part 1, chapter 17.
 */
final class WordWalker {

    static final String FOOTNOTE = "", ENDNOTE = "e"; // before the id of a note, for the two count apart

    private final Map<String, String> written;
    private final UnaryOperator<String> styles, addresses;
    private final SequencedMap<String, String> notes = Manuscript.noNotes();
    private final List<Manuscript.Piece> pieces = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Deque<Node> boxes = new ArrayDeque<>(); // text boxes of the open paragraph
    private String title = "", subtitle = "", author = "", day = "";
    private int number;

    /**
     * @param written   notes by {@link #FOOTNOTE} or {@link #ENDNOTE} and id
     * @param styles    from a style's id to its name
     * @param addresses from a hyperlink's id to where it leads
     */
    WordWalker(Map<String, String> written, UnaryOperator<String> styles, UnaryOperator<String> addresses) {
        this.written = written;
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

    /** Tables of contents. */
    List<String> removed() {
        return removed;
    }

    /** Everything below, in order. */
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
        number++;
        StringBuilder text = new StringBuilder();
        inline(paragraph, text);
        Node properties = child(paragraph, "pPr");
        String style = style(properties);
        if (style.matches("toc ?\\d.*|toc heading")) {
            removed.add(MainText.bare(text.toString()));
        } else if (!takeTitlePage(style, text.toString())) {
            boolean numbered = properties != null && child(properties, "numPr") != null;
            add(kind(style, numbered), text.toString());
        }
        walkBoxes();
    }

    /** The name of the paragraph's style, empty where it has none. */
    private String style(Node properties) {
        Node style = properties == null ? null : child(properties, "pStyle");
        return style == null ? "" : styles.apply(value(style, "val"));
    }

    /** Whether the style puts the paragraph on the title page, not into the text. */
    private boolean takeTitlePage(String style, String text) {
        if (style.equals("title") && title.isEmpty()) {
            title = MainText.bare(text);
        } else if (style.equals("subtitle") && subtitle.isEmpty() && pieces.isEmpty()) {
            subtitle = MainText.bare(text);
        } else if (style.equals("author")) {
            author = (author.isEmpty() ? "" : author + ", ") + MainText.bare(text);
        } else if (style.equals("date") && day.isEmpty()) {
            day = MainText.bare(text);
        } else {
            return false;
        }
        return true;
    }

    /** The text boxes anchored in what was just read follow it. */
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

    /** A line a row; a table in a cell is part of the cell. */
    private void table(Node table) {
        for (Node row : below(table, "tr")) {
            StringJoiner line = new StringJoiner(" | ");
            number++;
            for (Node cell : below(row, "tc")) {
                line.add(cellText(cell)); // an empty cell keeps its place, or figures would stand under the wrong head
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

    /** The nearest elements of that name, however wrapped. */
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
                case "footnoteReference" -> text.append(note(FOOTNOTE + value(child, "id"), ""));
                case "endnoteReference" -> text.append(note(ENDNOTE + value(child, "id"), ENDNOTE));
                case "hyperlink" -> link(child, text);
                case "txbxContent" -> boxes.add(child);
                case "AlternateContent" -> inline(preferred(child), text);
                case "pPr", "rPr", "del", "moveFrom", "instrText", "sdtPr" -> {}
                default -> characters(child, text);
            }
        }
    }

    /** The characters of a run's element, or what is below an element that has none of its own. */
    private void characters(Node element, StringBuilder text) {
        switch (name(element)) {
            case "t" -> text.append(Decoder.clean(words(element))); // before the marks come, which cleaning takes away
            case "tab", "br", "cr", "ptab" -> text.append(' ');
            case "noBreakHyphen" -> text.append('-');
            default -> inline(element, text);
        }
    }

    /** The choice of the current schema; its fallback repeats the same text for older programs. */
    private static Node preferred(Node alternatives) {
        Node choice = child(alternatives, "Choice");
        return choice == null ? alternatives : choice;
    }

    private void link(Node link, StringBuilder text) {
        int start = text.length();
        inline(link, text);
        String address = value(link, "id").isEmpty() ? "" : addresses.apply(value(link, "id"));
        String words = text.substring(start);
        if (words.equals(MainText.bare(words))) {
            text.append(InlineMarks.link(words.length(), address == null ? "" : address));
        }
    }

    /**
     * The mark of a note, which becomes one of the article's own; notes are numbered as they come, as Word shows them.
     */
    private String note(String id, String kind) {
        String text = written.getOrDefault(id, "");
        if (text.isEmpty()) {
            return "";
        }
        long before = notes.keySet().stream()
                .filter(other -> other.startsWith(ENDNOTE) == kind.equals(ENDNOTE))
                .count();
        String label = kind + (before + 1);
        notes.put(label, text);
        return InlineMarks.note(label);
    }

    private void add(Block.Kind kind, String text) {
        if (!text.isBlank()) {
            pieces.add(new Manuscript.Piece(kind, text.strip(), "paragraph " + number));
        }
    }

    private static Node child(Node parent, String name) {
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

    private static String value(Node element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (name.equals(element.getAttributes().item(i).getLocalName())) {
                return element.getAttributes().item(i).getNodeValue();
            }
        }
        return "";
    }
}
