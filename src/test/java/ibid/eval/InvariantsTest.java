package ibid.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each invariant is broken once, so that the check cannot pass by looking away. */
class InvariantsTest {

    private static final String SOUND = """
            {"outcome": "answered", "text": "One. [1] Two. [2][1]",
             "sentences": [{"text": "One.", "start": 0, "end": 4, "footnotes": [1]}, {"text": "Two.", "start": 9, "end": 13, "footnotes": [2, 1]}],
             "footnotes": [{"number": 1, "article": {"id": "a"}, "quote": {"exact": "One.", "start": 0, "end": 4}},
                           {"number": 2, "article": {"id": "a"}, "quote": {"exact": "Two.", "start": 5, "end": 9}}]}""";

    private static List<String> breaches(Consumer<ObjectNode> damage) throws Exception {
        ObjectNode answer = (ObjectNode) new ObjectMapper().readTree(SOUND);
        damage.accept(answer);
        return Invariants.breaches(answer, id -> id.equals("a") ? Optional.of("One. Two.") : Optional.empty());
    }

    private static ObjectNode footnote(ObjectNode answer, int at) {
        return (ObjectNode) answer.path("footnotes").path(at);
    }

    @Test
    void aSoundAnswerHasNoBreach() throws Exception {
        assertThat(breaches(answer -> { })).isEmpty();
    }

    @Test
    void aMarkWithoutAFootnoteIsABreach() throws Exception {
        assertThat(breaches(answer -> answer.put("text", "One. [1] Two. [2][3]"))).isNotEmpty();
    }

    @Test
    void aGapInTheNumbersIsABreach() throws Exception {
        assertThat(breaches(answer -> footnote(answer, 1).put("number", 3))).isNotEmpty();
    }

    @Test
    void numbersOutOfOrderAreABreach() throws Exception {
        assertThat(breaches(answer -> answer.put("text", "One. [2] Two. [1][2]"))).anyMatch(breach -> breach.contains("out of order"));
    }

    @Test
    void aQuoteThatIsNotToTheLetterIsABreach() throws Exception {
        assertThat(breaches(answer -> ((ObjectNode) footnote(answer, 0).path("quote")).put("exact", "one."))).anyMatch(breach -> breach.contains("to the letter"));
    }

    @Test
    void anArticleThatIsNotThereIsABreach() throws Exception {
        assertThat(breaches(answer -> ((ObjectNode) footnote(answer, 0).path("article")).put("id", "b"))).anyMatch(breach -> breach.contains("not there"));
    }

    @Test
    void anAbstainedAnswerWithFootnotesIsABreach() throws Exception {
        assertThat(breaches(answer -> answer.put("outcome", "abstained"))).anyMatch(breach -> breach.contains("abstained"));
    }

    @Test
    void aSentenceAtTheWrongPlaceIsABreach() throws Exception {
        assertThat(breaches(answer -> ((ObjectNode) answer.path("sentences").path(1)).put("start", 8))).anyMatch(breach -> breach.contains("not at its place"));
    }
}
