package ibid.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.Json;
import ibid.eval.analysis.MeasureNote;
import ibid.eval.analysis.RunChanges;
import ibid.eval.client.OriginalArticle;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.mutation.EditedAnswer;
import ibid.eval.mutation.Mutation;
import ibid.eval.report.Findings;
import ibid.eval.statistics.Tally;
import ibid.language.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hand-made results for tests. */
public final class Results {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Results() {}

    public static Topic topic(String id, String kind, String right) {
        return new Topic(id, kind, right, "", "What is " + id + "?", id.startsWith("f") ? "fresh" : "seen", "");
    }

    /** An answer of one sentence with one footnote, or a refusal. */
    public static ObjectNode answer(String outcome, String sentence) {
        ObjectNode answer = JSON.createObjectNode()
                .put("id", "a")
                .put("conversation_id", "c")
                .put("outcome", outcome)
                .put("query", "What is it?")
                .put("confidence", 0.6);
        if (outcome.equals("abstained")) {
            return answer.put("text", "").put("missing", "None of the passages found answers the question.");
        }
        answer.put("text", sentence + " [1]");
        answer.withArray("/sentences")
                .addObject()
                .put("text", sentence)
                .withArray("/footnotes")
                .add(1);
        ObjectNode footnote =
                answer.withArray("/footnotes").addObject().put("number", 1).put("passage_id", "ferry#0");
        footnote.putObject("article")
                .put("id", "ferry")
                .put("title", "The <ferry>")
                .put("publisher", "Harbour Gazette");
        footnote.putObject("quote").put("exact", sentence).put("start", 0).put("end", sentence.length());
        footnote.putObject("support").put("label", "full");
        answer.putObject("usage").put("tokens_in", 120).put("tokens_out", 20);
        answer.putObject("writer").put("model", "test");
        return answer;
    }

    /** Parses an answer as a client does. */
    public static AnswerBody body(ObjectNode answer) {
        return Json.readLenient(answer.toString(), AnswerBody.class, "the test's answer");
    }

    /** Parses an article as a client does. */
    public static ArticleBody article(JsonNode article) {
        return Json.readLenient(article.toString(), ArticleBody.class, "the test's article");
    }

    /** A result with the scores of a refusal, or of an answer with that share of the vital nuggets. */
    public static TopicResult result(
            String id, String kind, String right, String did, double vital, double millis, String... breaches) {
        Topic topic = topic(id, kind, right);
        Map<String, Tally> scores = new LinkedHashMap<>();
        scores.put("outcome_right", Tally.score(right.equals(did)));
        scores.put(
                topic.unanswerable() ? "refused_of_unanswerable" : "refused_of_answerable",
                Tally.score(did.equals("abstained")));
        if (topic.answerable()) {
            scores.put("recall@5", Tally.score(0.5));
            scores.put("vital_nuggets", Tally.score(vital));
        }
        if (!did.equals("abstained")) {
            scores.put("faithfulness", new Tally(2, 3));
            scores.put("citation_recall", Tally.score(vital));
        }
        scores.put("invariant_breaches", Tally.score(breaches.length));
        String word = vital == 1 ? "full" : "contradicted";
        List<JudgedSentence> judged = did.equals("abstained")
                ? List.of()
                : List.of(new JudgedSentence(
                        "checker", "The ferry was sold.", List.of(1), word, vital, "the article says kept, not sold"));
        return new TopicResult(
                topic,
                body(answer(did, "The ferry was sold.")),
                List.of("ferry#0", "ferry#1"),
                scores,
                judged,
                List.of(breaches),
                new TopicResult.Millis(millis, millis + 2),
                List.of());
    }

    /** The same result for another topic. */
    public static TopicResult about(Topic topic, TopicResult result) {
        return new TopicResult(
                topic,
                result.answer(),
                result.ranking(),
                result.scores(),
                result.verdicts(),
                result.breaches(),
                result.millis(),
                result.alone());
    }

    /** A result with one failure of the judge. */
    public static TopicResult failed(TopicResult result) {
        Map<String, Tally> scores = new LinkedHashMap<>(result.scores());
        scores.put("judge_failures", Tally.score(1));
        return new TopicResult(
                result.topic(),
                result.answer(),
                result.ranking(),
                scores,
                result.verdicts(),
                result.breaches(),
                result.millis(),
                result.alone());
    }

    public static MeasuredRun measured(List<TopicResult> results) {
        return new MeasuredRun(RunManifest.unknown(), results);
    }

    /** Findings with a note, a measure outside its tolerance, and nuggets and judged passages for t2. */
    public static Findings findings(List<TopicResult> results, List<TopicResult> before) {
        TestCollection collection = new TestCollection(
                List.of(),
                List.of(new Nugget(
                        "t2",
                        "t2.1",
                        "It was <sold>",
                        true,
                        List.of(List.of("sold")),
                        List.of(new Nugget.Evidence("ferry", "It was sold.")))),
                new Qrels(Map.of("t2", Map.of("ferry#1", 2, "ferry#7", 1))));
        Optional<RunChanges> changes =
                before.isEmpty() ? Optional.empty() : Optional.of(new RunChanges(measured(before), measured(results)));
        RunManifest made = new RunManifest(Map.of("judge", "checker"));
        return new Findings(
                new MeasuredRun(made, results),
                collection,
                changes,
                List.of("recall@5: expected 0.900"),
                List.of(new MeasureNote("faithfulness", "as judged", "A <note>.")),
                Optional.empty());
    }

    /**
     * An answer of these sentences, with one article for each text of evidence; a refusal if there are no sentences.
     */
    public static Mutation.Given given(String topic, String right, CitedSentence... sentences) {
        ObjectNode answer = JSON.createObjectNode()
                .put("outcome", sentences.length == 0 ? "abstained" : "answered")
                .put("missing", "It is not said.")
                .put("text", "");
        answer.putArray("sentences");
        ArrayNode footnotes = answer.putArray("footnotes");
        Map<String, OriginalArticle> articles = new LinkedHashMap<>();
        for (CitedSentence cited : sentences) {
            ObjectNode sentence = answer.withArray("/sentences").addObject().put("text", cited.sentence());
            for (String words : cited.evidence()) {
                ObjectNode footnote = footnotes.addObject().put("number", footnotes.size());
                ObjectNode article = footnote.putObject("article")
                        .put("id", "a" + footnotes.size())
                        .put("title", "Article " + footnotes.size())
                        .put("publisher", "Paper " + "ABCDEFGH".charAt(footnotes.size() % 8))
                        .put("published", "2025-05-03");
                footnote.putObject("quote")
                        .put("exact", words)
                        .put("start", 0)
                        .put("end", words.codePointCount(0, words.length()));
                footnote.putObject("support").put("label", "full");
                sentence.withArray("/footnotes").add(footnotes.size());
                articles.put(article.path("id").asText(), new OriginalArticle(article(article), new Text(words)));
            }
        }
        Mutation.Given given = new Mutation.Given(topic, right, body(answer), articles);
        return sentences.length == 0
                ? given
                : new EditedAnswer(given).say(0, sentences[0].sentence()); // sets the text and the positions
    }

    public static final List<TopicResult> SOME = List.of(
            result("t1", "fact", "answered", "answered", 1, 10),
            result("t2", "fact", "answered", "abstained", 0, 20),
            result("f3", "several", "partial", "answered", 0.5, 30),
            result("f4", "unanswerable", "abstained", "abstained", 0, 40, "an abstained answer has footnotes"));
}
