package ibid.search.listing;

import static ibid.search.listing.ArticleProperty.AUTHOR;
import static ibid.search.listing.ArticleProperty.LANGUAGE;
import static ibid.search.listing.ArticleProperty.MONTH;
import static ibid.search.listing.ArticleProperty.PUBLISHER;
import static ibid.search.listing.ArticleProperty.STATE;
import static ibid.search.listing.ArticleProperty.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.search.SearchFilters;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of articles over a real index. */
class ArticleListsTest {

    private static final SearchFilters ANY = SearchFilters.NONE;
    private static final ListFilters ALL = new ListFilters(ANY, ANY, Map.of());
    private static final String WIRE =
            "The lighthouse at Skagen was sold on Monday to a painter from Aarhus for ninety "
                    + "thousand crowns, the town said, and the painter means to live in it from next summer on. "
                    + "Nobody else had asked for it in eleven years, although the town had put it into every paper.";

    @TempDir
    private static Path folder;

    private static Collection collection;
    private static final ArticleLists LISTS = new ArticleLists();

    @BeforeAll
    static void index() {
        collection = new Collection(folder)
                .with(
                        "tram.md",
                        article("Trams return", "Town Paper", "Ines Holt", "2024-05-01", "[Transport, City]")
                                + "The council voted for trams on Rue Basse. The United States envoy watched.\n")
                .with(
                        "bus.md",
                        article("Buses stay", "Town Paper", "Max Orr", "2025-02-03", "[Transport]")
                                + "The council kept its buses, and trams wait. A carrier-led fleet will come.\n")
                .with(
                        "wire.md",
                        article("Lighthouse sold", "Harbour Gazette", "Ines Holt", "2025-01-02", "[Coast]") + WIRE
                                + "\n\nCorrection: The price was ninety thousand crowns.\n")
                .with("reprint.md", article("Tower sold", "Evening Post", "", "2025-01-04", "[Coast]") + WIRE + "\n")
                .with(
                        "undated.md",
                        "# Notes from the yard\n\nA fleet led by a carrier lay in the yard with no trams near.\n");
        collection.update();
    }

    @AfterAll
    static void close() {
        collection.close();
    }

    private static String article(String title, String publisher, String author, String published, String topics) {
        String by = author.isEmpty() ? "" : "author: " + author + "\n";
        return "---\ntitle: " + title + "\npublisher: " + publisher + "\n" + by + "published: " + published
                + "\ntopics: " + topics + "\n---\n\n";
    }

    private static ArticleListing list(String words, ListFilters filters, ListOrder order) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return LISTS.list(snapshot, words, filters, order);
        }
    }

    private static List<String> ids(ArticleListing listing) {
        return listing.articles().stream().map(article -> article.id().value()).toList();
    }

    private static List<String> holding(String words) {
        return ids(list(words, ALL, ListOrder.NEWEST));
    }

    private static ListFilters wanting(Map<ArticleProperty, List<String>> values) {
        return new ListFilters(ANY, ANY, ListFilters.wanted(values));
    }

    @Test
    void undatedArticlesComeLastInEitherOrderOfTime() {
        assertThat(ids(list("", ALL, ListOrder.NEWEST))).containsExactly("bus", "reprint", "wire", "tram", "undated");
        assertThat(ids(list("", ALL, ListOrder.OLDEST))).containsExactly("tram", "wire", "reprint", "bus", "undated");
        assertThat(ids(list("", ALL, ListOrder.TITLE)).getFirst()).isEqualTo("bus");
    }

    @Test
    void everyWordMustBeSomewhereInTheArticle() {
        assertThat(holding("council trams")).containsExactly("bus", "tram");
        assertThat(holding("council buses rue")).isEmpty();
        assertThat(holding("Lighthouse")).as("title and text").containsExactly("reprint", "wire");
        assertThat(holding("crowns tower"))
                .as("one in the text, one in the title")
                .containsExactly("reprint");
        assertThat(holding("nobodysword")).isEmpty();
    }

    @Test
    void whatIsQuotedOrWrittenWithoutASpaceIsAPhrase() {
        assertThat(holding("carrier fleet")).containsExactly("bus", "undated");
        assertThat(holding("carrier-led fleet")).containsExactly("bus");
        assertThat(holding("\"a fleet led\"")).containsExactly("undated");
        assertThat(holding("“trams wait” council")).containsExactly("bus");
        assertThat(holding("\"wait trams\"")).isEmpty();
        assertThat(holding("\"trams wait")).as("a mark that is not closed").containsExactly("bus");
    }

    @Test
    void wordsMeanWhatTheyMeanInASearch() {
        assertThat(holding("United States")).as("an alias of two words").containsExactly("tram");
        assertThat(holding("U.S. tram")).containsExactly("tram");
        assertThat(holding("the")).as("not indexed, so it excludes nothing").hasSize(5);
        assertThat(holding("?!")).isEmpty();
        assertThat(holding("  ")).hasSize(5);
    }

    @Test
    void theBestFitComesFirstByRelevance() {
        assertThat(ids(list("buses", ALL, ListOrder.RELEVANCE))).containsExactly("bus");
        List<String> trams = ids(list("trams", ALL, ListOrder.RELEVANCE));
        assertThat(trams).containsExactlyInAnyOrder("tram", "bus", "undated").startsWith("tram");
    }

    @Test
    void valuesOfOnePropertyAreAlternativesAndPropertiesAddUp() {
        assertThat(ids(list("", wanting(Map.of(TOPIC, List.of("City", "Coast"))), ListOrder.NEWEST)))
                .containsExactly("reprint", "wire", "tram");
        assertThat(ids(list(
                        "", wanting(Map.of(TOPIC, List.of("Coast"), AUTHOR, List.of("Ines Holt"))), ListOrder.NEWEST)))
                .containsExactly("wire");
        assertThat(ids(list("", wanting(Map.of(AUTHOR, List.of(""))), ListOrder.NEWEST)))
                .as("none")
                .containsExactly("reprint", "undated");
        assertThat(ids(list("", wanting(Map.of(LANGUAGE, List.of("tr"))), ListOrder.NEWEST)))
                .isEmpty();
    }

    @Test
    void aCopyAndACorrectedArticleAreToldFromTheOthers() {
        assertThat(ids(list("", wanting(Map.of(STATE, List.of("copy"))), ListOrder.NEWEST)))
                .containsExactly("reprint");
        assertThat(ids(list("", wanting(Map.of(STATE, List.of("corrected"))), ListOrder.NEWEST)))
                .containsExactly("reprint", "wire");
        assertThat(ids(list("", wanting(Map.of(STATE, List.of("current"))), ListOrder.NEWEST)))
                .containsExactly("bus", "tram", "undated");
        assertThat(list("", ALL, ListOrder.NEWEST).counts().get(STATE))
                .containsOnly(Map.entry("copy", 1), Map.entry("corrected", 2), Map.entry("current", 3));
    }

    @Test
    void countsObeyEveryFilterButTheirOwn() {
        SearchFilters year2025 =
                new SearchFilters(List.of(), List.of(), LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"));
        ListFilters filters =
                new ListFilters(ANY, year2025, ListFilters.wanted(Map.of(PUBLISHER, List.of("Town Paper"))));
        ArticleListing listing = list("", filters, ListOrder.NEWEST);
        assertThat(ids(listing)).containsExactly("bus");
        assertThat(listing.counts().get(PUBLISHER))
                .as("of 2025")
                .containsOnly(
                        Map.entry("Town Paper", 1), Map.entry("Harbour Gazette", 1), Map.entry("Evening Post", 1));
        assertThat(listing.counts().get(MONTH))
                .as("of Town Paper")
                .containsOnly(Map.entry("2024-05", 1), Map.entry("2025-02", 1));
        assertThat(listing.counts().get(TOPIC)).as("of both").containsOnly(Map.entry("Transport", 1));
        assertThat(list("trams", ALL, ListOrder.NEWEST).counts().get(MONTH))
                .as("of those that hold the words; no month is a value too")
                .containsOnly(Map.entry("2024-05", 1), Map.entry("2025-02", 1), Map.entry("", 1));
    }

    @Test
    void theLastDaySeenAndTheIdsHoldForTheCountsToo() {
        SearchFilters seen = new SearchFilters(
                List.of(),
                List.of(new ArticleId("tram"), new ArticleId("bus")),
                LocalDate.MIN,
                LocalDate.parse("2024-12-31"));
        ArticleListing listing = list("", new ListFilters(seen, ANY, Map.of()), ListOrder.NEWEST);
        assertThat(ids(listing)).containsExactly("tram");
        assertThat(listing.counts().get(MONTH)).containsOnly(Map.entry("2024-05", 1));
    }

    @Test
    void aNewGenerationIsListedAtOnce(@TempDir Path other) {
        ArticleLists lists = new ArticleLists();
        try (Collection growing = Collection.ofQuadAndAukus(other)) {
            growing.update();
            try (IndexSnapshot snapshot = growing.index().snapshot()) {
                assertThat(lists.list(snapshot, "", ALL, ListOrder.NEWEST).articles())
                        .hasSize(2);
            }
            growing.without("quad.md").update();
            try (IndexSnapshot snapshot = growing.index().snapshot()) {
                assertThat(ids(lists.list(snapshot, "", ALL, ListOrder.NEWEST))).containsExactly("aukus");
                assertThat(ids(lists.list(snapshot, "Manila", ALL, ListOrder.NEWEST)))
                        .isEmpty();
            }
        }
    }
}
