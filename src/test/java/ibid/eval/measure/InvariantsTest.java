package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.eval.client.OriginalArticle;
import ibid.eval.run.Results;
import ibid.language.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each invariant is broken once, so that a check that does nothing fails. */
class InvariantsTest {

    private static final String SOUND = """
            {"outcome": "answered", "text": "One. [1] Two. [2][1]",
             "sentences": [{"text": "One.", "start": 0, "end": 4, "footnotes": [1]}, {"text": "Two.", "start": 9, \
             "end": 13, "footnotes": [2, 1]}],
             "footnotes": [{"number": 1, "article": {"id": "a", "title": "T", "publisher": "P", "author": null, \
             "published": "2025-05-03", "url": null}, "quote": {"exact": "One.", "prefix": "", "suffix": " Two", \
             "start": 0, "end": 4}, "support": {"label": "full"}},
                           {"number": 2, "article": {"id": "a", "title": "T", "publisher": "P", "author": null, \
                            "published": "2025-05-03", "url": null}, "quote": {"exact": "Two.", "prefix": "One. ", \
                            "suffix": "", "start": 5, "end": 9}, "support": {"label": "full"}}]}""";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> breaches(Consumer<ObjectNode> damage) throws Exception {
        ObjectNode answer = (ObjectNode) JSON.readTree(SOUND);
        OriginalArticle original = new OriginalArticle(
                Results.article(answer.path("footnotes").path(0).path("article")), new Text("One. Two."));
        damage.accept(answer);
        return Invariants.breaches(
                Results.body(answer), id -> id.equals("a") ? Optional.of(original) : Optional.empty());
    }

    private static ObjectNode footnote(ObjectNode answer, int at) {
        return (ObjectNode) answer.path("footnotes").path(at);
    }

    @Test
    void aSoundAnswerHasNoBreach() throws Exception {
        assertThat(breaches(answer -> {})).isEmpty();
    }

    @Test
    void aMarkWithoutAFootnoteIsABreach() throws Exception {
        assertThat(breaches(answer -> answer.put("text", "One. [1] Two. [2][3]")))
                .isNotEmpty();
    }

    @Test
    void aGapInTheNumbersIsABreach() throws Exception {
        assertThat(breaches(answer -> footnote(answer, 1).put("number", 3))).isNotEmpty();
    }

    @Test
    void numbersOutOfOrderAreABreach() throws Exception {
        assertThat(breaches(answer -> answer.put("text", "One. [2] Two. [1][2]")))
                .anyMatch(breach -> breach.contains("out of order"));
    }

    @Test
    void aQuoteThatIsNotExactIsABreach() throws Exception {
        assertThat(breaches(answer -> ((ObjectNode) footnote(answer, 0).path("quote")).put("exact", "one.")))
                .anyMatch(breach -> breach.contains("exactly"));
    }

    @Test
    void wrongWordsAroundAQuoteAreABreach() throws Exception {
        assertThat(breaches(answer -> ((ObjectNode) footnote(answer, 1).path("quote")).put("prefix", "Two. ")))
                .singleElement()
                .asString()
                .contains("round its quote");
    }

    @Test
    void aWrongImprintIsABreach() throws Exception {
        for (String field : List.of("title", "publisher", "author", "published", "url")) {
            assertThat(breaches(answer -> ((ObjectNode) footnote(answer, 1).path("article")).put(field, "1999-04-01")))
                    .singleElement()
                    .asString()
                    .contains("footnote 2 gives the " + field);
        }
        assertThat(breaches(answer -> ((ObjectNode) footnote(answer, 1).path("article")).putNull("publisher")))
                .singleElement()
                .asString()
                .contains("the article has “P”");
    }

    @Test
    void aRepeatedSentenceIsABreachUnderAnySourceName() throws Exception {
        assertThat(breaches(answer -> {
                    answer.put("text", "One. [1] P: “One.” [2][1]");
                    ((ObjectNode) answer.path("sentences").path(1))
                            .put("text", "P: “One.”")
                            .put("end", 18);
                }))
                .singleElement()
                .asString()
                .contains("is repeated: One.");
    }

    @Test
    void wordsThatBelongToNoSentenceAreABreach() throws Exception {
        assertThat(breaches(answer -> answer.put("text", "One. [1] Two. [2][1] Three.")))
                .singleElement()
                .asString()
                .contains("belong to no sentence: Three.");
    }

    @Test
    void anAbstainedAnswerThatSaysSomethingIsABreach() throws Exception {
        assertThat(breaches(answer -> answer.put("outcome", "abstained").put("missing", "All.")))
                .anyMatch(breach -> breach.contains("has text"));
    }

    @Test
    void anUnknownArticleIsABreach() throws Exception {
        assertThat(breaches(answer -> ((ObjectNode) footnote(answer, 0).path("article")).put("id", "b")))
                .anyMatch(breach -> breach.contains("does not exist"));
    }

    @Test
    void anAbstainedAnswerWithFootnotesIsABreach() throws Exception {
        assertThat(breaches(answer -> answer.put("outcome", "abstained")))
                .anyMatch(breach -> breach.contains("abstained"));
    }

    @Test
    void aSentenceAtTheWrongPlaceIsABreach() throws Exception {
        assertThat(breaches(answer -> ((ObjectNode) answer.path("sentences").path(1)).put("start", 8)))
                .anyMatch(breach -> breach.contains("not at its place"));
    }
}
