package ibid.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An answer as one HTML page without scripts, whose marks and notes are links to each other. */
final class AnswerHtml {

    private static final String STYLE = """
            body { font: 1.05rem/1.6 Georgia, serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
            q { font-style: italic }
            ol, ul, .receipt { font-size: .9rem }
            table { border-collapse: collapse }
            th, td { padding: .3rem .8rem .3rem 0; border-top: 1px solid #ccc; text-align: left; vertical-align: top }
            td p { margin: 0 0 .3rem }
            .receipt, .remark { color: #555 }
            sup a { text-decoration: none }
            """;

    private final Document page = Document.createShell("");

    private AnswerHtml() {}

    static String of(AnswerDocument answer) {
        return "<!DOCTYPE html>\n" + page(answer).outerHtml() + "\n";
    }

    static Document page(AnswerDocument answer) {
        AnswerHtml html = new AnswerHtml();
        html.write(answer);
        return html.page;
    }

    private void write(AnswerDocument document) {
        page.charset(StandardCharsets.UTF_8);
        page.head().appendElement("title").text(document.question());
        page.head().appendElement("style").text(STYLE);
        Element article = page.body().appendElement("article");
        article.appendElement("h1").text(document.question());
        document.shortAnswer()
                .ifPresent(brief -> write(brief, article.appendElement("p").appendElement("strong")));
        writeSentences(document, article);
        for (String remark : document.remarks()) {
            article.appendElement("p").addClass("remark").text(remark);
        }
        writeNotes(document, article);
        article.appendElement("p").addClass("receipt").text(document.receipt());
    }

    private static void write(AnswerDocument.Short brief, Element strong) {
        strong.appendText(brief.text() + " ");
        writeMarks(brief.footnotes(), strong);
        strong.appendText(brief.rest());
    }

    private static void writeSentences(AnswerDocument document, Element article) {
        if (document.rows().isEmpty()) {
            document.lines().forEach(line -> write(line, article.appendElement("p")));
            return;
        }
        Element table = article.appendElement("table");
        Element heads = table.appendElement("thead").appendElement("tr");
        heads.appendElement("th").attr("scope", "col").text(AnswerDocument.COMPARED);
        heads.appendElement("th").attr("scope", "col").text(AnswerDocument.SAID);
        Element body = table.appendElement("tbody");
        for (AnswerDocument.Row row : document.rows()) {
            Element cells = body.appendElement("tr");
            cells.appendElement("th").attr("scope", "row").text(row.name());
            Element cell = cells.appendElement("td");
            row.lines().forEach(line -> write(line, cell.appendElement("p")));
            if (row.lines().isEmpty()) {
                cell.appendElement("em").text(AnswerDocument.NOTHING_SAID);
            }
        }
    }

    private static void write(AnswerDocument.Line line, Element paragraph) {
        if (!line.label().isEmpty()) {
            paragraph.appendElement("b").text(line.label() + ":");
            paragraph.appendText(" ");
        }
        paragraph.appendText(line.text() + " ");
        writeMarks(line.footnotes(), paragraph);
    }

    private static void writeMarks(List<Integer> footnotes, Element text) {
        for (int number : footnotes) {
            text.appendElement("sup")
                    .appendElement("a")
                    .attr("href", "#note-" + number)
                    .text("[" + number + "]");
        }
    }

    private static void writeNotes(AnswerDocument document, Element article) {
        if (document.notes().isEmpty()) {
            return;
        }
        Element list = article.appendElement(document.lines().isEmpty() ? "ul" : "ol");
        for (AnswerDocument.SourceNote note : document.notes()) {
            Element item = list.appendElement("li").id("note-" + note.number());
            item.appendElement("a").attr("href", note.url()).text(note.source());
            item.appendText(": ").appendElement("q").text(note.quote());
            if (!note.remark().isEmpty()) {
                item.appendText(" ").appendElement("span").addClass("remark").text("(" + note.remark() + ")");
            }
        }
    }
}
