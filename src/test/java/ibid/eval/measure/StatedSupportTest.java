package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.eval.client.OriginalArticle;
import ibid.eval.judge.Judge;
import ibid.eval.judge.ScriptedJudge;
import ibid.eval.run.Results;
import ibid.language.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatedSupportTest {

    private static final Text FERRY = new Text("Anna Berg sold it. She was glad of two crowns.");

    private static ObjectNode answer(String sentence, String quote, String stated) {
        ObjectNode answer = Results.answer("answered", sentence);
        ObjectNode footnote = (ObjectNode) answer.path("footnotes").path(0);
        footnote.putObject("support").put("label", stated);
        ((ObjectNode) footnote.path("quote"))
                .put("exact", quote)
                .put("start", 19)
                .put("end", 46);
        ((ObjectNode) answer.path("sentences").path(0)).put("support", stated);
        return answer;
    }

    private static List<String> breaches(ObjectNode answer, Judge checks) {
        return new StatedSupport(
                        id -> Optional.of(new OriginalArticle(
                                Results.article(answer.path("footnotes").path(0).path("article")), FERRY)),
                        checks)
                .breaches(Results.body(answer));
    }

    @Test
    void theArticlesOwnWordsHaveFullSupport() {
        ScriptedJudge asked = ScriptedJudge.byLetters();
        assertThat(breaches(
                        answer("She [Anna Berg] was glad of two crowns.", "She was glad of two crowns.", "full"),
                        asked))
                .isEmpty();
        assertThat(breaches(answer("She was glad of two crowns.", "She was glad of two crowns.", "none"), asked))
                .hasSize(2)
                .first()
                .asString()
                .contains("footnote 1 states the support none but the check gives full");
        assertThat(asked.asked()).isEmpty();
    }

    @Test
    void otherWordsHaveTheSupportThatTheServersOwnCheckGives() {
        assertThat(breaches(
                        answer("Two crowns.", "She was glad of two crowns.", "full"),
                        new ScriptedJudge((claim, evidence) -> ScriptedJudge.partial())))
                .hasSize(2);
        assertThat(breaches(
                        answer("Two crowns.", "She was glad of two crowns.", "partial"),
                        new ScriptedJudge((claim, evidence) -> ScriptedJudge.partial())))
                .isEmpty();
    }

    @Test
    void aFragmentOfTheArticlesWordsIsNotTheArticlesSentence() {
        assertThat(breaches(
                        answer("She was glad", "She was glad of two crowns.", "full"),
                        new ScriptedJudge((claim, evidence) -> ScriptedJudge.none())))
                .hasSize(2);
    }

    @Test
    void aNameTheArticleDoesNotHaveThereNeverHasFullSupport() {
        assertThat(breaches(
                        answer("She [Ida Holm] was glad of two crowns.", "She was glad of two crowns.", "full"),
                        new ScriptedJudge((claim, evidence) -> ScriptedJudge.full())))
                .hasSize(2);
    }
}
