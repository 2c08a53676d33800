package ibid.corpus;

import ibid.IbidException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads Markdown with YAML front matter and footnotes. */
final class MarkdownText {

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---[ \\t]*\\n(.*?)\\n(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);
    private static final Parser PARSER = Parser.builder().extensions(List.of(FootnotesExtension.create(), TablesExtension.create())).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private static final String FRONT = "front matter";
    private static final Map<TitlePage.Item, List<String>> STATED = Map.of(TitlePage.Item.TITLE, List.of("title"), TitlePage.Item.SUBTITLE, List.of("subtitle", "description"), TitlePage.Item.AUTHOR, List.of("author", "authors"),
            TitlePage.Item.PUBLISHER, List.of("publisher"), TitlePage.Item.URL, List.of("url", "canonical"), TitlePage.Item.LANGUAGE, List.of("language", "lang"), TitlePage.Item.SECTION, List.of("section"));

    private MarkdownText() {}

    static Manuscript read(String source) {
        Matcher front = FRONT_MATTER.matcher(source);
        boolean found = front.find();
        Pieces pieces = new Pieces(found ? (int) source.substring(0, front.end()).lines().count() : 0);
        PARSER.parse(found ? source.substring(front.end()) : source).accept(pieces);
        TitlePage titlePage = titlePage(found ? yaml(front.group(1)) : Map.of()).offer(TitlePage.Item.TITLE, pieces.title, "first heading");
        return new Manuscript(titlePage, pieces.pieces, pieces.notes, List.of());
    }

    private static Map<?, ?> yaml(String block) {
        try {
            Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(block);
            return value instanceof Map<?, ?> map ? map : Map.of();
        } catch (YAMLException broken) {
            throw new IbidException(IbidException.Code.INVALID, "the front matter is not YAML: " + broken.getMessage().lines().findFirst().orElse(""), broken);
        }
    }

    private static TitlePage titlePage(Map<?, ?> front) {
        TitlePage page = new TitlePage();
        STATED.forEach((item, keys) -> keys.forEach(key -> page.offer(item, text(front, key), FRONT)));
        page.offer(TitlePage.Item.PUBLISHED, day(front, "published"), FRONT).offer(TitlePage.Item.PUBLISHED, day(front, "date"), FRONT)
                .offer(TitlePage.Item.MODIFIED, day(front, "modified"), FRONT).offer(TitlePage.Item.MODIFIED, day(front, "updated"), FRONT);
        return page.offerTags(topics(front.get("topics")), FRONT).offerTags(topics(front.get("tags")), FRONT);
    }

    private static String day(Map<?, ?> front, String key) {
        String stated = text(front, key), day = Dates.firstIn(stated).map(LocalDate::toString).orElse("");
        if (!stated.isEmpty() && day.isEmpty()) throw new IbidException(IbidException.Code.INVALID, "“" + key + ": " + stated + "” in the front matter is not a date; write it as 2024-10-01");
        return day;
    }

    private static String text(Map<?, ?> front, String key) {
        return switch (front.get(key)) {
            case null -> "";
            case Date date -> date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();   // YAML reads a bare date as midnight UTC
            case List<?> list -> String.join(", ", list.stream().map(String::valueOf).toList());
            case Object value -> String.valueOf(value).strip();
        };
    }

    private static List<String> topics(Object value) {
        if (value instanceof List<?> list) return list.stream().map(String::valueOf).toList();
        return value == null ? List.of() : List.of(String.valueOf(value).split("\\s*,\\s*"));
    }

    /** Walks the parsed document; the first top-level heading is the title where the front matter has none. */
    private static final class Pieces extends AbstractVisitor {

        private final List<Manuscript.Piece> pieces = new ArrayList<>();
        private final SequencedMap<String, String> notes = Manuscript.noNotes();
        private Block.Kind kind = Block.Kind.PARAGRAPH;
        private final int skipped;   // lines of front matter
        private String title = "";

        private Pieces(int skipped) {
            this.skipped = skipped;
        }

        private void add(Block.Kind kind, String text, Node node) {
            pieces.add(new Manuscript.Piece(kind, text, node.getSourceSpans().isEmpty() ? "" : "line " + (skipped + node.getSourceSpans().getFirst().getLineIndex() + 1)));
        }

        @Override
        public void visit(Heading heading) {
            String text = inline(heading);
            if (heading.getLevel() == 1 && title.isEmpty() && pieces.isEmpty()) title = text.strip();
            else add(Block.Kind.HEADING, text, heading);
        }

        @Override
        public void visit(Paragraph paragraph) {
            add(kind, inline(paragraph), paragraph);
        }

        @Override
        public void visit(ListItem item) {
            within(Block.Kind.ITEM, item);
        }

        @Override
        public void visit(BlockQuote quote) {
            within(Block.Kind.QUOTE, quote);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            add(Block.Kind.PARAGRAPH, code.getLiteral(), code);
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            add(Block.Kind.PARAGRAPH, code.getLiteral(), code);
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) visitChildren(table);
            if (block instanceof FootnoteDefinition definition) notes.putIfAbsent(definition.getLabel(), inline(definition).strip());
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow row) add(Block.Kind.ROW, cells(row), row);
            else visitChildren(node);
        }

        private static String cells(TableRow row) {
            List<String> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) cells.add(inline(cell).strip());
            return String.join(" | ", cells);
        }

        private void within(Block.Kind inner, Node node) {
            Block.Kind outer = kind;
            kind = inner;
            visitChildren(node);
            kind = outer;
        }

        private static String inline(Node block) {
            Inline inline = new Inline(block instanceof FootnoteDefinition);
            block.accept(inline);
            return inline.text.toString();
        }
    }

    /** The words of a block: markup gone, pictures gone, footnote references as marks. */
    private static final class Inline extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();
        private final boolean keepAddresses;   // of links: a source note without its address is half a note

        private Inline(boolean keepAddresses) {
            this.keepAddresses = keepAddresses;
        }

        @Override
        public void visit(Link link) {
            int start = text.length();
            visitChildren(link);
            if (!keepAddresses) text.append(Manuscript.link(text.substring(start).strip().length(), link.getDestination()));
            if (keepAddresses && text.indexOf(link.getDestination()) < 0) text.append(" (").append(link.getDestination()).append(")");
        }

        @Override
        public void visit(org.commonmark.node.Text literal) {
            text.append(literal.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(Image image) {
            // a picture's alternative text is not the article's prose
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof FootnoteReference reference) text.append(Manuscript.mark(reference.getLabel()));
            else visitChildren(node);
        }
    }
}
