package ibid.read.text;

import ibid.language.CharRuns;
import ibid.read.html.HtmlFormat;
import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The text of a block without markup and pictures; footnote references become note marks. */
final class MarkdownInline extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private final Deque<Boolean> hiddenTags = new ArrayDeque<>(); // of the open inline elements, whether each is hidden
    private boolean raised;
    private boolean lowered;
    private final boolean keepAddresses; // of links, as in a note that names its source

    private static final Set<String> VOID_TAGS =
            Set.of("br", "hr", "img", "input", "wbr", "link", "meta", "area", "col");

    private MarkdownInline(boolean keepAddresses) {
        this.keepAddresses = keepAddresses;
    }

    /** @param removed receives the words that a page would not show */
    static String text(Node block, List<String> removed) {
        MarkdownInline inline = new MarkdownInline(block instanceof FootnoteDefinition);
        block.accept(inline);
        if (!inline.hidden.isEmpty()) {
            removed.add(inline.hidden.toString().strip());
        }
        return inline.text.toString();
    }

    /** Separates the paragraphs of a note by a space. */
    @Override
    public void visit(Paragraph paragraph) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        visitChildren(paragraph);
    }

    @Override
    public void visit(HtmlInline html) {
        String tag = html.getLiteral().toLowerCase(Locale.ROOT);
        if (tag.startsWith("<br")) {
            text.append(' ');
        }
        openOrClose(tag);
        raised = tag.equals("<sup>") || raised && !tag.equals("</sup>");
        lowered = tag.equals("<sub>") || lowered && !tag.equals("</sub>");
    }

    private void openOrClose(String tag) {
        if (tag.startsWith("<!--")) {
            hidden.append(tag, 4, tag.length() - 3).append(' ');
        } else if (tag.startsWith("</")) {
            hiddenTags.poll();
        } else if (!tag.endsWith("/>") && !VOID_TAGS.contains(name(tag))) {
            hiddenTags.push(HtmlFormat.isHidden(tag));
        }
    }

    private static String name(String tag) {
        return tag.substring(1, CharRuns.end(tag, 1, Character::isLetterOrDigit));
    }

    private boolean isHidden() {
        return hiddenTags.contains(true);
    }

    @Override
    public void visit(Link link) {
        int start = text.length();
        visitChildren(link);
        if (!keepAddresses) {
            text.append(InlineMarks.link(text.substring(start).strip().length(), link.getDestination()));
        }
        if (keepAddresses && text.indexOf(link.getDestination()) < 0) {
            text.append(" (").append(link.getDestination()).append(")");
        }
    }

    @Override
    public void visit(Text literal) {
        String words = InlineMarks.withoutPrivateUse(literal.getLiteral()); // it may be written as an entity
        if (isHidden()) {
            hidden.append(words).append(' ');
            return;
        }
        String lines = lowered ? Exponents.lowered(words) : words;
        text.append(raised ? Exponents.raised(words) : lines);
    }

    @Override
    public void visit(Code code) {
        (isHidden() ? hidden : text).append(code.getLiteral());
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
        if (node instanceof FootnoteReference reference) {
            text.append(InlineMarks.note(reference.getLabel()));
        } else {
            visitChildren(node);
        }
    }
}
