package ibid.export;

import ibid.api.AnswerBody;
import ibid.api.share.PageAddress;

/** An answer as Markdown, which also reads as plain text. */
public final class AnswerMarkdown {

    private final StringBuilder text = new StringBuilder();

    private AnswerMarkdown() {}

    /** The whole answer with its footnotes and receipt. */
    public static String of(AnswerBody answer, PageAddress page) {
        AnswerDocument document = AnswerDocument.of(answer, page);
        AnswerMarkdown markdown = new AnswerMarkdown();
        markdown.text
                .append("# ")
                .append(MarkdownText.escaped(document.question()))
                .append("\n\n");
        markdown.write(document);
        return markdown.text.toString();
    }

    private void write(AnswerDocument document) {
        if (!document.shortAnswer().isEmpty()) {
            text.append("**")
                    .append(MarkdownText.escaped(document.shortAnswer()))
                    .append("**\n\n");
        }
        document.lines().forEach(this::write);
        if (!document.lines().isEmpty()) {
            text.append('\n');
        }
        for (String remark : document.remarks()) {
            text.append(MarkdownText.escaped(remark)).append("\n\n");
        }
        document.notes().forEach(this::write);
        text.append("\n*").append(MarkdownText.escaped(document.receipt())).append("*\n");
    }

    private void write(AnswerDocument.Line line) {
        if (!line.label().isEmpty()) {
            text.append("- **").append(MarkdownText.escaped(line.label())).append(":** ");
        }
        text.append(MarkdownText.escaped(line.text())).append(' ').append(AnswerDocument.marks(line.footnotes()));
        text.append('\n');
    }

    private void write(AnswerDocument.SourceNote note) {
        String number = note.number() == 0 ? "- " : "- [" + note.number() + "] ";
        text.append(number)
                .append(MarkdownText.escaped(note.source()))
                .append(": “")
                .append(MarkdownText.escaped(note.quote()));
        text.append("” <").append(note.url()).append('>');
        if (!note.remark().isEmpty()) {
            text.append(" (").append(MarkdownText.escaped(note.remark())).append(')');
        }
        text.append('\n');
    }
}
