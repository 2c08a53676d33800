package ibid.read.html;

import ibid.article.Block;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.MainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Walks a page from top to bottom and collects inline text up to the next block border. Each strip records whether it
 * is in the element of the article.
 */
final class PageWalker {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "nav",
            "aside",
            "footer",
            "table",
            "td",
            "th",
            "blockquote",
            "pre",
            "tr",
            "dl",
            "dt",
            "dd",
            "hr",
            "body",
            "center",
            "details",
            "summary",
            "address",
            "form",
            "fieldset",
            "figure",
            "figcaption",
            "caption",
            "dialog",
            "option",
            "button");
    private static final Set<String> INLINE_IN_HEADINGS = Set.of("button");
    private static final String CELL_SEPARATOR = " | ";
    private static final int MAX_LINK_CHARS = 200;
    private static final int MAX_SPANNED_COLUMNS = 20;

    /**
     * @param own   whether it is in the element of the article
     * @param aside whether it was removed as boilerplate
     */
    record Stretch(MainText.Strip strip, boolean own, boolean aside) {}

    private final Boilerplate surroundings;
    private final Element body;
    private final Set<Element> tables; // of data, not of layout
    private final List<Stretch> stretches;
    private InlineLines inline = new InlineLines();
    private boolean own;
    private boolean aside;
    private boolean inRow;
    private int openLinks;
    private UnaryOperator<String> script = UnaryOperator.identity(); // of raised and lowered words

    private PageWalker(Boilerplate surroundings, Element body, Set<Element> tables, List<Stretch> stretches) {
        this.surroundings = surroundings;
        this.body = body;
        this.tables = tables;
        this.stretches = stretches;
    }

    /** @param body the element of the article, in the page */
    static List<Stretch> of(Element page, Element body, Boilerplate surroundings) {
        PageWalker text = new PageWalker(surroundings, body, DataTables.in(page, body), new ArrayList<>());
        text.own = page == body;
        text.walk(page, Block.Kind.PARAGRAPH);
        text.flush(Block.Kind.PARAGRAPH);
        return text.stretches;
    }

    private void walk(Node node, Block.Kind kind) {
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode text) {
                take(text);
            } else if (child instanceof Element element) {
                enter(element, kind);
            } else {
                surroundings.at(child).ifPresent(this::takeAside);
            }
        }
    }

    /** Adds a removed element before the strip that it interrupts. */
    private void takeAside(Element element) {
        PageWalker walker = new PageWalker(surroundings, body, tables, stretches);
        walker.aside = true;
        walker.enter(element, Block.Kind.PARAGRAPH);
        walker.flush(Block.Kind.PARAGRAPH);
    }

    private void enter(Element element, Block.Kind kind) {
        switch (element.normalName()) {
            case "br" -> lineBreak(kind);
            case "q" -> quote(element, kind);
            case "sup" -> script(element, kind, Exponents::raised);
            case "sub" -> script(element, kind, Exponents::lowered);
            case "a" -> link(element, kind);
            case "tr" -> tableRow(element, kind);
            default -> enterOther(element, kind);
        }
    }

    private void lineBreak(Block.Kind kind) {
        if (inRow || kind == Block.Kind.HEADING) {
            inline.space();
        } else {
            inline.end();
        }
    }

    private void tableRow(Element row, Block.Kind kind) {
        if (tables.contains(row.closest("table"))) {
            row(row);
        } else {
            block(row, kind);
        }
    }

    private void enterOther(Element element, Block.Kind kind) {
        if (!isBlock(element, kind)) {
            if (isOwnLine(element)) {
                lineBreak(kind);
            }
            walk(element, kind);
        } else if (inRow) {
            blockInCell(element, kind);
        } else {
            block(element, kind);
        }
    }

    /** Whether its first word would join the last of the element before: then a style sheet shows them apart. */
    private static boolean isOwnLine(Element element) {
        if (!(element.previousSibling() instanceof Element before) || before.isBlock()) {
            return false;
        }
        String above = before.text(), own = element.text();
        if (above.indexOf(' ') < 0 || own.indexOf(' ') < 0) {
            return false; // a part of a word
        }
        char last = above.charAt(above.length() - 1), first = own.charAt(0);
        return Character.isLowerCase(last) && (Character.isDigit(first) || Character.isUpperCase(first));
    }

    private boolean isBlock(Element element, Block.Kind outer) {
        if (element == body) {
            return true;
        }
        String tag = element.normalName();
        boolean inline = outer == Block.Kind.HEADING && INLINE_IN_HEADINGS.contains(tag);
        return BLOCKS.contains(tag) && !inline;
    }

    private void block(Element element, Block.Kind outer) {
        Block.Kind kind = BoxNames.isCaption(element) ? Block.Kind.CAPTION : kindOf(element, outer);
        flush(outer);
        boolean before = own;
        own |= element == body;
        walk(element, kind);
        flush(kind);
        own = before;
    }

    private void blockInCell(Element element, Block.Kind kind) {
        inline.space();
        walk(element, kind);
        inline.space();
    }

    /** Adds a row with all its cells, empty ones too, so that cells keep their column. */
    private void row(Element row) {
        flush(Block.Kind.ROW);
        inRow = true;
        boolean first = true;
        for (Node child : row.childNodes()) {
            if (!(child instanceof Element cell)) {
                surroundings.at(child).ifPresent(this::takeAside);
            } else if (cell.normalName().matches("t[dh]")) {
                if (!first) {
                    inline.add(CELL_SEPARATOR);
                }
                first = false;
                walk(cell, Block.Kind.ROW);
                if (row.childrenSize() > 1) {
                    inline.add(CELL_SEPARATOR.repeat(countSpannedColumns(cell) - 1));
                }
            } else {
                walk(cell, Block.Kind.ROW);
            }
        }
        inRow = false;
        flush(Block.Kind.ROW);
    }

    private static int countSpannedColumns(Element cell) {
        return cell.attr("colspan").matches("\\d{1,2}")
                ? Math.clamp(Integer.parseInt(cell.attr("colspan")), 1, MAX_SPANNED_COLUMNS)
                : 1;
    }

    private void quote(Element element, Block.Kind kind) {
        boolean written = element.text().matches("[\"“„«‘»].*");
        if (!written) {
            inline.add("“");
        }
        walk(element, kind);
        if (!written) {
            inline.add("”");
        }
    }

    private void script(Element element, Block.Kind kind, UnaryOperator<String> signs) {
        UnaryOperator<String> before = script;
        script = signs;
        walk(element, kind);
        script = before;
    }

    /** Walks a link and adds its mark: the words of a link may name a source. */
    private void link(Element link, Block.Kind kind) {
        openLinks++;
        walk(link, kind);
        openLinks--;
        String words = link.text().strip();
        if (!words.isEmpty() && words.length() <= MAX_LINK_CHARS) {
            inline.add(InlineMarks.link(words.length(), link.attr("href").strip()));
        }
    }

    private void take(TextNode text) {
        String raw = text.getWholeText();
        if (raw.indexOf(InlineMarks.OPEN) >= 0) {
            inline.add(raw); // inserted by PageNotes
        } else {
            inline.take(
                    script.apply(Decoder.clean(raw)),
                    openLinks > 0,
                    text.sourceRange().start().lineNumber());
        }
    }

    private void flush(Block.Kind kind) {
        if (inRow) {
            return;
        }
        for (MainText.Strip strip : inline.strips(kind)) {
            stretches.add(new Stretch(strip, own, aside));
        }
        inline = new InlineLines();
    }

    private static Block.Kind kindOf(Element element, Block.Kind outer) {
        if (BoxNames.areIngredients(element)) {
            return Block.Kind.ITEM;
        }
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Kind.HEADING;
            case "li", "dd", "dt" -> Block.Kind.ITEM;
            case "blockquote" -> Block.Kind.QUOTE;
            default -> outer == Block.Kind.HEADING ? Block.Kind.PARAGRAPH : outer;
        };
    }
}
