package ibid.search;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.SearchEngine;
import ibid.index.update.IndexWatcher;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class HybridRetrieverTest {

    @Parameter
    private SearchEngine engine;

    @TempDir
    private Path folder;

    private Collection collection;
    private HybridRetriever retriever;

    @BeforeEach
    void open() {
        collection = engine.open(folder);
        collection
                .with(
                        "ferry",
                        "Harbour Gazette",
                        "2024-03-01",
                        "The ferry Aurelia was sold to Bergen. Nobody had sailed in her.")
                .with(
                        "bridge",
                        "Town Paper",
                        "2025-06-01",
                        "The new bridge opened on Sunday. It carries trams and ferries no more.")
                .with(
                        "museum",
                        "Town Paper",
                        "2025-09-01",
                        "The museum shows maps of the old harbour. A ferry model stands in the hall.")
                .with("undated.txt", "The ferry was painted green by a painter whose name nobody wrote down.");
        collection.update();
        retriever = new HybridRetriever(collection.index(), collection.embedder());
    }

    @AfterEach
    void close() {
        if (collection != null) { // where the engine cannot be had, the test is skipped
            collection.close();
        }
    }

    private List<String> articles(String query, SearchFilters filters) {
        return retriever.retrieve(new Query(query, filters), 10).hits().stream()
                .map(hit -> hit.article().id().value())
                .toList();
    }

    @Test
    void ranksThePassageWithTheWordsFirst() {
        assertThat(articles("Who bought the ferry Aurelia?", SearchFilters.NONE))
                .first()
                .isEqualTo("ferry");
    }

    @Test
    void aQueryOfThousandsOfWordsIsSearchedByTheRarest() {
        String words = IntStream.range(0, 2000).mapToObj(number -> "w" + number).collect(Collectors.joining(" "));
        assertThat(articles(words + " ferry Aurelia", SearchFilters.NONE))
                .first()
                .isEqualTo("ferry");
        StringBuilder chinese = new StringBuilder("渡轮");
        IntStream.range(0x4E00, 0x4E00 + 2000).forEach(chinese::appendCodePoint);
        assertThat(articles(chinese.toString(), SearchFilters.NONE)).isNotNull();
    }

    @Test
    void findsByTitleAndHeadingToo() {
        assertThat(articles("about museum", SearchFilters.NONE)).first().isEqualTo("museum");
    }

    @Test
    void hitsHaveTheScoreOfEachLeg() {
        Hit hit = retriever.retrieve(new Query("ferry Aurelia sold"), 3).hits().getFirst();
        assertThat(hit.legs()).extracting(LegScore::name).containsExactly("bm25", "dense", "sentences");
        assertThat(hit.legs()).extracting(LegScore::rank).containsExactly(1, 1, 1);
        assertThat(hit.cosines()).hasSize(2);
        assertThat(hit.cosines().get(0)).isGreaterThan(hit.cosines().get(1));
        assertThat(hit.text()).startsWith("The ferry Aurelia");
    }

    @Test
    void filtersBindBothLegs() {
        assertThat(articles("ferry", new SearchFilters(List.of("Town Paper"), List.of(), LocalDate.MIN, LocalDate.MAX)))
                .containsOnly("bridge", "museum");
        assertThat(articles(
                        "ferry",
                        new SearchFilters(List.of(), List.of(new ArticleId("ferry")), LocalDate.MIN, LocalDate.MAX)))
                .containsOnly("ferry");
        assertThat(articles(
                        "ferry",
                        new SearchFilters(
                                List.of(), List.of(), LocalDate.parse("2025-01-01"), LocalDate.parse("2025-06-30"))))
                .containsOnly("bridge");
    }

    @Test
    void topicsAndLanguagesBindBothLegs() {
        collection.with("canal.md", front("Shipping, Ports", "en") + "The ferry waits for the canal lock.");
        collection.with("faehre.md", front("Shipping", "de") + "Die ferry Aurelia wurde nach Bergen verkauft.");
        collection.update();
        assertThat(articles("ferry", of(List.of("Shipping"), List.of()))).containsOnly("canal", "faehre");
        assertThat(articles("ferry", of(List.of("Ports", "Trams"), List.of()))).containsOnly("canal");
        assertThat(articles("ferry", of(List.of("Shipping"), List.of("de")))).containsOnly("faehre");
        assertThat(articles("ferry", of(List.of(), List.of("en"))))
                .contains("canal", "ferry")
                .doesNotContain("faehre");
        assertThat(articles("ferry", of(List.of("", "Ports"), List.of())))
                .as("an empty topic is none")
                .contains("canal", "ferry")
                .doesNotContain("faehre");
        assertThat(articles("ferry", of(List.of("shipping"), List.of()))).isEmpty();
        SearchFilters early = of(List.of("Shipping"), List.of()).asOf(LocalDate.parse("2024-01-01"));
        assertThat(articles("ferry", early)).isEmpty();
    }

    private static String front(String topics, String language) {
        return "---\ntitle: Of ships\npublished: 2025-01-02\ntags: [" + topics + "]\nlanguage: " + language
                + "\n---\n\n";
    }

    private static SearchFilters of(List<String> topics, List<String> languages) {
        return new SearchFilters(List.of(), List.of(), topics, languages, LocalDate.MIN, LocalDate.MAX);
    }

    @Test
    void nothingPublishedLaterOrAtAnUnknownTimeIsSeenAsOfADay() {
        assertThat(articles("ferry", SearchFilters.NONE.asOf(LocalDate.parse("2025-06-01"))))
                .containsOnly("ferry", "bridge");
    }

    @Test
    void noLegSeesWhatWasPublishedLater() {
        LocalDate day = LocalDate.parse("2025-06-01");
        for (Hit hit : retriever
                .retrieve(new Query("maps of the old harbour museum hall", SearchFilters.NONE.asOf(day)), 100)
                .hits()) {
            assertThat(hit.article().imprint().publishedOn())
                    .hasValueSatisfying(published -> assertThat(published).isBeforeOrEqualTo(day));
        }
    }

    @Test
    void theNewestComesFirstWhereTheLatestIsAskedFor() {
        for (String year : List.of("2021", "2023", "2022")) {
            collection.with(
                    "fares" + year,
                    "Town Paper",
                    year + "-01-01",
                    "Tram fares went up in January of the year " + year + ".");
        }
        collection.update();
        assertThat(articles("the latest on tram fares", SearchFilters.NONE))
                .first()
                .isEqualTo("fares2023");
        assertThat(articles("the latest on tram fares", SearchFilters.NONE.asOf(LocalDate.parse("2022-06-30"))))
                .first()
                .isEqualTo("fares2022");
    }

    @Test
    void thisWeekIsTheWeekOfTheDayAskedFor() {
        for (String day : List.of("2023-01-03", "2023-02-03", "2021-01-03")) {
            collection.with("fares" + day, "Town Paper", day, "Tram fares went up again, on " + day + ".");
        }
        collection.update();
        assertThat(articles("Did tram fares go up this week?", SearchFilters.NONE.asOf(LocalDate.parse("2023-01-05"))))
                .first()
                .isEqualTo("fares2023-01-03");
        HybridRetriever then =
                new HybridRetriever(collection.index(), collection.embedder(), () -> LocalDate.parse("2023-02-05"));
        assertThat(then.retrieve(new Query("Did tram fares go up this week?"), 1)
                        .hits()
                        .getFirst()
                        .article()
                        .id()
                        .value())
                .isEqualTo("fares2023-02-03");
    }

    @Test
    void aPublisherTheQuestionNamesComesFirst() {
        assertThat(articles("What does the Town Paper say about the ferry?", SearchFilters.NONE)
                        .getFirst())
                .isIn("bridge", "museum");
    }

    @Test
    void wordsOfAskingDoNotCount() {
        collection.with(
                "how", "Quiz Club", "2025-01-01", "How much, how many, who and when: the quiz did and does ask this.");
        collection.update();
        assertThat(retriever
                        .retrieve(new Query("How much did who pay, and when, for the Aurelia?"), 10)
                        .hits())
                .allSatisfy(hit -> assertThat(hit.leg("bm25") > 0)
                        .isEqualTo(hit.article().id().value().equals("ferry")));
    }

    @Test
    void depthIsKept() {
        assertThat(retriever.retrieve(new Query("ferry"), 2).hits()).hasSize(2);
    }

    @Test
    void termsKnowHowRareTheyAre() {
        List<QueryTerm> terms =
                retriever.retrieve(new Query("the ferry zeppelin"), 3).terms();
        assertThat(terms).extracting(QueryTerm::term).containsExactly("ferry", "zeppelin");
        assertThat(terms.get(1).passages()).isZero();
        assertThat(terms.get(1).idf()).isGreaterThan(terms.get(0).idf());
    }

    @Test
    void anEmptyCollectionGivesNoHits() {
        for (String name : List.of("ferry.md", "bridge.md", "museum.md", "undated.txt")) {
            collection.without(name);
        }
        try (IndexWatcher watcher = new IndexWatcher(collection.indexUpdate(), Duration.ofDays(1))) {
            watcher.acceptAllRemovals(); // an emptied folder is held back otherwise
            collection.update();
        }
        assertThat(retriever.retrieve(new Query("ferry"), 5).hits()).isEmpty();
    }

    @Test
    void aQueryOfStopWordsOnlyStillSearchesByMeaning() {
        assertThat(retriever.retrieve(new Query("the of and"), 5).terms()).isEmpty();
        assertThat(articles("the of and", SearchFilters.NONE)).isNotEmpty();
    }
}
