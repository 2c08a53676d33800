package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.eval.chat.ChatServer;
import ibid.eval.client.ApiClient;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.CheckerJudge;
import ibid.eval.run.Evaluation;
import ibid.eval.run.IbidServer;
import ibid.eval.run.MeasuredServer;
import ibid.eval.run.OpenAiServer;
import ibid.eval.run.TopicResult;
import ibid.verify.Verifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ibid measured over its own API and over its OpenAI route, as a rival would be. */
class ChatEvaluationTest {

    private static final TestCollection TOPICS = new TestCollection(
            List.of(
                    topic("t1", "answered", "", "How much was the ferry Aurelia sold for?"),
                    topic("t2", "answered", "t1", "When was the sale announced?"),
                    topic("t3", "answered", "", "Why did the insurers refuse the engines?"),
                    topic("t4", "answered", "", "What do the articles say about the ferry?"),
                    topic("t5", "abstained", "", "What did Kylie Minogue do?")),
            List.of(
                    new Nugget("t1", "n1", "the price", true, List.of(List.of("million")), List.of()),
                    new Nugget("t3", "n3", "the engines", true, List.of(List.of("engines")), List.of())),
            new Qrels(Map.of()));

    @TempDir
    private Path folder;

    private static Topic topic(String id, String outcome, String follows, String question) {
        return new Topic(id, "fact", outcome, follows, question, "", "");
    }

    private static List<TopicResult> measured(MeasuredServer server) {
        return new Evaluation(TOPICS, Map.of("checker", new CheckerJudge(new Verifier())), server)
                .run(List.of(), result -> {}, (asked, total) -> {});
    }

    @Test
    void bothRoutesScoreTheSame() {
        try (Running server = Running.over(folder);
                ApiClient api = new ApiClient(server.url(""));
                ChatServer chat = new ChatServer(server.url(""), "", "", Map.of())) {
            List<TopicResult> own = measured(new IbidServer(api)), foreign = measured(new OpenAiServer(chat));
            assertThat(foreign).extracting(TopicResult::breaches).containsOnly(List.of());
            for (int at = 0; at < own.size(); at++) {
                TopicResult one = own.get(at), other = foreign.get(at);
                assertThat(other.abstained()).as(one.topic().id()).isEqualTo(one.abstained());
                assertThat(other.answer().sentences().size())
                        .as(other.answer().text())
                        .isEqualTo(one.answer().sentences().size());
                for (String measure : List.of(
                        "vital_nuggets",
                        "citation_recall",
                        "support_precision",
                        "refused_of_answerable",
                        "sentences_per_answer")) {
                    assertThat(other.scores().get(measure))
                            .as(measure)
                            .isEqualTo(one.scores().get(measure));
                }
            }
            assertThat(own)
                    .extracting(result -> result.answer().sentences().size())
                    .contains(0)
                    .anyMatch(size -> size > 2);
        }
    }
}
