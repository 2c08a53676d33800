package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.AnswerShape;
import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.ConversationBody;
import ibid.api.collection.ArticleDetailsBody;
import ibid.api.collection.ArticleTextBody;
import ibid.api.collection.ArticlesBody;
import ibid.api.collection.CollectionBody;
import ibid.api.collection.IndexBody;
import ibid.api.collection.SearchBody;
import ibid.api.collection.StatusBody;
import ibid.api.collection.SuggestionsBody;
import ibid.article.Block;
import ibid.article.CorrectionNotice;
import ibid.article.Imprint;
import ibid.eval.client.ApiClient;
import ibid.eval.measure.Invariants;
import ibid.language.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

    private ArticlesBody articles(String query) {
        return server.get("/api/v1/articles" + query, ArticlesBody.class);
    }

    private List<SearchBody.FoundPassage> passages(String query) {
        return server.get("/api/v1/search" + query, SearchBody.class).passages();
    }

    private IndexBody.Contents index() {
        return server.get("/api/v1/index", IndexBody.class).contents();
    }

    private List<ConversationBody> conversations() {
        return server.get("/api/v1/conversations", ConversationBody.Listing.class)
                .conversations();
    }

    @Test
    void listsArticlesNewestFirstAPageAtATime() {
        ArticlesBody page = articles("?limit=2");
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.articles()).extracting(listed -> listed.article().id()).containsExactly("bridge", "copy");
        assertThat(articles("?offset=2").articles())
                .extracting(listed -> listed.article().id())
                .containsExactly("ferry");
        assertThat(server.get("/api/v1/articles?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void theListTakesTheFiltersOfTheSearchAndCountsWhatTheyLeave() {
        ArticlesBody.Facets all = articles("").facets();
        assertThat(all.month().stream().mapToLong(ArticlesBody.Facet::articles).sum())
                .isEqualTo(3);
        assertThat(all.month()).extracting(ArticlesBody.Facet::value).isSorted();
        ArticlesBody gazette = articles("?publishers=Harbour%20Gazette");
        assertThat(gazette.articles())
                .isNotEmpty()
                .allMatch(listed -> listed.article().publisher().equals("Harbour Gazette"));
        assertThat(gazette.facets().month().stream()
                        .mapToLong(ArticlesBody.Facet::articles)
                        .sum())
                .isEqualTo(gazette.total());
        assertThat(gazette.facets().publisher())
                .as("what the others would give")
                .hasSize(3);
        assertThat(articles("?articles=ferry&published_to=1900-01-01").total()).isZero();
        assertThat(articles("?articles=ferry").articles())
                .extracting(listed -> listed.article().id())
                .containsExactly("ferry");
        assertThat(server.get("/api/v1/articles?publisher=x").statusCode()).isEqualTo(400);
    }

    @Test
    void theListTakesWordsAndAnOrderAndRefusesWhatItDoesNotKnow() {
        assertThat(articles("?q=trams").articles())
                .extracting(listed -> listed.article().id())
                .containsExactly("bridge");
        assertThat(articles("?sort=oldest").articles())
                .extracting(listed -> listed.article().id())
                .containsExactly("ferry", "copy", "bridge");
        assertThat(articles("?states=current&states=copy").total()).isEqualTo(3);
        assertThat(articles("?states=corrected").total()).isZero();
        for (String wrong :
                List.of("?sort=best", "?sort=relevance", "?states=new", "?author=x", "?q=" + "x".repeat(2001))) {
            assertThat(server.get("/api/v1/articles" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void anArticleSaysWhereItComesFrom() {
        ArticleDetailsBody details = server.get("/api/v1/articles/ferry", ArticleDetailsBody.class);
        ArticleBody article = details.listed().article();
        assertThat(article.publisher()).isEqualTo("Harbour Gazette");
        assertThat(article.author()).isEmpty();
        assertThat(details.metadata().dateBasis()).isEqualTo(Imprint.DateBasis.STATED);
        assertThat(details.file()).isEqualTo("ferry.md");
        assertThat(server.get("/api/v1/articles/none").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/articles/..%2Fetc").statusCode()).isIn(400, 404);
    }

    @Test
    void anArticleSaysHowItIsKnownWhatItCorrectsAndWhatCopiesIt() {
        String wire =
                "The lighthouse at Skagen was sold on Monday to a painter from Aarhus for ninety thousand crowns, "
                        + "the town said, and the painter means to live in it from next summer on. "
                        + "Nobody else had asked for it in eleven years, "
                        + "although the town had put it into every paper of the coast.";
        server.collection()
                .with(
                        "wire.md",
                        "---\ntitle: Lighthouse sold\nsubtitle: To a painter\n"
                                + "published: 2025-01-02\nupdated: 2025-01-05\n---\n\n"
                                + wire + "\n\nCorrection: The price was ninety thousand crowns.\n")
                .with("reprint", "Evening Post", "2025-01-04", wire)
                .update();
        ArticleDetailsBody article = server.get("/api/v1/articles/wire", ArticleDetailsBody.class);
        assertThat(article.metadata().subtitle()).isEqualTo("To a painter");
        assertThat(article.metadata().modified()).isEqualTo("2025-01-05");
        assertThat(article.metadata().knownFrom()).containsEntry("title", "front matter");
        assertThat(article.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(CorrectionNotice.Kind.CORRECTION));
        assertThat(article.copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy.copyOf()).isEqualTo("wire"));
        ArticleTextBody.TextSentence sentence = server.get("/api/v1/articles/wire/text", ArticleTextBody.class)
                .sentences()
                .getFirst();
        assertThat(sentence.dates().getFirst().from()).isEqualTo("2024-12-30");
        AnswerBody answer = server.ask("Who was the lighthouse at Skagen sold to?");
        assertThat(answer.footnotes())
                .extracting(footnote -> footnote.article().id())
                .containsOnly("wire");
        assertThat(answer.evidence().sources().independent()).isEqualTo(1);
    }

    @Test
    void textBlocksSentencesAndNotesFitTogether() {
        ArticleTextBody body = server.get("/api/v1/articles/ferry/text", ArticleTextBody.class);
        Text text = new Text(body.text());
        ArticleTextBody.TextBlock heading = body.blocks().get(1);
        assertThat(heading.kind()).isEqualTo(Block.Kind.HEADING);
        assertThat(text.slice(heading.start(), heading.end())).isEqualTo("Why she stayed");
        ArticleTextBody.TextSentence last = body.sentences().get(4);
        assertThat(text.slice(last.start(), last.end()))
                .isEqualTo("The insurers refused the engines because nobody had tested them.");
        ArticleTextBody.OwnNote note = body.notes().getFirst();
        assertThat(text.slice(0, note.anchors().getFirst()))
                .isEqualTo("The ferry Aurelia was sold to Bergen for two million crowns.");
        assertThat(note.url()).isEqualTo("https://harbour.example/s");
    }

    @Test
    void searchShowsEachLeg() {
        SearchBody.FoundPassage first = passages("?q=bridge%20trams&limit=1").getFirst();
        assertThat(first.passageId()).isEqualTo("bridge#0");
        assertThat(first.legs().get("bm25").rank()).isEqualTo(1);
        assertThat(first.legs()).containsKey("dense");
        assertThat(passages("?q=ferry&publishers=Town%20Paper"))
                .allMatch(passage -> passage.article().id().equals("bridge"));
        assertThat(server.get("/api/v1/search").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/search?q=x&limit=a").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/search?q=x&publisher=y").body())
                .contains("unknown parameter “publisher”; known here: q, limit, publishers");
    }

    @Test
    void theIndexReportsItsState() throws InterruptedException {
        server.collection().with("paper.pages", "PK");
        IndexBody.Contents index = index();
        for (int tries = 0; tries < 200 && index.skipped().isEmpty(); tries++) {
            Thread.sleep(25);
            index = index();
        }
        assertThat(index.articles()).isEqualTo(3);
        assertThat(index.files()).isEqualTo(4);
        assertThat(index.skipped().getFirst().reason()).contains("format not read");
        assertThat(index.generation()).isNotEmpty();
        assertThat(server.get("/healthz", StatusBody.class)).isEqualTo(new StatusBody("ok"));
        assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileRemovedWhileServingIsGoneFromAnswers() throws InterruptedException {
        server.collection().without("ferry.md").without("copy.md");
        AnswerBody.Outcome outcome = AnswerBody.Outcome.ANSWERED;
        for (int tries = 0; tries < 200 && outcome != AnswerBody.Outcome.ABSTAINED; tries++) {
            Thread.sleep(25);
            outcome = server.ask("How much was the ferry Aurelia sold for?").outcome();
        }
        assertThat(outcome).isEqualTo(AnswerBody.Outcome.ABSTAINED);
    }

    @Test
    void suggestsQuestions() {
        assertThat(server.get("/api/v1/suggestions", SuggestionsBody.class).questions())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void conversationsAreListedOpenedAndDeleted() {
        String id = server.ask("Who is Anna Berg?").asked().conversationId();
        assertThat(conversations().getFirst().title()).isEqualTo("Who is Anna Berg?");
        assertThat(server.get("/api/v1/conversations/" + id, ConversationBody.Whole.class)
                        .answers())
                .hasSize(1);
        assertThat(server.delete("/api/v1/conversations/" + id).statusCode()).isEqualTo(204);
        assertThat(server.delete("/api/v1/conversations/" + id).statusCode()).isEqualTo(404);
        assertThat(conversations()).isEmpty();
    }

    @Test
    void tellsWhatIsKnownOfTheWholeCollection() {
        CollectionBody body = server.get("/api/v1/collection", CollectionBody.class);
        assertThat(body.articles()).isEqualTo(3);
        assertThat(body.span())
                .isEqualTo(new CollectionBody.Span(LocalDate.parse("2025-03-03"), LocalDate.parse("2025-06-01")));
        assertThat(body.named().outlets())
                .extracting(ArticlesBody.Facet::value)
                .containsExactly("Evening Wire", "Harbour Gazette", "Town Paper");
        assertThat(body.named().people()).extracting(ArticlesBody.Facet::value).contains("Anna Berg");
        assertThat(body.newest().getFirst().id()).isEqualTo("bridge");
        assertThat(body.corrections()).isEmpty();
        server.collection().without("bridge.md").update();
        assertThat(server.get("/api/v1/collection", CollectionBody.class).articles())
                .isEqualTo(2);
    }

    @Test
    void tellsWhatWasCorrected() {
        String note = "Correction: an earlier version of this article said that the bridge cost forty million crowns.";
        server.collection().with("fixed", "Town Paper", "2025-06-03", "It is open.\n\n" + note);
        server.collection().update();
        assertThat(server.get("/api/v1/collection", CollectionBody.class).corrections())
                .extracting(CollectionBody.Corrected::note)
                .containsExactly(note);
    }

    @Test
    void countsOfTheCollectionPassTheFiltersToo() {
        CollectionBody body = server.get("/api/v1/collection?publishers=Town+Paper", CollectionBody.class);
        assertThat(body.articles()).isEqualTo(1);
        assertThat(server.get("/api/v1/collection?unheard=1").statusCode()).isEqualTo(400);
    }

    @Test
    void answersOnTheCollectionKeepWhatHoldsOfEveryAnswer() {
        try (ApiClient client = new ApiClient(server.url(""))) {
            for (String question : List.of(
                    "How many articles are there?",
                    "Which articles mention the ferry?",
                    "Which outlets are there?",
                    "What is new since 1 May 2025?",
                    "Summarise the article about the ferry that never sailed",
                    "What was corrected?")) {
                AnswerBody answer = server.ask(question);
                assertThat(Invariants.breaches(answer, client::original))
                        .as(question)
                        .isEmpty();
            }
        }
        AnswerBody counted = server.ask("How many articles are there?");
        assertThat(counted.result().shape()).isEqualTo(AnswerShape.COLLECTION);
        assertThat(counted.result().shortAnswer().text()).startsWith("3 articles");
    }
}
