package ibid.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.statistics.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A result as a line of {@code results.jsonl}, and back. */
final class ResultJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultJson() {}

    static ObjectNode of(TopicResult result) {
        Topic topic = result.topic();
        ObjectNode json = JSON.createObjectNode()
                .put("topic", topic.id())
                .put("kind", topic.kind())
                .put("right", topic.outcome())
                .put("follows", topic.follows())
                .put("split", topic.split())
                .put("question", topic.question())
                .put("alone", topic.alone())
                .put("filters", topic.filters())
                .put("outcome", result.outcome());
        ObjectNode scores = json.putObject("scores");
        result.scores()
                .forEach((measure, tally) ->
                        scores.putArray(measure).add(tally.got()).add(tally.of()));
        for (JudgedSentence judged : result.verdicts()) {
            ObjectNode verdict = json.withArray("/judged")
                    .addObject()
                    .put("judge", judged.judge())
                    .put("sentence", judged.sentence());
            judged.footnotes().forEach(verdict.putArray("footnotes")::add);
            verdict.put("word", judged.word()).put("score", judged.score()).put("reason", judged.reason());
        }
        result.breaches().forEach(json.withArray("/breaches")::add);
        result.ranking().forEach(json.putArray("ranking")::add);
        json.putObject("millis")
                .put("first", result.millis().first())
                .put("whole", result.millis().whole());
        json.set("answer", result.answer());
        result.alone().ifPresent(answer -> json.set("answer_alone", answer));
        return json;
    }

    static TopicResult read(JsonNode json) {
        Map<String, Tally> scores = new LinkedHashMap<>();
        json.path("scores")
                .properties()
                .forEach(score -> scores.put(
                        score.getKey(),
                        new Tally(
                                score.getValue().path(0).asDouble(),
                                score.getValue().path(1).asDouble())));
        List<JudgedSentence> judged = new ArrayList<>();
        for (JsonNode one : json.path("judged")) {
            List<Integer> footnotes = new ArrayList<>();
            one.path("footnotes").forEach(number -> footnotes.add(number.asInt()));
            judged.add(new JudgedSentence(
                    one.path("judge").asText(),
                    one.path("sentence").asText(),
                    footnotes,
                    one.path("word").asText(),
                    one.path("score").asDouble(),
                    one.path("reason").asText()));
        }
        Topic topic = new Topic(
                json.path("topic").asText(),
                json.path("kind").asText(),
                json.path("right").asText(),
                json.path("follows").asText(),
                json.path("question").asText(),
                json.path("split").asText(),
                json.path("alone").asText(),
                json.path("filters").asText());
        return new TopicResult(
                topic,
                json.path("answer"),
                texts(json.path("ranking")),
                scores,
                judged,
                texts(json.path("breaches")),
                new TopicResult.Millis(
                        json.path("millis").path("first").asDouble(),
                        json.path("millis").path("whole").asDouble()),
                Optional.of(json.path("answer_alone")).filter(answer -> !answer.isMissingNode()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
