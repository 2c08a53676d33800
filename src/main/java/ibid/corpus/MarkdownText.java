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
import org.commonmark.parser.Parser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads Markdown with YAML front matter and footnotes. */
final class MarkdownText {

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---[ \\t]*\\n(.*?)\\n(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);
    private static final Parser PARSER = Parser.builder().extensions(List.of(FootnotesExtension.create())).build();

    private MarkdownText() {}

    static Manuscript read(String source) {
        Matcher front = FRONT_MATTER.matcher(source);
        boolean found = front.find();
        Pieces pieces = new Pieces();
        PARSER.parse(found ? source.substring(front.end()) : source).accept(pieces);
        Imprint imprint = imprint(found ? yaml(front.group(1)) : Map.of(), pieces.title);
        return new Manuscript(imprint, pieces.pieces, pieces.notes, List.of());
    }

    private static Map<?, ?> yaml(String block) {
        try {
            Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(block);
            return value instanceof Map<?, ?> map ? map : Map.of();
        } catch (YAMLException broken) {
            throw new IbidException(IbidException.Code.INVALID, "the front matter is not YAML: " + broken.getMessage().lines().findFirst().orElse(""), broken);
        }
    }

    private static Imprint imprint(Map<?, ?> front, String heading) {
        String title = text(front, "title").isEmpty() ? heading : text(front, "title");
        String stated = text(front, "published").isEmpty() ? text(front, "date") : text(front, "published");
        String published = Dates.firstIn(stated).map(LocalDate::toString).orElse("");
        if (!stated.isEmpty() && published.isEmpty()) {
            throw new IbidException(IbidException.Code.INVALID, "“published: " + stated + "” in the front matter is not a date; write it as 2024-10-01");
        }
        return new Imprint(title, text(front, "author"), text(front, "publisher"), published,
                published.isEmpty() ? Imprint.DateBasis.NONE : Imprint.DateBasis.STATED, text(front, "url"), text(front, "language"), topics(front.get("topics")));
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
        private String title = "";

        @Override
        public void visit(Heading heading) {
            String text = inline(heading);
            if (heading.getLevel() == 1 && title.isEmpty() && pieces.isEmpty()) title = text.strip();
            else pieces.add(new Manuscript.Piece(Block.Kind.HEADING, text));
        }

        @Override
        public void visit(Paragraph paragraph) {
            pieces.add(new Manuscript.Piece(kind, inline(paragraph)));
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
            pieces.add(new Manuscript.Piece(Block.Kind.PARAGRAPH, code.getLiteral()));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            pieces.add(new Manuscript.Piece(Block.Kind.PARAGRAPH, code.getLiteral()));
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof FootnoteDefinition definition) notes.putIfAbsent(definition.getLabel(), inline(definition).strip());
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
            visitChildren(link);
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
