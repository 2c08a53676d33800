package ibid.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.api.Turn;
import ibid.article.Imprint;
import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnswerSentence;
import ibid.ask.Footnote;
import ibid.ask.NearestPassage;
import ibid.ask.QuoteSelector;
import ibid.ask.SourceArticle;
import ibid.ask.WriterCredit;
import ibid.model.Completion;
import ibid.search.SearchFilters;
import ibid.verify.ExactChecks;
import ibid.verify.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A turn as JSON: the one form the wire, the log and every export share. Field names are the contract's. */
public final class TurnJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TurnJson() {}

    public static ObjectNode of(Turn turn) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", turn.id())
                .put("conversation_id", turn.conversation())
                .put("created", turn.created().toString())
                .put("question", turn.question())
                .put("query", turn.asked().query());
        if (!turn.filters().equals(SearchFilters.NONE)) json.set("filters", filters(turn.filters()));
        switch (turn.asked().answer()) {
            case Answer.Cited cited -> cited(json, cited);
            case Answer.Abstained abstained -> abstained(json, abstained);
        }
        WriterCredit authorship = turn.asked().authorship();
        put(
                put(json.putObject("writer").put("model", authorship.model()), "prompt", authorship.prompt()),
                "note",
                authorship.note());
        json.put("index", turn.asked().ranking().generation());
        ObjectNode timings = json.putObject("timings_ms");
        for (Map.Entry<String, Long> timing : timings(turn).entrySet()) timings.put(timing.getKey(), timing.getValue());
        ObjectNode usage = json.putObject("usage");
        if (!authorship.usage().equals(Completion.Usage.NONE))
            usage.put("tokens_in", authorship.usage().in())
                    .put("tokens_out", authorship.usage().out());
        return json;
    }

    /** As a question takes them; “as_of” is among them as the last day of publication. */
    private static ObjectNode filters(SearchFilters filters) {
        ObjectNode json = JSON.createObjectNode();
        if (!filters.publishers().isEmpty()) filters.publishers().forEach(json.putArray("publishers")::add);
        if (!filters.articles().isEmpty())
            filters.articles().forEach(id -> json.withArray("/articles").add(id.value()));
        if (!filters.from().equals(LocalDate.MIN))
            json.put("published_from", filters.from().toString());
        if (!filters.to().equals(LocalDate.MAX))
            json.put("published_to", filters.to().toString());
        return json;
    }

    static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Cited cited -> cited.missing().isEmpty() ? "answered" : "partial";
            case Answer.Abstained abstained -> "abstained";
        };
    }

    static Map<String, Long> timings(Turn turn) {
        Map<String, Long> timings = new java.util.LinkedHashMap<>();
        for (AnswerEvent.Stage stage : AnswerEvent.Stage.values())
            timings.put(word(stage), turn.asked().millis().getOrDefault(stage, 0L));
        timings.put("total", turn.millis());
        return timings;
    }

    private static void cited(ObjectNode json, Answer.Cited answer) {
        json.put("outcome", outcome(answer)).put("text", answer.text());
        sentences(json.putArray("sentences"), answer.sentences());
        put(json, "missing", answer.missing());
        json.putArray("nearest");
        footnotes(json.putArray("footnotes"), answer.footnotes());
        json.putObject("sources")
                .put(
                        "articles",
                        answer.footnotes().stream()
                                .map(note -> note.article().id())
                                .distinct()
                                .count())
                .put(
                        "independent",
                        answer.footnotes().stream()
                                .map(note -> note.article().origin())
                                .distinct()
                                .count());
        json.put("shape", word(answer.shape())).put("confidence", thousandths(answer.confidence()));
        ArrayNode disagreements = json.putArray("disagreements");
        answer.disagreements()
                .forEach(one -> one.footnotes()
                        .forEach(disagreements
                                .addObject()
                                .put("about", one.about())
                                .putArray("footnotes")::add));
        json.putArray("suggestions");
    }

    private static void abstained(ObjectNode json, Answer.Abstained answer) {
        json.put("outcome", outcome(answer))
                .put("reason", word(answer.reason()))
                .put("text", "");
        json.putArray("sentences");
        put(json, "missing", answer.missing());
        nearest(json.putArray("nearest"), answer.nearest());
        json.putArray("footnotes");
        json.putNull("shape")
                .put("confidence", thousandths(answer.confidence()))
                .putArray("disagreements");
        answer.suggestions().forEach(json.putArray("suggestions")::add);
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    public static ObjectNode sentence(AnswerSentence sentence) {
        ObjectNode json = JSON.createObjectNode()
                .put("text", sentence.text())
                .put("start", sentence.place().start())
                .put("end", sentence.place().end());
        sentence.footnotes().forEach(json.putArray("footnotes")::add);
        json.put("support", word(sentence.support()));
        put(json, "label", sentence.label());
        sentence.answer()
                .ifPresentOrElse(
                        answer -> json.putObject("answer")
                                .put("start", answer.start())
                                .put("end", answer.end()),
                        () -> json.putNull("answer"));
        return json;
    }

    private static void sentences(ArrayNode array, List<AnswerSentence> sentences) {
        sentences.forEach(sentence -> array.add(sentence(sentence)));
    }

    public static void footnotes(ArrayNode array, List<Footnote> footnotes) {
        for (Footnote footnote : footnotes) {
            ObjectNode json = array.addObject().put("number", footnote.number());
            json.set("article", source(footnote.article()));
            json.put("passage_id", footnote.passage().toString());
            quote(json.putObject("quote"), footnote.quote());
            json.set("support", verdict(footnote.verdict()));
            ArrayNode notes = json.putArray("notes");
            footnote.notes()
                    .forEach(note -> put(
                            notes.addObject().put("label", note.label()).put("text", note.text()), "url", note.url()));
        }
    }

    private static void quote(ObjectNode json, QuoteSelector quote) {
        json.put("exact", quote.exact())
                .put("prefix", quote.prefix())
                .put("suffix", quote.suffix())
                .put("start", quote.place().start())
                .put("end", quote.place().end());
    }

    public static ObjectNode verdict(Verdict verdict) {
        ExactChecks checks = verdict.checks();
        ObjectNode json = JSON.createObjectNode()
                .put("label", word(verdict.support()))
                .put("contradicted", verdict.contradicted())
                .put("score", thousandths(verdict.score()));
        json.putObject("checks")
                .put("quote", checks.quote())
                .put("numbers", checks.numbers())
                .put("names", checks.names())
                .put("dates", checks.dates())
                .put("negation", checks.negation());
        return json.put("reason", verdict.reason());
    }

    public static void nearest(ArrayNode array, List<NearestPassage> nearest) {
        for (NearestPassage near : nearest) {
            ObjectNode json = array.addObject().put("passage_id", near.passage().toString());
            json.set("article", source(near.article()));
            json.put("excerpt", near.excerpt())
                    .put("start", near.place().start())
                    .put("end", near.place().end())
                    .put("score", thousandths(near.score()));
        }
    }

    /** An article as footnotes and lists name it; what is unknown is null. */
    public static ObjectNode source(SourceArticle source) {
        Imprint imprint = source.imprint();
        ObjectNode json = JSON.createObjectNode().put("id", source.id().value()).put("title", imprint.title());
        put(json, "publisher", imprint.publisher());
        put(json, "author", imprint.author());
        put(json, "published", imprint.published());
        put(json, "url", imprint.url());
        return put(
                json,
                "copy_of",
                source.origin().equals(source.id()) ? "" : source.origin().value());
    }

    private static ObjectNode put(ObjectNode json, String field, String value) {
        return value.isEmpty() ? json.putNull(field) : json.put(field, value);
    }

    /** An enum constant as the API writes it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
