package ibid.export;

import ibid.api.AnswerBody;
import ibid.api.share.PageAddress;
import java.util.List;

/** An answer as Markdown, which also reads as plain text. */
public final class AnswerMarkdown {

    private final StringBuilder text = new StringBuilder();

    private AnswerMarkdown() {}

    /** An answer that was made just now, with its footnotes and receipt. */
    public static String of(AnswerBody answer, PageAddress page) {
        return of(AnswerDocument.of(answer, Standing.FRESH, page));
    }

    static String of(AnswerDocument document) {
        AnswerMarkdown markdown = new AnswerMarkdown();
        markdown.text
                .append("# ")
                .append(MarkdownText.escaped(document.question()))
                .append("\n\n");
        markdown.write(document);
        return markdown.text.toString();
    }

    private void write(AnswerDocument document) {
        document.shortAnswer()
                .ifPresent(brief -> text.append("**")
                        .append(MarkdownText.escaped(brief.plain()))
                        .append("**\n\n"));
        writeSentences(document);
        if (!document.lines().isEmpty()) {
            text.append('\n');
        }
        for (String remark : document.remarks()) {
            text.append(MarkdownText.escaped(remark)).append("\n\n");
        }
        document.notes().forEach(this::write);
        text.append("\n*").append(MarkdownText.escaped(document.receipt())).append("*\n");
    }

    private void writeSentences(AnswerDocument document) {
        if (document.rows().isEmpty()) {
            document.lines().forEach(this::write);
            return;
        }
        text.append("| " + AnswerDocument.COMPARED + " | " + AnswerDocument.SAID + " |\n| --- | --- |\n");
        for (AnswerDocument.Row row : document.rows()) {
            List<String> lines =
                    row.lines().stream().map(AnswerMarkdown::sentence).toList();
            text.append("| **").append(MarkdownText.escaped(row.name())).append("** | ");
            text.append(lines.isEmpty() ? AnswerDocument.NOTHING_SAID : String.join(" ", lines));
            text.append(" |\n");
        }
    }

    private static String sentence(AnswerDocument.Line line) {
        return MarkdownText.escaped(line.text()) + " " + AnswerDocument.marks(line.footnotes());
    }

    private void write(AnswerDocument.Line line) {
        if (!line.label().isEmpty()) {
            text.append("- **").append(MarkdownText.escaped(line.label())).append(":** ");
        }
        text.append(sentence(line)).append('\n');
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
