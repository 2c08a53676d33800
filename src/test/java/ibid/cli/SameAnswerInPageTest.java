package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import ibid.api.AnswerBody;
import ibid.api.SentenceBody;
import ibid.ask.Answer;
import ibid.serve.Running;
import ibid.serve.SameAnswerTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The page shows the sentences and footnotes of the API, word for word, in a real browser. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class SameAnswerInPageTest {

    /** What one turn of the page shows; its footnotes stand article by article. */
    private static final String READ = """
            turns => turns.map(turn => ({
                outcome: turn.dataset.state,
                sentences: [...turn.querySelectorAll("ibid-prose .sentence")].map(sentence => [
                    sentence.querySelector(".words").textContent,
                    ...[...sentence.querySelectorAll("ibid-mark")].map(mark => mark.textContent.trim())]),
                footnotes: [...turn.querySelectorAll("ibid-footnotes ol li")].map(note => [
                    note.querySelector(".number").textContent,
                    note.querySelector("q").textContent]).sort(([one], [other]) => one - other)
            }))""";

    @TempDir
    private Path folder;

    static boolean there() {
        return Page.there();
    }

    /** The answers to all questions, asked by the API in one conversation, as the page opens it. */
    @Test
    void aConversationOfFiftyAnswersIsShownWordForWord() {
        try (Running server = Running.over(folder);
                Page browser = new Page()) {
            List<AnswerBody> answers = new ArrayList<>();
            String conversation = "";
            for (String question : SameAnswerTest.QUESTIONS) {
                answers.add(server.ask(question, conversation));
                conversation = answers.getFirst().asked().conversationId();
            }
            com.microsoft.playwright.Page page =
                    browser.open(server.url("/#/c/" + conversation), 1200, 900, ColorScheme.LIGHT);
            Locator turns = page.locator("ibid-turn");
            assertThat(turns).hasCount(answers.size());
            List<?> shown = (List<?>) turns.evaluateAll(READ);
            for (int at = 0; at < answers.size(); at++) {
                assertShown((Map<?, ?>) shown.get(at), answers.get(at));
            }
        }
    }

    /** An answer that comes in sentence by sentence ends as the one that the API gives at once. */
    @Test
    void askedInThePageTheAnswerIsTheSame() {
        try (Running server = Running.over(folder);
                Page browser = new Page()) {
            com.microsoft.playwright.Page page = browser.open(server.url("/"), 1200, 900, ColorScheme.LIGHT);
            for (int at : new int[] {0, 25, 33, 44}) {
                String question = SameAnswerTest.QUESTIONS.get(at);
                page.locator("ibid-bar a[href='#/']").last().click();
                page.getByLabel("Your question").fill(question);
                page.keyboard().press("Enter");
                Locator turn = page.locator("ibid-turn");
                assertThat(turn).hasCount(1);
                assertThat(turn).hasAttribute("data-state", Pattern.compile("answered|partial|abstained"));
                assertShown((Map<?, ?>) ((List<?>) turn.evaluateAll(READ)).getFirst(), server.ask(question, ""));
            }
        }
    }

    /** In the table of a comparison, a sentence on two sides stands in the rows of both. */
    private static Stream<SentenceBody> inRows(AnswerBody answer) {
        List<Answer.Side> sides = answer.evidence().sides();
        return sides.isEmpty()
                ? answer.sentences().stream()
                : sides.stream().flatMap(side -> side.sentences().stream()).map(answer.sentences()::get);
    }

    private static void assertShown(Map<?, ?> turn, AnswerBody answer) {
        String question = answer.asked().question();
        assertThat(String.valueOf(turn.get("outcome")))
                .as(question)
                .isEqualToIgnoringCase(answer.outcome().name());
        List<List<String>> sentences =
                inRows(answer).map(SameAnswerInPageTest::withMarks).toList();
        List<List<String>> footnotes = answer.footnotes().stream()
                .map(note -> List.of(String.valueOf(note.number()), note.quote().exact()))
                .toList();
        assertThat(turn.get("sentences")).as(question).isEqualTo(sentences);
        assertThat(turn.get("footnotes")).as(question).isEqualTo(footnotes);
    }

    private static List<String> withMarks(SentenceBody sentence) {
        List<String> words = new ArrayList<>(List.of(sentence.text()));
        sentence.footnotes().forEach(number -> words.add(String.valueOf(number)));
        return words;
    }
}
