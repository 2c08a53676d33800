package ibid.eval.report;

import ibid.api.AnswerBody;
import ibid.eval.client.AnswerView;
import ibid.eval.client.Quotations;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.run.TopicResult;
import java.util.List;
import java.util.Locale;

/** One answer on the report page: the query, outcome, text, footnotes, verdicts and passages found. */
record AnswerCard(
        String searched,
        String outcome,
        String text,
        String missing,
        List<Note> footnotes,
        List<Opinion> verdicts,
        String alone,
        String found) {

    private static final int MAX_FOUND = 5;

    record Note(int number, String quote, String imprint) {}

    /** @param full whether the verdict is full support */
    record Opinion(String before, String word, String after, boolean full) {}

    /** The question shown above an answer. */
    record Head(String id, String kind, String question) {

        static Head of(Topic topic) {
            return new Head(topic.id(), topic.kind(), topic.question());
        }
    }

    static AnswerCard of(TopicResult result) {
        AnswerBody answer = result.answer();
        String query = answer.asked().query();
        List<Note> notes = answer.footnotes().stream()
                .map(note -> new Note(note.number(), note.quote().exact(), Quotations.imprint(note)))
                .toList();
        List<String> found = result.ranking().stream().limit(MAX_FOUND).toList();
        return new AnswerCard(
                query.equals(result.topic().question()) ? "" : query,
                outcome(result),
                answer.text(),
                answer.result().missing(),
                notes,
                result.verdicts().stream().map(AnswerCard::opinion).toList(),
                alone(result),
                String.join(", ", found));
    }

    private static String outcome(TopicResult result) {
        String did = result.outcome() + confidence(result);
        String right = result.topic().outcome();
        return right.isEmpty() ? did : did + "; expected: " + right;
    }

    private static String confidence(TopicResult result) {
        return Double.isNaN(result.confidence())
                ? ""
                : String.format(Locale.ROOT, ", confidence %.2f", result.confidence());
    }

    private static Opinion opinion(JudgedSentence judged) {
        String evidence = judged.footnotes().isEmpty() ? "all passages found" : String.valueOf(judged.footnotes());
        String before = judged.judge() + ", against " + evidence + ": ";
        String score = String.format(Locale.ROOT, " %.2f, ", judged.score());
        String after = score + judged.reason() + " — “" + judged.sentence() + "”";
        return new Opinion(before, judged.word(), after, judged.word().equals("full"));
    }

    private static String alone(TopicResult result) {
        if (result.alone().isEmpty()) {
            return "";
        }
        AnswerView alone = new AnswerView(result.alone().getFirst());
        return "asked alone, “" + result.topic().alone() + "”: " + alone.outcome() + " " + alone.text();
    }
}
