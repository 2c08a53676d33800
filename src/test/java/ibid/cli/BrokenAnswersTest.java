package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.Turn;
import ibid.ask.Ask;
import ibid.ask.UserQuestion;
import ibid.eval.client.OriginalArticle;
import ibid.eval.dataset.TestCollection;
import ibid.eval.judge.CheckerJudge;
import ibid.eval.mutation.Mutation;
import ibid.eval.mutation.MutationReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ibid's own answers with errors of every kind, scored by the built-in check. {@code -Dquestions=500} asks all
 * questions that are not follow-ups, for the figures of eval/README.md.
 */
class BrokenAnswersTest {

    private static final int DEFAULT_QUESTIONS = 24;
    private static final double MIN_DETECTED_SHARE = 0.97;

    @TempDir
    private Path folder;

    @Test
    void theScorerSeesThatAnAnswerIsBroken() {
        try (Starter starter = new Starter(Path.of("corpus"), folder)) {
            MutationReport report = MutationReport.of(answers(starter), new CheckerJudge(starter.verifier()));
            System.out.println(report.table());
            report.escaped().forEach(one -> System.out.println("escaped: " + one));
            assertThat(report.kinds())
                    .allSatisfy((kind, seen) ->
                            assertThat(seen.made()).as("%s", kind).isPositive());
            assertThat(report.kinds())
                    .allSatisfy((kind, seen) -> assertThat(seen.made() - seen.seen())
                            .as("%s", kind)
                            .isLessThanOrEqualTo(Math.max(1, (int) ((1 - MIN_DETECTED_SHARE) * seen.made()))));
        }
    }

    /** Takes topics from the whole file, so that every kind is included. */
    private static List<Mutation.Given> answers(Starter starter) {
        var topics = TestCollection.read(Path.of("eval")).topics().stream()
                .filter(topic -> topic.follows().isEmpty())
                .toList();
        int wanted = Math.min(topics.size(), Integer.getInteger("questions", DEFAULT_QUESTIONS));
        List<Mutation.Given> answers = new ArrayList<>();
        Ask ask = starter.ask();
        for (int at = 0; at < wanted; at++) {
            var topic = topics.get(at * topics.size() / wanted);
            AnswerBody answer = AnswerBody.of(new Turn(
                    "id",
                    "c",
                    Instant.EPOCH,
                    topic.question(),
                    ask.answer(new UserQuestion(topic.question()), event -> {}),
                    1));
            Map<String, OriginalArticle> articles = new HashMap<>();
            for (FootnoteBody footnote : answer.footnotes()) {
                String id = footnote.article().id();
                starter.original(id).ifPresent(original -> articles.put(id, original));
            }
            answers.add(new Mutation.Given(topic.id(), topic.outcome(), answer, articles));
        }
        return answers;
    }
}
