package ibid.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.index.Chunker;
import ibid.index.Passage;
import ibid.language.Span;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The project's own topics over its own articles. */
class TestCollectionTest {

    private static TestCollection collection;
    private static Map<String, Article> articles;

    @BeforeAll
    static void read() {
        collection = TestCollection.read(Path.of("eval"));
        articles = new CorpusFolder(Path.of("corpus"))
                .files().stream()
                        .map(new CorpusReader()::read)
                        .flatMap(result -> result.toOptional().stream())
                        .collect(Collectors.toMap(article -> article.id().value(), article -> article));
    }

    @Test
    void thereAreEnoughTopicsOfEachKind() {
        Map<String, Long> kinds =
                collection.topics().stream().collect(Collectors.groupingBy(Topic::kind, Collectors.counting()));
        assertThat(collection.topics()).hasSizeGreaterThanOrEqualTo(250);
        assertThat(kinds.keySet())
                .containsExactlyInAnyOrder(
                        "fact",
                        "speaker",
                        "several",
                        "overview",
                        "time",
                        "disagreement",
                        "follow-up",
                        "false-premise",
                        "unanswerable");
        assertThat(collection.topics())
                .filteredOn(topic -> topic.outcome().equals("abstained"))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void aFollowUpFollowsATopicBeforeIt() {
        Set<String> seen = new HashSet<>();
        for (Topic topic : collection.topics()) {
            if (!topic.follows().isEmpty()) {
                assertThat(seen).as(topic.id()).contains(topic.follows());
            }
            assertThat(seen.add(topic.id())).as(topic.id()).isTrue();
        }
    }

    @Test
    void everyFollowUpHasItsStandAloneForm() {
        assertThat(collection.topics())
                .filteredOn(topic -> !topic.follows().isEmpty())
                .hasSizeGreaterThan(30)
                .allSatisfy(topic -> assertThat(topic.alone()).as(topic.id()).isNotEmpty());
        assertThat(collection.topics()).extracting(Topic::split).containsOnly("seen", "fresh");
    }

    @Test
    void labelledClaimsHaveEvidenceFromTheArticles() {
        String all = articles.values().stream()
                .map(article -> article.text().value().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
        List<LabelledClaim> claims = LabelledClaim.read(Path.of("eval/labelled.jsonl"));
        assertThat(claims)
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(claim -> assertThat(claim.evidence())
                        .allSatisfy(words -> assertThat(all).contains(words)));
        assertThat(claims.stream().collect(Collectors.groupingBy(LabelledClaim::label, Collectors.counting())))
                .hasSize(4)
                .allSatisfy((label, count) -> assertThat(count).isGreaterThanOrEqualTo(9));
    }

    @Test
    void answerableTopicsHaveAVitalNuggetAndOthersNone() {
        assertThat(collection.topics()).allSatisfy(topic -> {
            List<Nugget> nuggets = collection.nuggets(topic.id());
            if (topic.outcome().equals("abstained")) {
                assertThat(nuggets).as(topic.id()).isEmpty();
            } else {
                assertThat(nuggets).as(topic.id()).anyMatch(Nugget::vital);
            }
        });
    }

    @Test
    void everyQuoteIsInItsArticle() {
        assertThat(collection.nuggets())
                .allSatisfy(nugget -> assertThat(nugget.evidence())
                        .allSatisfy(evidence -> assertThat(
                                        articles.get(evidence.article()).text().value())
                                .as(nugget.id())
                                .contains(evidence.exact())));
    }

    @Test
    void judgementsAreThoseTheQuotesGive() throws IOException {
        assertThat(Files.readString(Path.of("eval/qrels.txt")))
                .as("run ./ibid eval draft --qrels")
                .isEqualTo(Qrels.from(collection.nuggets(), id -> cut(articles.get(id)))
                        .lines());
    }

    @Test
    void theStarterCorpusIsWhatItShouldBe() {
        assertThat(articles).hasSizeGreaterThanOrEqualTo(20);
        assertThat(articles.values()).allSatisfy(article -> {
            assertThat(article.text().value().split("\\s+").length)
                    .as(article.file())
                    .isBetween(400, 900);
            assertThat(article.imprint().author()).isEqualTo("Ibid");
            assertThat(article.imprint().publishedOn()).as(article.file()).isPresent();
            assertThat(article.notes())
                    .as(article.file())
                    .isNotEmpty()
                    .allSatisfy(note -> assertThat(note.anchors()).isNotEmpty());
            assertThat(Files.readString(Path.of("corpus/SOURCES.md"))).contains("`" + article.file() + "`");
        });
    }

    private static Qrels.CutArticle cut(Article article) {
        Map<String, Span> passages = new LinkedHashMap<>();
        for (Passage passage : Chunker.chunk(article)) {
            passages.put(passage.id().toString(), passage.span());
        }
        return new Qrels.CutArticle(article.text(), passages);
    }
}
