package ibid.eval.client;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.SentenceBody;
import java.util.List;
import java.util.Locale;

/** A view of an answer of the API with the properties that the measures need. */
public record AnswerView(AnswerBody body) {

    /** The outcome recorded for a question that got no answer. */
    public static final String FAILED = "failed";

    /** The outcome as the API writes it. */
    public String outcome() {
        if (body.outcome() == null) {
            return FAILED;
        }
        return body.outcome().name().toLowerCase(Locale.ROOT);
    }

    public boolean abstained() {
        return body.outcome() == AnswerBody.Outcome.ABSTAINED;
    }

    public String text() {
        return body.text();
    }

    public List<SentenceBody> sentences() {
        return body.sentences();
    }

    public List<FootnoteBody> footnotes() {
        return body.footnotes();
    }

    /** The footnotes of one sentence; those that do not exist are left out. */
    public List<FootnoteBody> footnotes(SentenceBody sentence) {
        return footnotes().stream()
                .filter(footnote -> sentence.footnotes().contains(footnote.number()))
                .toList();
    }

    /**
     * Whether two answers agree: they have the same outcome and, if both answer, their footnotes quote some of the same
     * words.
     */
    public boolean agrees(AnswerView other) {
        if (body.outcome() != other.body.outcome()) {
            return false;
        }
        return abstained() || footnotes().stream().anyMatch(other::quotes);
    }

    private boolean quotes(FootnoteBody words) {
        return footnotes().stream().anyMatch(footnote -> Quotations.overlap(words, footnote));
    }
}
