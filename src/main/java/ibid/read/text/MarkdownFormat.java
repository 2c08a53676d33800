package ibid.read.text;

import ibid.IbidException;
import ibid.article.Block;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;
import ibid.read.html.HtmlFormat;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.Endnotes;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.TextLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown with front matter in YAML, TOML or, as MultiMarkdown has it, plain lines, and with footnotes. */
public final class MarkdownFormat implements ArticleFormat {

    private static final Set<String> EXTENSIONS = Set.of("md", "markdown");
    private static final int MAX_BYTES = 5 << 20;
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "\\A(?:---[ \\t]*\\n(?<yaml>.*?)\\n(?:---|\\.\\.\\.)|\\+\\+\\+[ \\t]*\\n(?<toml>.*?)\\"
                    + "n\\+\\+\\+|(?<plain>(?i:title): [^\\n]+(?:\\n[\\p{L} -]{2,30}: [^\\n]+)+)(?=\\n\\s*\\n))"
                    + "[ \\t]*(?:\\n|\\z)",
            Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("data:[\\w/+.-]{1,100};base64,[A-Za-z0-9+/=]+");
    private static final int MAX_BLOCK_CHARS = 500_000;
    private static final int MAX_NESTED_BLOCKS = 100; // quotes and lists
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(FootnotesExtension.create(), TablesExtension.create()))
            .maxOpenBlockParsers(MAX_NESTED_BLOCKS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    @Override
    public Set<String> extensions() {
        return EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Manuscript read(FileBytes file) {
        return read(Decoder.decode(file.content()));
    }

    private static Manuscript read(String written) {
        String source = PICTURE.matcher(written).replaceAll("data:,");
        List<String> removed = new ArrayList<>();
        Matcher front = FRONT_MATTER.matcher(source);
        Optional<MetadataCollector> stated = front.find() ? FrontMatter.read(block(front), removed) : Optional.empty();
        TitleBlock titleBlock = TitleBlock.of(source);
        // before the parser, which takes quadratic time for a line full of brackets
        source.lines().forEach(TextLimits::checkParagraph);
        for (String block : source.split("\n[ \t]*\n")) {
            if (block.length() > MAX_BLOCK_CHARS) {
                throw new IbidException(
                        IbidException.Code.INVALID,
                        "more than " + MAX_BLOCK_CHARS
                                + " characters of it have no blank line between them; add blank lines");
            }
        }
        int start = stated.isPresent() ? front.end() : titleBlock.end();
        Pieces pieces = new Pieces((int) source.substring(0, start).lines().count(), removed);
        PARSER.parse(MarkdownDialects.plain(source.substring(start), removed)).accept(pieces);
        MetadataCollector titlePage = stated.orElseGet(titleBlock::titlePage)
                .offer(MetadataCollector.Item.TITLE, pieces.title, "first heading");
        return Byline.takeFrom(
                new Manuscript(titlePage, Endnotes.take(pieces.pieces, pieces.notes), pieces.notes, removed));
    }

    private static String block(Matcher front) {
        return Stream.of("yaml", "toml", "plain")
                .map(front::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Walks the parsed document; the first top-level heading is the title if the front matter has none. */
    private static final class Pieces extends AbstractVisitor {

        private final List<Manuscript.Piece> pieces = new ArrayList<>();
        private final SequencedMap<String, String> notes = Manuscript.noNotes();
        private Block.Kind kind = Block.Kind.PARAGRAPH;
        private final int frontMatterLines;
        private final List<String> removed;
        private String title = "";

        private Pieces(int frontMatterLines, List<String> removed) {
            this.frontMatterLines = frontMatterLines;
            this.removed = removed;
        }

        private void add(Block.Kind kind, String text, Node node) {
            pieces.add(new Manuscript.Piece(
                    kind,
                    text,
                    node.getSourceSpans().isEmpty()
                            ? ""
                            : "line "
                                    + (frontMatterLines
                                            + node.getSourceSpans().getFirst().getLineIndex()
                                            + 1)));
        }

        @Override
        public void visit(Heading heading) {
            String text = MarkdownInline.text(heading, removed);
            if (heading.getLevel() == 1 && title.isEmpty() && pieces.isEmpty()) {
                title = text.strip();
            } else {
                add(Block.Kind.HEADING, text, heading);
            }
        }

        @Override
        public void visit(Paragraph paragraph) {
            add(kind, MarkdownInline.text(paragraph, removed), paragraph);
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

        /** HTML between the paragraphs is read as in a page. */
        @Override
        public void visit(HtmlBlock html) {
            HtmlFormat.fragment(html.getLiteral(), removed).forEach(strip -> add(strip.kind(), strip.text(), html));
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                visitChildren(table);
            }
            if (block instanceof FootnoteDefinition definition) {
                notes.putIfAbsent(
                        definition.getLabel(),
                        MarkdownInline.text(definition, removed).strip());
            }
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow row) {
                add(Block.Kind.ROW, cells(row), row);
            } else {
                visitChildren(node);
            }
        }

        private String cells(TableRow row) {
            List<String> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                cells.add(MarkdownInline.text(cell, removed).strip());
            }
            return String.join(" | ", cells);
        }

        private void within(Block.Kind inner, Node node) {
            Block.Kind outer = kind;
            kind = inner;
            visitChildren(node);
            kind = outer;
        }
    }
}
