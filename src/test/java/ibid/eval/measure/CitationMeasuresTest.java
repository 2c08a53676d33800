package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.Json;
import ibid.eval.client.OriginalArticle;
import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import ibid.eval.judge.ScriptedJudge;
import ibid.language.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Examples computed by hand. The judge gives full support if a text has all letters of the claim, and partial support
 * if it has some.
 */
class CitationMeasuresTest {

    private static CitedSentence cited(String sentence, String... evidence) {
        return new CitedSentence(sentence, List.of(evidence));
    }

    private static Alce alce(CitedSentence... answer) {
        return Alce.of(List.of(answer), ScriptedJudge.byLetters());
    }

    @Test
    void aSentenceIsRecalledIfItsCitationsSupportItTogether() {
        Alce alce = alce(cited("ab", "a", "b"), cited("cd", "c"), cited("e"), cited("f", "f"));
        assertThat(alce.recall()).isEqualTo(2.0 / 4);
        assertThat(alce.precision()).isEqualTo(3.0 / 4);
    }

    @Test
    void aCitationThatTheOthersDoNotNeedIsNotPrecise() {
        assertThat(alce(cited("ab", "ab", "x")).precision()).isEqualTo(1.0 / 2);
        assertThat(alce(cited("ab", "ab", "ba")).precision())
                .as("each says all of it")
                .isOne();
        assertThat(alce(cited("ab", "a", "b", "a")).precision())
                .as("either “a” could be left out")
                .isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void citationsOfASentenceThatIsNotRecalledAreNotPrecise() {
        assertThat(alce(cited("abc", "a", "b")).precision()).isZero();
    }

    @Test
    void anEmptyAnswerScoresNothing() {
        assertThat(alce().recall()).isZero();
        assertThat(alce().precision()).isZero();
        assertThat(alce(cited("a")).precision()).isZero();
    }

    @Test
    void aFailingJudgeIsCountedAsNoSupport() {
        Alce alce = alce(cited("a", "?"), cited("b", "b"));
        assertThat(alce.failures()).isOne();
        assertThat(alce.recall()).isEqualTo(1.0 / 2);
        assertThat(alce.citations()).isEqualTo(2);
    }

    private static final TrecSupport SUPPORT = TrecSupport.of(
            List.of(cited("ab", "a", "ab"), cited("cd", "x"), cited("e"), cited("f", "f", "x")),
            ScriptedJudge.byLetters());

    @Test
    void precisionIsOverEveryPairOfSentenceAndCitation() {
        assertThat(SUPPORT.weightedPrecision()).isEqualTo((0.5 + 1 + 0 + 1 + 0) / 5);
    }

    @Test
    void recallIsOverEverySentenceByItsBestCitation() {
        assertThat(SUPPORT.weightedRecall()).isEqualTo((1.0 + 0 + 0 + 1) / 4);
    }

    @Test
    void withOneCitationASentencePrecisionIsRecall() {
        TrecSupport support = TrecSupport.of(List.of(cited("ab", "a"), cited("c", "c")), ScriptedJudge.byLetters());
        assertThat(support.weightedPrecision())
                .isEqualTo(support.weightedRecall())
                .isEqualTo(0.75);
    }

    @Test
    void supportCountsFailuresSeparately() {
        TrecSupport support = TrecSupport.of(List.of(cited("a", "?", "a")), ScriptedJudge.byLetters());
        assertThat(support.failures()).isOne();
        assertThat(support.weightedPrecision()).isEqualTo(0.5);
        assertThat(new TrecSupport(List.of(), 0).weightedRecall()).isZero();
    }

    @Test
    void onlyATrueSourceAndANameBeforeTheQuoteAreRemoved() throws IOException {
        String answer = """
                {"sentences": [
                  {"text": "Harbour Post, 3 May 2024: “It [the port] is shut.”", "footnotes": [1]},
                  {"text": "Harbour Post, 4 May 2024: “It is shut.”", "footnotes": [1]},
                  {"text": "Harbour Post, 3 May 2024, denying it all: “It is shut.”", "footnotes": [1]},
                  {"text": "It [the Pope] is shut.", "footnotes": [1]},
                  {"text": "Harbour Post: It is shut.", "footnotes": [1, 2]},
                  {"text": "“An unsigned piece”: “It is open.”", "footnotes": [2]},
                  {"text": "Harbour Post reporters say: it is shut.", "footnotes": []}],
                 "footnotes": [
                  {"article": {"id": "a"}, "quote": {"exact": "It is shut.", "start": 19, "end": 30}},
                  {"article": {"id": "b"}, "quote": {"exact": "It is open.", "start": 0, "end": 11}}]}""";
        Map<String, OriginalArticle> originals = Map.of(
                "a",
                original(
                        "{\"publisher\": \"Harbour Post\", \"author\": null, \"title\": \"Shut\", "
                                + "\"published\": \"2024-05-03\"}",
                        "We saw the port. –– It is shut. The Pope came."),
                "b",
                original("{\"publisher\": null, \"author\": null, \"title\": \"An unsigned piece\"}", "It is open."));
        assertThat(CitedSentence.of(
                        Json.readLenient(answer, AnswerBody.class, "the answer"),
                        id -> Optional.ofNullable(originals.get(id))))
                .containsExactly(
                        cited("It is shut.", "It is shut."),
                        cited("Harbour Post, 4 May 2024: “It is shut.”", "It is shut."),
                        cited("Harbour Post, 3 May 2024, denying it all: “It is shut.”", "It is shut."),
                        new CitedSentence("It [the Pope] is shut.", List.of("It is shut."), "the Pope"),
                        cited("It is shut.", "It is shut.", "It is open."),
                        cited("It is open.", "It is open."),
                        cited("Harbour Post reporters say: it is shut."));
    }

    private static OriginalArticle original(String source, String text) throws IOException {
        return new OriginalArticle(Json.readLenient(source, ArticleBody.class, "the article"), new Text(text));
    }

    @Test
    void noJudgeIsAskedOfASentenceWithWordsTheArticleDoesNotHave() {
        List<CitedSentence> cited = List.of(
                new CitedSentence("It [the Pope] is shut.", List.of("It is shut."), "the Pope"),
                cited("It is shut.", "It is shut."));
        Judge kind =
                CitedSentence.rejectingUnfounded(cited, new ScriptedJudge((claim, evidence) -> ScriptedJudge.full()));
        assertThat(Alce.of(cited, kind).recall()).isEqualTo(0.5);
        assertThat(TrecSupport.of(cited, kind).weightedRecall()).isEqualTo(0.5);
        assertThat(kind.judge("It [the Pope] is shut.", List.of("The Pope is shut.")))
                .isInstanceOfSatisfying(
                        Judgement.Given.class,
                        given -> assertThat(given.reason()).contains("the Pope"));
    }
}
