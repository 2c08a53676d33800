package ibid.read.office;

import ibid.article.Block;
import ibid.read.bytes.Deadline;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.StringJoiner;
import org.w3c.dom.Node;

/**
 * Walks the text of a Word file: inserted text, content controls, text boxes and embedded pages are read, deleted text
 * is not. The elements are those of ECMA-376, part 1, chapter 17.
 */
final class WordWalker {

    private final WordParts parts;
    private final WordRuns runs;
    private final List<Manuscript.Piece> pieces = new ArrayList<>();
    private final List<String> removed;
    private final StringBuilder joined = new StringBuilder(); // what the next paragraph continues
    private String title = "";
    private String subtitle = "";
    private String author = "";
    private String day = "";
    private String firstNumber = "";
    private boolean hasUnreadChunk;
    private int paragraphs;

    WordWalker(WordParts parts) {
        this.parts = parts;
        this.runs = new WordRuns(parts, false);
        this.removed = runs.removed();
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
        return runs.notes();
    }

    /** The lines of tables of contents, and hidden or struck words. */
    List<String> removed() {
        return removed;
    }

    /** Whether a document of another kind is embedded that is not read. */
    boolean hasUnreadChunk() {
        return hasUnreadChunk;
    }

    /** A text without the number of the first paragraph. */
    String withoutNumber(String text) {
        boolean numbered = !firstNumber.isEmpty() && text.startsWith(firstNumber + " ");
        return numbered ? text.substring(firstNumber.length()).strip() : text;
    }

    /** Reads everything below a node, in order. */
    void walk(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            Deadline.check();
            switch (WordXml.name(child)) {
                case "p" -> paragraph(child);
                case "tbl" -> table(child);
                case "altChunk" -> chunk(WordXml.value(child, "id"));
                case "del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr" -> {}
                default -> walk(child);
            }
        }
    }

    private void paragraph(Node paragraph) {
        paragraphs++;
        StringBuilder text = new StringBuilder(joined);
        joined.setLength(0);
        runs.read(paragraph, text);
        Node properties = WordXml.child(paragraph, "pPr");
        if (continues(properties)) {
            joined.append(text);
            return;
        }
        String style = style(properties);
        if (style.matches("toc ?\\d.*|toc heading")) {
            removed.add(MainText.plain(text.toString()));
        } else if (!takeTitlePage(style, text.toString())) {
            addNumbered(properties, style, text.toString());
        }
        walkBoxes();
    }

    /** Whether the next paragraph is part of this one: its mark is deleted, or it is a large first letter. */
    private static boolean continues(Node properties) {
        Node mark = WordXml.child(properties, "rPr");
        boolean isDeleted = WordXml.child(mark, "del") != null || WordXml.child(mark, "moveFrom") != null;
        String dropCap = WordXml.value(WordXml.child(properties, "framePr"), "dropCap");
        return isDeleted || !dropCap.isEmpty() && !dropCap.equals("none");
    }

    private void addNumbered(Node properties, String style, String text) {
        if (text.isBlank()) {
            return;
        }
        String number = parts.numbering().next(properties);
        if (pieces.isEmpty()) {
            firstNumber = number;
        }
        add(kind(style, WordNumbering.isInList(properties)), number.isEmpty() ? text : number + " " + text.strip());
    }

    /** The name of the paragraph's style, empty where it has none. */
    private String style(Node properties) {
        Node style = WordXml.child(properties, "pStyle");
        return style == null ? "" : parts.styleNames().apply(WordXml.value(style, "val"));
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
        while (!runs.boxes().isEmpty()) {
            walk(runs.boxes().remove());
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
        for (Node row : WordXml.below(table, "tr")) {
            StringJoiner line = new StringJoiner(" | ");
            paragraphs++;
            for (Node cell : WordXml.below(row, "tc")) {
                line.add(runs.paragraphs(cell)); // an empty cell too, so that figures stay in their column
            }
            String text = line.toString();
            add(Block.Kind.ROW, text.matches("[| ]*") ? "" : text);
        }
        walkBoxes();
    }

    /** Adds an embedded document with its notes, under labels that are free. */
    private void chunk(String id) {
        Optional<Manuscript> read = parts.chunks().apply(id);
        hasUnreadChunk |= read.isEmpty();
        read.ifPresent(chunk -> {
            Map<String, String> labels = new HashMap<>();
            chunk.notes().forEach((label, text) -> {
                labels.put(label, Manuscript.unusedLabel(label, notes()));
                notes().put(labels.get(label), text);
            });
            for (Manuscript.Piece piece : chunk.pieces()) {
                paragraphs++;
                add(piece.kind(), InlineMarks.renamed(piece.text(), labels));
            }
            removed.addAll(chunk.removed());
        });
    }

    private void add(Block.Kind kind, String text) {
        if (!text.isBlank()) {
            pieces.add(new Manuscript.Piece(kind, text.strip(), "paragraph " + paragraphs));
        }
    }
}
