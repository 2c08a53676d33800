package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.article.Article;
import ibid.eval.analysis.ExpectedValues;
import ibid.eval.client.ApiClient;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.CheckerJudge;
import ibid.eval.report.TextReport;
import ibid.eval.run.Evaluation;
import ibid.eval.run.IbidServer;
import ibid.model.PassageReader;
import ibid.search.Hit;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a broken build fails the evaluation by {@code eval/expected.tsv}. Uses every sixth conversation, with the
 * tolerances of the full set around the values of an unbroken build.
 */
class EvalGateTest {

    private static final int STEP = 6;

    @TempDir
    private static Path folder;

    private static TestCollection some;
    private static ExpectedValues expected;

    @BeforeAll
    static void measureTheUnbroken() throws IOException {
        TestCollection all = TestCollection.read(Path.of("eval"));
        List<Topic> wanted = new ArrayList<>();
        for (int at = 0; at < all.conversations().size(); at += STEP) {
            wanted.addAll(all.conversations().get(at));
        }
        some = all.filter(wanted::contains);
        expected = about(measures(part -> part, part -> part, answer -> {}));
    }

    /** The expected measures with their tolerances, around the values just measured. */
    private static ExpectedValues about(Map<String, Double> measured) throws IOException {
        List<ExpectedValues.Line> held = ExpectedValues.read(Path.of("eval/expected.tsv")).lines().stream()
                .filter(line -> measured.containsKey(line.measure()))
                .toList();
        List<ExpectedValues.Line> lines = new ArrayList<>();
        for (ExpectedValues.Line line : held) {
            lines.add(new ExpectedValues.Line(line.measure(), measured.get(line.measure()), line.tolerance()));
        }
        return new ExpectedValues(lines);
    }

    private static Map<String, Double> measures(
            UnaryOperator<Retriever> retrieving, UnaryOperator<PassageReader> reading, Consumer<ObjectNode> spoil)
            throws IOException {
        try (Served served = new Served(folder, retrieving, reading);
                Tampering tampering = new Tampering(served.url(), spoil);
                ApiClient client = new ApiClient(tampering.url())) {
            return new TextReport(new Evaluation(
                                    some,
                                    Map.of("checker", new CheckerJudge(served.verifier())),
                                    new IbidServer(client))
                            .run(List.of(), result -> {}, (done, total) -> {}))
                    .measures();
        }
    }

    @Test
    void theSameBuildPassesAgain() throws IOException {
        assertThat(some.topics()).hasSizeGreaterThan(45);
        assertThat(expected.outside(measures(part -> part, part -> part, answer -> {})))
                .isEmpty();
    }

    @Test
    void passagesInAnyOrderAreSeen() throws IOException {
        assertThat(expected.outside(measures(ShuffledRetriever::new, part -> part, answer -> {})))
                .anyMatch(line -> line.contains("recall@5"))
                .anyMatch(line -> line.contains("ndcg@10"));
    }

    /** Returns the real hits in any order. */
    private record ShuffledRetriever(Retriever real) implements Retriever {

        @Override
        public Ranking retrieve(Query query, int depth) {
            return shuffled(real.retrieve(query, depth));
        }

        @Override
        public List<Ranking> retrieve(List<Query> queries, ToIntFunction<Query> depth) {
            return real.retrieve(queries, depth).stream()
                    .map(ShuffledRetriever::shuffled)
                    .toList();
        }

        @Override
        public String generation() {
            return real.generation();
        }

        @Override
        public boolean holds(Article article) {
            return real.holds(article);
        }

        private static Ranking shuffled(Ranking ranking) {
            List<Hit> hits = new ArrayList<>(ranking.hits());
            Collections.shuffle(hits, new Random(ranking.query().text().hashCode()));
            return new Ranking(ranking.query(), ranking.terms(), hits, ranking.generation());
        }
    }

    @Test
    void sentencesWithoutTheirFootnotesAreSeen() throws IOException {
        assertThat(expected.outside(measures(part -> part, part -> part, EvalGateTest::dropEverySecondFootnote)))
                .anyMatch(line -> line.contains("citation_recall"))
                .anyMatch(line -> line.contains("invariant_breaches"));
    }

    /** The marks of the other sentences are unchanged. */
    private static void dropEverySecondFootnote(ObjectNode answer) {
        ArrayNode footnotes = (ArrayNode) answer.path("footnotes");
        for (int at = footnotes.size() - 1; at >= 0; at--) {
            int number = footnotes.get(at).path("number").asInt();
            if (number % 2 == 0 || footnotes.size() == 1) {
                footnotes.remove(at);
            } else {
                continue;
            }
            for (JsonNode sentence : answer.path("sentences")) {
                ArrayNode marks = (ArrayNode) sentence.path("footnotes");
                for (int mark = marks.size() - 1; mark >= 0; mark--) {
                    if (marks.get(mark).asInt() == number) {
                        marks.remove(mark);
                    }
                }
            }
            answer.put("text", answer.path("text").asText().replace("[" + number + "]", ""));
        }
    }

    /** A reader that is certain of every passage, so that hardly any question is refused. */
    @Test
    void neverRefusingIsSeen() throws IOException {
        UnaryOperator<PassageReader> sure = real -> (question, passage, sentences) -> {
            PassageReader.Judgement read = real.read(question, passage, sentences);
            return new PassageReader.Judgement(
                    10,
                    read.sentences().stream().map(odds -> 10.0).toList(),
                    read.words().stream().map(odds -> 10.0).toList(),
                    read.answers());
        };
        assertThat(expected.outside(measures(part -> part, sure, answer -> {})))
                .anyMatch(line -> line.contains("refused_of_unanswerable"));
    }

    /**
     * The errors of a manipulated build: false additions in every sentence, wrong sources, missing support, repeated
     * sentences, and no confidence in what is mostly right where it was made.
     */
    @Test
    void aBuildWhoseEverySentenceIsFalseIsSeenOnEverySide() throws IOException {
        List<String> outside = expected.outside(measures(part -> part, part -> part, EvalGateTest::falsify));
        for (String measure : List.of(
                "faithfulness",
                "citation_recall",
                "citation_precision",
                "support_precision",
                "support_recall",
                "sentences_per_answer",
                "calibration_error",
                "refusals_with_nearest",
                "invariant_breaches")) {
            assertThat(outside).as(measure).anyMatch(line -> line.startsWith(measure + ":"));
        }
    }

    private static void falsify(ObjectNode answer) {
        if (answer.path("outcome").asText().equals("abstained")) {
            answer.putArray("nearest");
            return;
        }
        ArrayNode sentences = (ArrayNode) answer.path("sentences");
        for (JsonNode sentence : sentences) {
            ((ObjectNode) sentence)
                    .put("support", "none")
                    .put(
                            "text",
                            sentence.path("text")
                                    .asText()
                                    .replaceFirst(
                                            " ",
                                            " [that is, Kim Jong Un of China, on 1 April 1999, for 9,999 dollars] "));
        }
        for (int again = 0; again < 6; again++) {
            sentences.add(sentences.get(0).deepCopy());
        }
        answer.path("footnotes")
                .forEach(footnote -> ((ObjectNode) footnote.path("article"))
                        .put("title", "A wholly other title")
                        .put("published", "1999-04-01"));
        StringBuilder text = new StringBuilder();
        for (JsonNode sentence : sentences) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            int start = text.codePointCount(0, text.length());
            text.append(sentence.path("text").asText());
            ((ObjectNode) sentence)
                    .put("start", start)
                    .put("end", text.codePointCount(0, text.length()))
                    .putNull("label");
            text.append(' ');
            sentence.path("footnotes")
                    .forEach(number -> text.append('[').append(number.asInt()).append(']'));
        }
        answer.put("text", text.toString()).put("confidence", 0.01);
    }

    /** The smallest errors: a wrong name before a quotation, and a wrong date of a footnote. */
    @Test
    void aSourceThatIsNamedWronglyIsSeen() throws IOException {
        Consumer<ObjectNode> misnamed = answer -> answer.path("footnotes")
                .forEach(footnote -> ((ObjectNode) footnote.path("article")).put("published", "1999-04-01"));
        assertThat(expected.outside(measures(part -> part, part -> part, misnamed)))
                .singleElement()
                .asString()
                .contains("invariant_breaches");
    }

    @Test
    void quotesThatAreOffByOneAreSeen() throws IOException {
        Consumer<ObjectNode> off = answer -> answer.path("footnotes").forEach(footnote -> {
            ObjectNode quote = (ObjectNode) footnote.path("quote");
            quote.put("start", quote.path("start").asInt() + 1)
                    .put("end", quote.path("end").asInt() + 1);
        });
        assertThat(expected.outside(measures(part -> part, part -> part, off)))
                .singleElement()
                .asString()
                .contains("invariant_breaches");
    }
}
