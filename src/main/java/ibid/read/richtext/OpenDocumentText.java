package ibid.read.richtext;

import ibid.article.Block;
import ibid.read.bytes.Deadline;
import ibid.read.manuscript.Endnotes;
import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks the content of OpenDocument text from top to bottom. */
final class OpenDocumentText {

    private static final Set<String> NOT_TEXT = Set.of(
            "text:tracked-changes",
            "office:annotation",
            "office:annotation-end",
            "office:forms",
            "text:table-of-content",
            "text:sequence-decls",
            "text:alphabetical-index",
            "draw:frame",
            "text:ruby-text",
            "office:font-face-decls");

    private static final Set<String> TINY = Set.of("0pt", "1pt", "2pt");

    private final Document content;
    private final MetadataCollector stated;
    private final Map<String, Element> styles = new HashMap<>(); // properties of text by name of style
    private final Set<Element> boxes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Manuscript.Piece> pieces = new ArrayList<>();
    private final SequencedMap<String, String> notes = Manuscript.noNotes();
    private final List<String> removed = new ArrayList<>();

    OpenDocumentText(Document content, MetadataCollector stated) {
        this.content = content;
        this.stated = stated;
        for (Element style : content.select("style|style")) {
            Element properties = style.selectFirst("style|text-properties");
            if (properties != null) {
                styles.put(style.attr("style:name"), properties);
            }
        }
    }

    Manuscript manuscript() {
        Element text = content.selectFirst("office|text");
        if (text != null) {
            walk(text, Block.Kind.PARAGRAPH);
        }
        return new Manuscript(stated, Endnotes.take(pieces, notes), notes, removed);
    }

    private void walk(Element parent, Block.Kind kind) {
        for (Element element : parent.children()) {
            Deadline.check();
            switch (element.tagName()) {
                case "text:h" -> heading(element);
                case "text:p" -> paragraph(element, kind);
                case "text:list-item" -> walk(element, Block.Kind.ITEM);
                case "table:table-row" -> row(element);
                case "draw:frame" -> walkBoxes(element, kind);
                default -> {
                    if (!NOT_TEXT.contains(element.tagName())) {
                        walk(element, kind);
                    }
                }
            }
        }
    }

    private void heading(Element heading) {
        String words = words(heading).strip();
        boolean isTitle = pieces.isEmpty() && heading.attr("text:outline-level").equals("1");
        if (isTitle && stated.get(Item.TITLE).isEmpty()) {
            stated.offer(Item.TITLE, words, "first heading");
        } else {
            add(Block.Kind.HEADING, words);
        }
    }

    private void paragraph(Element paragraph, Block.Kind kind) {
        String words = styled(paragraph).strip();
        boolean isTitle = pieces.isEmpty() && paragraph.attr("text:style-name").equals("Title");
        if (isTitle && stated.get(Item.TITLE).isEmpty()) {
            stated.offer(Item.TITLE, words, "title paragraph");
        } else {
            add(kind, words);
        }
        walkBoxes(paragraph, kind);
    }

    /** Text boxes are set apart from the paragraph that they are anchored in. */
    private void walkBoxes(Element parent, Block.Kind kind) {
        for (Element box : parent.select("draw|text-box")) {
            if (boxes.add(box)) { // one within another is found again
                walk(box, kind);
            }
        }
    }

    private void row(Element row) {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.children()) {
            cells.add(words(cell).strip());
        }
        add(Block.Kind.ROW, String.join(" | ", cells));
    }

    private void add(Block.Kind kind, String words) {
        if (!words.replace("|", "").isBlank()) {
            pieces.add(new Manuscript.Piece(kind, words, "paragraph " + (pieces.size() + 1)));
        }
    }

    private String words(Element element) {
        StringBuilder words = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                words.append(InlineMarks.withoutPrivateUse(text.getWholeText()));
            } else if (node instanceof Element inner && !NOT_TEXT.contains(inner.tagName())) {
                words.append(inline(inner));
            }
        }
        return words.toString();
    }

    private String inline(Element element) {
        return switch (element.tagName()) {
            case "text:s", "text:tab", "text:line-break" -> " ";
            case "text:note" -> note(element);
            case "text:span" -> styled(element);
            case "text:p" -> styled(element) + " ";
            default -> words(element);
        };
    }

    private String note(Element note) {
        Element body = note.selectFirst("text|note-body");
        String label = Integer.toString(notes.size() + 1);
        notes.put(label, body == null ? "" : words(body).strip());
        return InlineMarks.note(label);
    }

    private String styled(Element element) {
        String words = words(element);
        Element style = styles.get(element.attr("text:style-name"));
        if (style == null) {
            return words;
        }
        boolean mayHaveGround = element.closest("table|table-cell, draw|text-box") != null;
        if (isHidden(style) || !mayHaveGround && hasColourOfGround(style)) {
            removed.add(words.strip());
            return "";
        }
        return script(style.attr("style:text-position")).apply(words);
    }

    private static boolean isHidden(Element style) {
        boolean isStruck = !List.of("", "none").contains(style.attr("style:text-line-through-style"));
        return isStruck || style.attr("text:display").equals("none") || TINY.contains(style.attr("fo:font-size"));
    }

    private static boolean hasColourOfGround(Element style) {
        String ground = style.attr("fo:background-color");
        boolean isWithoutGround = ground.isEmpty() || ground.equals("transparent");
        return style.attr("fo:color").equalsIgnoreCase(isWithoutGround ? "#ffffff" : ground);
    }

    /** How words at that place above or below the line are written. */
    private static UnaryOperator<String> script(String position) {
        if (position.startsWith("super")) {
            return Exponents::raised;
        }
        return position.startsWith("sub") ? Exponents::lowered : UnaryOperator.identity();
    }
}
