package ibid.export;

import ibid.api.AnswerBody;
import ibid.api.share.PageAddress;

/** An answer as Markdown, which also reads as plain text. */
public final class AnswerMarkdown {

    /** Characters that begin markup wherever they stand. */
    private static final String MARKUP = "\\`*_<>#|~";

    private final StringBuilder text = new StringBuilder();

    private AnswerMarkdown() {}

    /** The whole answer with its footnotes and receipt. */
    public static String of(AnswerBody answer, PageAddress page) {
        AnswerDocument document = AnswerDocument.of(answer, page);
        AnswerMarkdown markdown = new AnswerMarkdown();
        markdown.text.append("# ").append(escaped(document.question())).append("\n\n");
        markdown.write(document);
        return markdown.text.toString();
    }

    private void write(AnswerDocument document) {
        if (!document.shortAnswer().isEmpty()) {
            text.append("**").append(escaped(document.shortAnswer())).append("**\n\n");
        }
        document.lines().forEach(this::write);
        if (!document.lines().isEmpty()) {
            text.append('\n');
        }
        for (String remark : document.remarks()) {
            text.append(escaped(remark)).append("\n\n");
        }
        document.notes().forEach(this::write);
        text.append("\n*").append(escaped(document.receipt())).append("*\n");
    }

    private void write(AnswerDocument.Line line) {
        if (!line.label().isEmpty()) {
            text.append("- **").append(escaped(line.label())).append(":** ");
        }
        text.append(escaped(line.text())).append(' ').append(AnswerDocument.marks(line.footnotes()));
        text.append('\n');
    }

    private void write(AnswerDocument.SourceNote note) {
        String number = note.number() == 0 ? "- " : "- [" + note.number() + "] ";
        text.append(number).append(escaped(note.source())).append(": “").append(escaped(note.quote()));
        text.append("” <").append(note.url()).append('>');
        if (!note.remark().isEmpty()) {
            text.append(" (").append(escaped(note.remark())).append(')');
        }
        text.append('\n');
    }

    /** Text on one line in which no character is markup. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.replaceAll("\\s+", " ").toCharArray()) {
            if (MARKUP.indexOf(letter) >= 0) {
                escaped.append('\\');
            }
            escaped.append(letter);
        }
        return escaped.toString();
    }
}
