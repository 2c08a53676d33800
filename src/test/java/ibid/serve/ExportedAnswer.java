package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.api.Json;
import ibid.api.SentenceBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFtnEdnRef;

/** Holds every form in which an answer is exported against the answer itself. */
final class ExportedAnswer {

    private final Running server;
    private final AnswerBody answer;

    private ExportedAnswer(Running server, AnswerBody answer) {
        this.server = server;
        this.answer = answer;
    }

    /** Every form holds each sentence with its marks and each quote, or, for reference managers, each article cited. */
    static void assertShows(Running server, AnswerBody answer) {
        ExportedAnswer exported = new ExportedAnswer(server, answer);
        assertThat(Json.readLenient(exported.text("json"), AnswerBody.class, "the export"))
                .isEqualTo(answer);
        exported.assertRead();
        exported.assertWord();
        exported.assertCited();
    }

    private String text(String format) {
        return server.get(path(format)).body();
    }

    private String path(String format) {
        return "/api/v1/answers/" + answer.id() + "/export?format=" + format;
    }

    private void assertRead() {
        String markdown = plain(text("md"));
        Document page = Jsoup.parse(text("html"));
        for (String words : inOrder(answer)) {
            assertThat(markdown).as(answer.asked().question()).contains(plain(words));
            assertThat(plain(page.text())).as(answer.asked().question()).contains(plain(words));
        }
        if (!answer.footnotes().isEmpty()) {
            assertThat(page.select("q").eachText().stream().map(ExportedAnswer::plain))
                    .isEqualTo(plainQuotes());
        }
    }

    private List<String> plainQuotes() {
        return quotes(answer.footnotes()).stream().map(ExportedAnswer::plain).toList();
    }

    /** Paragraphs with Word's own footnotes, which Word numbers in the order of their first marks. */
    private void assertWord() {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(server.bytes(path("docx"))))) {
            Map<BigInteger, String> notes = notes(word);
            List<BigInteger> ids = List.copyOf(notes.keySet());
            List<String> paragraphs = Stream.concat(word.getParagraphs().stream(), inTables(word))
                    .map(paragraph -> withMarks(paragraph, ids))
                    .toList();
            boolean isTable = !answer.evidence().sides().isEmpty(); // its rows begin with the names that are labels
            for (SentenceBody sentence : answer.sentences()) {
                String label = sentence.details().label();
                String words = (isTable || label.isEmpty() ? "" : label + ": ") + sentence.text();
                assertThat(paragraphs).as(answer.asked().question()).contains(plain(words + marks(sentence)));
            }
            assertQuoted(List.copyOf(notes.values()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<XWPFParagraph> inTables(XWPFDocument word) {
        return word.getTables().stream()
                .flatMap(table -> table.getRows().stream())
                .flatMap(row -> row.getTableCells().stream())
                .flatMap(cell -> cell.getParagraphs().stream());
    }

    private void assertQuoted(List<String> notes) {
        List<String> quotes = plainQuotes();
        assertThat(notes).as(answer.asked().question()).hasSameSizeAs(quotes);
        for (int at = 0; at < quotes.size(); at++) {
            assertThat(notes.get(at)).contains("“" + quotes.get(at) + "”");
        }
    }

    /** The text of each footnote, without the two that Word keeps for its lines. */
    private static Map<BigInteger, String> notes(XWPFDocument word) {
        Map<BigInteger, String> notes = new LinkedHashMap<>();
        for (XWPFFootnote note : word.getFootnotes()) {
            String text = String.join(
                    "",
                    note.getParagraphs().stream().map(XWPFParagraph::getText).toList());
            if (!text.isBlank()) {
                notes.put(note.getId(), plain(text));
            }
        }
        return notes;
    }

    private static String withMarks(XWPFParagraph paragraph, List<BigInteger> ids) {
        StringBuilder text = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (XWPFRun run : paragraph.getRuns()) {
            List<CTFtnEdnRef> references = run.getCTR().getFootnoteReferenceList();
            references.forEach(reference ->
                    marks.append('[').append(ids.indexOf(reference.getId()) + 1).append(']'));
            text.append(references.isEmpty() ? run.text() : "");
        }
        return plain(marks.isEmpty() ? text.toString() : text + " " + marks);
    }

    private void assertCited() {
        Map<String, ArticleBody> cited = new LinkedHashMap<>();
        answer.footnotes().forEach(note -> cited.putIfAbsent(note.article().id(), note.article()));
        List<String> titles = cited.values().stream().map(ArticleBody::title).toList();
        List<String> listed = new ArrayList<>();
        for (String item : Json.items(text("csl"), "csl").orElseThrow()) {
            listed.add(String.valueOf(Json.object(item, "an item").get("title")));
        }
        assertThat(listed).isEqualTo(titles);
        assertThat(text("bibtex").lines().filter(line -> line.startsWith("  title = ")))
                .isEqualTo(titles.stream()
                        .map(title -> "  title = {{" + title + "}},")
                        .toList());
    }

    static List<String> quotes(List<FootnoteBody> footnotes) {
        return footnotes.stream().map(note -> note.quote().exact()).toList();
    }

    /** Each sentence with its marks, then each quote. */
    static List<String> inOrder(AnswerBody answer) {
        List<String> words = new ArrayList<>();
        answer.sentences().forEach(sentence -> words.add(sentence.text() + marks(sentence)));
        words.addAll(quotes(answer.footnotes()));
        return words;
    }

    /** Without Markdown's escapes; HTML's white space is that of a reader. */
    static String plain(String text) {
        return text.replace("\\", "").replaceAll("\\s+", " ");
    }

    static String marks(SentenceBody sentence) {
        StringBuilder marks = new StringBuilder(" ");
        sentence.footnotes().forEach(number -> marks.append('[').append(number).append(']'));
        return marks.toString();
    }
}
