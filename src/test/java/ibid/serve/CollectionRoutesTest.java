package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.language.Text;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles, search, index, suggestions and conversations over HTTP. */
class CollectionRoutesTest {

    @TempDir
    private Path folder;

    private Running server;

    @BeforeEach
    void start() {
        server = Running.over(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode get(String path) {
        return Running.json(server.get(path));
    }

    @Test
    void listsArticlesNewestFirstAPageAtATime() {
        JsonNode page = get("/api/v1/articles?limit=2");
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.path("articles"))
                .extracting(article -> article.path("id").asText())
                .containsExactly("bridge", "copy");
        assertThat(get("/api/v1/articles?offset=2").path("articles"))
                .extracting(article -> article.path("id").asText())
                .containsExactly("ferry");
        assertThat(server.get("/api/v1/articles?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void theListTakesTheFiltersOfTheSearchAndCountsWhatTheyLeave() {
        JsonNode all = get("/api/v1/articles").path("facets");
        assertThat(all.path("year"))
                .extracting(one -> one.path("articles").asInt())
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(count -> count).sum())
                        .isEqualTo(3));
        JsonNode gazette = get("/api/v1/articles?publishers=Harbour%20Gazette");
        assertThat(gazette.path("articles"))
                .isNotEmpty()
                .allMatch(article -> article.path("publisher").asText().equals("Harbour Gazette"));
        assertThat(gazette.path("facets").path("publisher"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("articles").asInt())
                        .isEqualTo(gazette.path("total").asInt()));
        assertThat(get("/api/v1/articles?articles=ferry&published_to=1900-01-01")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(get("/api/v1/articles?articles=ferry").path("articles"))
                .extracting(article -> article.path("id").asText())
                .containsExactly("ferry");
        assertThat(server.get("/api/v1/articles?publisher=x").statusCode()).isEqualTo(400);
    }

    @Test
    void anArticleSaysWhereItComesFrom() {
        JsonNode article = get("/api/v1/articles/ferry");
        assertThat(article.path("publisher").asText()).isEqualTo("Harbour Gazette");
        assertThat(article.path("author").isNull()).isTrue();
        assertThat(article.path("date_basis").asText()).isEqualTo("stated");
        assertThat(article.path("file").asText()).isEqualTo("ferry.md");
        assertThat(server.get("/api/v1/articles/none").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/articles/..%2Fetc").statusCode()).isIn(400, 404);
    }

    @Test
    void anArticleSaysHowItIsKnownWhatItCorrectsAndWhatCopiesIt() {
        String wire =
                "The lighthouse at Skagen was sold on Monday to a painter from Aarhus for ninety thousand crowns, the town said, and the painter means to live in it from next summer on. "
                        + "Nobody else had asked for it in eleven years, although the town had put it into every paper of the coast.";
        server.collection()
                .with(
                        "wire.md",
                        "---\ntitle: Lighthouse sold\nsubtitle: To a painter\npublished: 2025-01-02\nupdated: 2025-01-05\n---\n\n"
                                + wire + "\n\nCorrection: The price was ninety thousand crowns.\n")
                .with("reprint", "Evening Post", "2025-01-04", wire)
                .update();
        JsonNode article = get("/api/v1/articles/wire");
        assertThat(article.path("subtitle").asText()).isEqualTo("To a painter");
        assertThat(article.path("modified").asText()).isEqualTo("2025-01-05");
        assertThat(article.path("known_from").path("title").asText()).isEqualTo("front matter");
        assertThat(article.path("notices"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.path("kind").asText()).isEqualTo("correction"));
        assertThat(article.path("copies"))
                .singleElement()
                .satisfies(copy -> assertThat(copy.path("copy_of").asText()).isEqualTo("wire"));
        JsonNode sentence = get("/api/v1/articles/wire/text").path("sentences").path(0);
        assertThat(sentence.path("dates").path(0).path("from").asText()).isEqualTo("2024-12-30");
        JsonNode answer = Running.json(
                server.post("/api/v1/answers", "{\"question\": \"Who was the lighthouse at Skagen sold to?\"}"));
        assertThat(answer.path("footnotes"))
                .extracting(footnote -> footnote.path("article").path("id").asText())
                .containsOnly("wire");
        assertThat(answer.path("sources").path("independent").asInt()).isEqualTo(1);
    }

    @Test
    void textBlocksSentencesAndNotesFitTogether() {
        JsonNode json = get("/api/v1/articles/ferry/text");
        Text text = new Text(json.path("text").asText());
        JsonNode heading = json.path("blocks").path(1);
        assertThat(heading.path("kind").asText()).isEqualTo("heading");
        assertThat(text.slice(heading.path("start").asInt(), heading.path("end").asInt()))
                .isEqualTo("Why she stayed");
        JsonNode last = json.path("sentences").path(4);
        assertThat(text.slice(last.path("start").asInt(), last.path("end").asInt()))
                .isEqualTo("The insurers refused the engines because nobody had tested them.");
        JsonNode note = json.path("notes").path(0);
        assertThat(text.slice(0, note.path("anchors").path(0).asInt()))
                .isEqualTo("The ferry Aurelia was sold to Bergen for two million crowns.");
        assertThat(note.path("url").asText()).isEqualTo("https://harbour.example/s");
    }

    @Test
    void searchShowsEachLeg() {
        JsonNode first =
                get("/api/v1/search?q=bridge%20trams&limit=1").path("passages").path(0);
        assertThat(first.path("passage_id").asText()).isEqualTo("bridge#0");
        assertThat(first.path("legs").path("bm25").path("rank").asInt()).isEqualTo(1);
        assertThat(first.path("legs").path("dense").path("score").isNumber()).isTrue();
        assertThat(get("/api/v1/search?q=ferry&publishers=Town%20Paper").path("passages"))
                .allMatch(passage -> passage.path("article").path("id").asText().equals("bridge"));
        assertThat(server.get("/api/v1/search").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/search?q=x&limit=a").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/search?q=x&publisher=y").body())
                .contains("unknown parameter “publisher”; known here: q, limit, publishers");
    }

    @Test
    void theIndexSaysHowItStands() throws InterruptedException {
        server.collection().with("paper.odt", "PK");
        JsonNode index = get("/api/v1/index");
        for (int tries = 0; tries < 200 && index.path("skipped").isEmpty(); tries++) {
            Thread.sleep(25);
            index = get("/api/v1/index");
        }
        assertThat(index.path("articles").asInt()).isEqualTo(3);
        assertThat(index.path("files").asInt()).isEqualTo(4);
        assertThat(index.path("skipped").path(0).path("reason").asText()).contains("format not read");
        assertThat(index.path("generation").asText()).isNotEmpty();
        assertThat(get("/healthz").path("status").asText()).isEqualTo("ok");
        assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileRemovedWhileServingIsGoneFromAnswers() throws InterruptedException {
        server.collection().without("ferry.md").without("copy.md");
        String outcome = "";
        for (int tries = 0; tries < 200 && !outcome.equals("abstained"); tries++) {
            Thread.sleep(25);
            outcome = server.ask("How much was the ferry Aurelia sold for?", null)
                    .path("outcome")
                    .asText();
        }
        assertThat(outcome).isEqualTo("abstained");
    }

    @Test
    void suggestsQuestions() {
        assertThat(get("/api/v1/suggestions").path("questions")).isNotEmpty().hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void conversationsAreListedOpenedAndDeleted() {
        String id =
                server.ask("Who is Anna Berg?", null).path("conversation_id").asText();
        assertThat(get("/api/v1/conversations")
                        .path("conversations")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("Who is Anna Berg?");
        assertThat(get("/api/v1/conversations/" + id).path("answers")).hasSize(1);
        assertThat(server.delete("/api/v1/conversations/" + id).statusCode()).isEqualTo(204);
        assertThat(server.delete("/api/v1/conversations/" + id).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/conversations").path("conversations")).isEmpty();
    }
}
