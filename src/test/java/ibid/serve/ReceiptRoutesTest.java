package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.Json;
import ibid.api.SentenceBody;
import ibid.api.share.ExportBody;
import ibid.api.share.RecheckBody;
import ibid.api.share.ShareBody;
import ibid.ask.Answer;
import ibid.verify.Support;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptRoutesTest {

    private static final String QUESTION = "How much was the ferry Aurelia sold for?";
    private static final String FERRY = "The ferry Aurelia was sold to Bergen for two million crowns.\n";

    @TempDir
    private Path folder;

    private Running server;
    private AnswerBody answer;

    @BeforeEach
    void start() {
        server = Running.over(folder);
        answer = server.ask(QUESTION);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String export(String format) {
        HttpResponse<String> response = server.get("/api/v1/answers/" + answer.id() + "/export?format=" + format);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private RecheckBody recheck() {
        HttpResponse<String> response = server.post("/api/v1/answers/" + answer.id() + "/recheck", "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.readLenient(response.body(), RecheckBody.class, "the response");
    }

    @Test
    void markdownHasEverySentenceEveryQuoteAndTheReceipt() {
        String markdown = export("md");
        assertThat(markdown).startsWith("# " + QUESTION);
        for (SentenceBody sentence : answer.sentences()) {
            assertThat(markdown).contains(sentence.text());
        }
        for (FootnoteBody footnote : answer.footnotes()) {
            assertThat(markdown)
                    .contains("[" + footnote.number() + "] ", footnote.quote().exact());
        }
        assertThat(markdown).contains("model extractive", "answer " + answer.id());
    }

    @Test
    void htmlLinksEachMarkToItsNoteAndHasNoScript() {
        Document page = Jsoup.parse(export("html"));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo(QUESTION);
        assertThat(page.select("sup a"))
                .isNotEmpty()
                .allSatisfy(
                        mark -> assertThat(page.getElementById(mark.attr("href").substring(1)))
                                .isNotNull());
        assertThat(page.select("q").eachText())
                .isEqualTo(answer.footnotes().stream()
                        .map(footnote -> footnote.quote().exact())
                        .toList());
    }

    @Test
    void wordHasRealFootnotes() throws IOException {
        List<String> notes = wordNotes();
        assertThat(notes).hasSameSizeAs(answer.footnotes());
        assertThat(notes.getFirst())
                .contains(answer.footnotes().getFirst().quote().exact());
        try (XWPFDocument word = word()) {
            assertThat(word.getParagraphs().getFirst().getText()).isEqualTo(QUESTION);
        }
    }

    private XWPFDocument word() throws IOException {
        byte[] file = server.bytes("/api/v1/answers/" + answer.id() + "/export?format=docx");
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private List<String> wordNotes() {
        try (XWPFDocument word = word()) {
            return word.getFootnotes().stream()
                    .map(XWPFFootnote::getParagraphs)
                    .filter(paragraphs -> !paragraphs.isEmpty())
                    .map(paragraphs -> paragraphs.getFirst().getText())
                    .filter(text -> !text.isBlank())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void aComparisonIsATableThatAlsoTellsWhoSaysNothing() throws Exception {
        answer = server.ask("What do the Harbour Gazette and the Town Paper say about the ferry Aurelia?");
        assertThat(answer.evidence().sides())
                .extracting(Answer.Side::name)
                .containsExactly("Harbour Gazette", "Town Paper");
        assertThat(answer.evidence().sides().getLast().sentences()).isEmpty();

        assertThat(export("md")).contains("| **Harbour Gazette** | The ferry", "| **Town Paper** | Nothing found");
        Document page = Jsoup.parse(export("html"));
        assertThat(page.select("tbody th").eachText()).containsExactly("Harbour Gazette", "Town Paper");
        assertThat(page.select("tbody td").last().text()).isEqualTo("Nothing found in the articles");
        assertThat(page.select("td sup a")).isNotEmpty();
        try (XWPFDocument word = word()) {
            assertThat(word.getTables().getFirst().getRow(2).getCell(0).getText())
                    .isEqualTo("Town Paper");
        }
    }

    @Test
    void jsonIsTheStoredAnswerAndWhatHoldsOfIt() {
        String export = export("json");
        assertThat(Json.readLenient(export, AnswerBody.class, "the export")).isEqualTo(answer);
        RecheckBody found =
                Json.readLenient(export, ExportBody.class, "the export").recheck();
        assertThat(found.footnotes()).isEqualTo(recheck().footnotes());
    }

    @Test
    void aReferenceManagerGetsEachCitedArticleOnce() {
        long articles = answer.footnotes().stream()
                .map(footnote -> footnote.article().id())
                .distinct()
                .count();
        assertThat(export("bibtex").split("@article\\{", -1)).hasSize((int) articles + 1);
        String csl = export("csl");
        assertThat(Json.items(csl, "csl").orElseThrow()).hasSize((int) articles);
        assertThat(csl).contains("\"type\" : \"article-newspaper\"", "\"URL\" : \"http");
    }

    @Test
    void anUnknownFormatIsRefusedWithTheKnownOnes() {
        HttpResponse<String> response = server.get("/api/v1/answers/" + answer.id() + "/export?format=pdf");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("md, html, docx, json, bibtex, csl");
    }

    @Test
    void anAbstainedAnswerIsExportedAsWhatItIs() {
        answer = server.ask("Who won the chess championship of Atlantis?");
        assertThat(answer.outcome()).isEqualTo(AnswerBody.Outcome.ABSTAINED);
        for (String format : List.of("md", "html", "docx", "json", "bibtex", "csl")) {
            export(format);
        }
        assertThat(export("md")).contains("not evidence").doesNotContain("[1]");
    }

    @Test
    void anAnswerOverUnchangedArticlesHolds() {
        RecheckBody recheck = recheck();
        assertThat(recheck.holds()).isTrue();
        assertThat(recheck.footnotes())
                .hasSameSizeAs(answer.footnotes())
                .allMatch(note -> note.state() == RecheckBody.State.HOLDS && note.place() != null);
    }

    @Test
    void aRemovedArticleTakesItsSupportWithIt() {
        String cited = answer.footnotes().getFirst().article().id();
        assertThat(server.delete("/api/v1/articles/" + cited).statusCode()).isEqualTo(204);
        RecheckBody recheck = recheck();
        assertThat(recheck.holds()).isFalse();
        assertThat(recheck.footnotes().getFirst().state()).isEqualTo(RecheckBody.State.REMOVED);
        for (int i = 0; i < answer.sentences().size(); i++) {
            boolean gone = answer.sentences().get(i).footnotes().stream()
                    .allMatch(number -> recheck.footnotes().get(number - 1).state() == RecheckBody.State.REMOVED);
            Support expected = gone ? Support.NONE : answer.sentences().get(i).support();
            assertThat(recheck.sentences().get(i).now()).isEqualTo(expected);
        }
    }

    @Test
    void everyFormSaysThatAFootnoteStillHolds() {
        assertForms("still holds");
        assertThat(export("md")).contains("everything still holds");
    }

    @Test
    void everyFormSaysThatAnArticleChanged() {
        rewrite(FERRY.replace("two million", "three million"));
        assertThat(recheck().footnotes().getFirst().state()).isEqualTo(RecheckBody.State.CHANGED);
        assertForms("article changed");
        assertThat(export("md")).contains("still holding: ").doesNotContain("everything still holds");
    }

    @Test
    void everyFormSaysThatAnArticleWasCorrectedSince() {
        String notice = "Correction: the ferry was sold for three million crowns.";
        rewrite(FERRY + "\n" + notice + "\n");
        RecheckBody.Note note = recheck().footnotes().getFirst();
        assertThat(note.state()).isEqualTo(RecheckBody.State.CORRECTED);
        assertThat(note.correctedBy().note()).isEqualTo(notice);
        assertForms("corrected since: " + notice);
    }

    @Test
    void everyFormSaysThatAnArticleIsGone() {
        String cited = answer.footnotes().getFirst().article().id();
        assertThat(server.delete("/api/v1/articles/" + cited).statusCode()).isEqualTo(204);
        assertForms("article removed");
    }

    /** Of the article behind the first footnote. */
    private void rewrite(String text) {
        assertThat(answer.footnotes().getFirst().article().id()).isEqualTo("copy");
        server.collection().with("copy", "Evening Wire", "2025-03-04", text).update();
    }

    private void assertForms(String standing) {
        for (String form : List.of("md", "html", "bibtex", "csl")) {
            assertThat(export(form)).as(form).contains(standing);
        }
        assertThat(wordNotes().getFirst()).contains(standing);
        ShareBody link = Running.read(server.post("/api/v1/answers/" + answer.id() + "/share", ""), ShareBody.class);
        Document shared =
                Jsoup.parse(server.get(URI.create(link.url()).getPath()).body());
        assertThat(shared.getElementById("note-1").text()).contains(standing);
    }

    @Test
    void anUnknownAnswerIsNotFound() {
        assertThat(server.get("/api/v1/answers/none/export?format=md").statusCode())
                .isEqualTo(404);
        assertThat(server.post("/api/v1/answers/none/recheck", Json.write(Map.of()))
                        .statusCode())
                .isEqualTo(404);
    }
}
