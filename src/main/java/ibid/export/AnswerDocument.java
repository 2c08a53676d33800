package ibid.export;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.api.NearestBody;
import ibid.api.SentenceBody;
import ibid.api.share.PageAddress;
import ibid.ask.Answer;
import ibid.verify.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What every written form of an answer holds, in reading order.
 *
 * @param question    as it was asked
 * @param shortAnswer the answer in a few words
 * @param lines       the sentences
 * @param rows        the same in a table with a row for each thing compared; empty where nothing is
 * @param remarks     what was not found, and where the articles disagree
 * @param notes       the footnotes; of an abstained answer the nearest passages, which have the number 0
 * @param receipt     how and when the answer was made, and what holds of it today
 */
record AnswerDocument(
        String question,
        Optional<Short> shortAnswer,
        List<Line> lines,
        List<Row> rows,
        List<String> remarks,
        List<SourceNote> notes,
        String receipt) {

    static final String COMPARED = "Compared";
    static final String SAID = "What the articles say";
    static final String NOTHING_SAID = "Nothing found in the articles";
    private static final String NOT_FOUND = "No answer was found in the articles.";

    /**
     * The answer in a few words.
     *
     * @param rest what stands behind the marks: the day it holds of, and what it was corrected from
     */
    record Short(String text, List<Integer> footnotes, String rest) {

        String plain() {
            return text + " " + marks(footnotes) + rest;
        }
    }

    /**
     * A sentence.
     *
     * @param label heading of its row, or empty
     */
    record Line(String label, String text, List<Integer> footnotes) {}

    /**
     * What was found on one of several that are compared.
     *
     * @param lines without labels; empty where nothing was found
     */
    record Row(String name, List<Line> lines) {

        Row {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A footnote.
     *
     * @param source title, author, publisher and date
     * @param url    never empty
     * @param remark whether it holds today, and what restricts it: corrected, superseded, supported in part; or empty
     */
    record SourceNote(int number, String source, String quote, String url, String remark) {}

    AnswerDocument {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
        notes = List.copyOf(notes);
    }

    static AnswerDocument of(AnswerBody answer, Standing standing, PageAddress page) {
        return new AnswerDocument(
                answer.asked().question(),
                Optional.ofNullable(answer.result().shortAnswer()).map(AnswerDocument::shortAnswer),
                answer.sentences().stream().map(AnswerDocument::line).toList(),
                rows(answer),
                remarks(answer),
                notes(answer, standing, page),
                receipt(answer, standing));
    }

    private static Short shortAnswer(AnswerBody.Short brief) {
        String asOf = brief.asOf() == null ? "" : ", as of " + brief.asOf();
        return new Short(brief.text(), brief.footnotes(), asOf + instead(brief.corrected()));
    }

    private static String instead(ArticleBody.CorrectedValue corrected) {
        if (corrected == null) {
            return "";
        }
        String day = corrected.by().published().isEmpty()
                ? ""
                : " on " + corrected.by().published();
        return "; corrected" + day + ", not " + corrected.withdrawn();
    }

    private static Line line(SentenceBody sentence) {
        return new Line(sentence.details().label(), sentence.text(), sentence.footnotes());
    }

    private static List<Row> rows(AnswerBody answer) {
        List<Row> rows = new ArrayList<>();
        for (Answer.Side side : answer.evidence().sides()) {
            List<Line> lines = new ArrayList<>();
            for (int at : side.sentences()) {
                SentenceBody sentence = answer.sentences().get(at);
                lines.add(new Line("", sentence.text(), sentence.footnotes()));
            }
            rows.add(new Row(side.name(), lines));
        }
        return rows;
    }

    /** {@code [1][2]} */
    static String marks(List<Integer> footnotes) {
        StringBuilder marks = new StringBuilder();
        for (int number : footnotes) {
            marks.append('[').append(number).append(']');
        }
        return marks.toString();
    }

    private static List<String> remarks(AnswerBody answer) {
        List<String> remarks = new ArrayList<>();
        String missing = answer.result().missing();
        if (!missing.isEmpty()) {
            remarks.add(missing);
        } else if (answer.outcome() == AnswerBody.Outcome.ABSTAINED) {
            remarks.add(NOT_FOUND);
        }
        for (FootnoteBody.Disagreement disagreement : answer.evidence().disagreements()) {
            remarks.add(remark(disagreement));
        }
        return remarks;
    }

    private static String remark(FootnoteBody.Disagreement disagreement) {
        List<String> values = new ArrayList<>();
        for (FootnoteBody.Disagreement.Value value : disagreement.values()) {
            String withdrawn = value.withdrawn() ? " (withdrawn)" : "";
            values.add(value.value() + withdrawn + " " + marks(value.footnotes()));
        }
        return "The articles disagree about " + disagreement.about() + ": " + String.join("; ", values) + ".";
    }

    private static List<SourceNote> notes(AnswerBody answer, Standing standing, PageAddress page) {
        List<SourceNote> notes = new ArrayList<>();
        for (FootnoteBody footnote : answer.footnotes()) {
            String quote = footnote.quote().exact();
            String source = source(footnote.article(), printedPage(footnote.place()));
            String remark = remark(footnote, standing.of(List.of(footnote.number())));
            notes.add(new SourceNote(footnote.number(), source, quote, page.of(footnote), remark));
        }
        for (NearestBody nearest : answer.evidence().nearest()) {
            String source = source(nearest.article(), "");
            notes.add(new SourceNote(0, source, nearest.excerpt(), page.of(nearest.article()), "not evidence"));
        }
        return notes;
    }

    /** A page that a reader of the printed file can turn to; a line of a file is no such place. */
    private static String printedPage(String place) {
        return place.startsWith("page ") ? place : "";
    }

    private static String source(ArticleBody article, String place) {
        List<String> parts = new ArrayList<>();
        parts.add("“" + article.title() + "”");
        for (String part : List.of(article.author(), article.publisher(), article.published(), place)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(", ", parts);
    }

    private static String remark(FootnoteBody footnote, String standing) {
        List<String> remarks = new ArrayList<>();
        if (!standing.isEmpty()) {
            remarks.add(standing);
        }
        FootnoteBody.Superseded superseded = footnote.supersededBy();
        if (superseded != null) {
            String why = superseded.why().name().toLowerCase(Locale.ROOT);
            remarks.add(superseded.value() + ": " + why + ", see [" + superseded.footnote() + "]");
        }
        ArticleBody.CorrectedBy correction = footnote.article().correctedBy();
        if (correction != null) {
            remarks.add("the article was corrected: " + correction.note());
        }
        if (footnote.support().label() != Support.FULL) {
            remarks.add(footnote.support().reason());
        }
        return String.join("; ", remarks);
    }

    /** How, when and by what the answer was made, and what holds of it today. */
    static String receipt(AnswerBody answer, Standing standing) {
        AnswerBody.Writer writer = answer.provenance().writer();
        String prompt = writer.prompt().isEmpty() ? "" : ", prompt " + writer.prompt();
        String made = "Answered by Ibid on " + answer.asked().created() + ", model " + writer.model() + prompt
                + ", index " + answer.provenance().index() + ", answer " + answer.id() + ".";
        return (made + " " + standing.summary()).strip();
    }
}
