package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import ibid.article.Note;
import ibid.ask.Answer;
import ibid.ask.Footnote;
import ibid.ask.QuoteSelector;
import ibid.language.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;

/**
 * A numbered note under an answer.
 *
 * @param number from 1, in the order of first use
 * @param place  of the quote in the article's file, like "page 3"; empty in answers stored before 0.13
 * @param notes  the article's own notes in the quoted words
 * @param supersededBy null if the quote's values hold
 */
public record FootnoteBody(
        int number,
        ArticleBody article,
        String passageId,
        @NullIfEmpty String place,
        Quote quote,
        VerdictBody support,
        List<OwnNote> notes,
        @JsonInclude(JsonInclude.Include.NON_NULL) Superseded supersededBy) {

    /**
     * A value of the quote that does not hold any more.
     *
     * @param footnote number of the footnote that has what holds instead
     * @param value    as the quote writes it
     */
    public record Superseded(int footnote, Footnote.Superseded.Why why, String value) {

        static Superseded of(Footnote.Superseded superseded) {
            return new Superseded(superseded.footnote(), superseded.why(), superseded.value());
        }
    }

    /**
     * The exact quoted words with the text around them.
     *
     * @param start in the article's text, in code points
     */
    public record Quote(String exact, String prefix, String suffix, int start, int end) {

        static Quote of(QuoteSelector quote) {
            return new Quote(
                    quote.exact(),
                    quote.prefix(),
                    quote.suffix(),
                    quote.place().start(),
                    quote.place().end());
        }
    }

    /** A note of the article itself. */
    public record OwnNote(
            String label, String text, @NullIfEmpty String url) {

        static OwnNote of(Note note) {
            return new OwnNote(note.label(), note.text(), note.url());
        }
    }

    public FootnoteBody {
        notes = List.copyOf(notes);
    }

    static FootnoteBody of(Footnote footnote) {
        return new FootnoteBody(
                footnote.number(),
                ArticleBody.of(footnote.article()),
                footnote.passage().toString(),
                footnote.placeInFile(),
                Quote.of(footnote.quote()),
                VerdictBody.of(footnote.verdict()),
                footnote.notes().stream().map(OwnNote::of).toList(),
                footnote.superseded().map(Superseded::of).orElse(null));
    }

    static List<FootnoteBody> of(List<Footnote> footnotes) {
        return footnotes.stream().map(FootnoteBody::of).toList();
    }

    /** Footnotes that give different answers, and what they are about. */
    public record Disagreement(String about, List<Integer> footnotes, List<Value> values) {

        public Disagreement {
            footnotes = List.copyOf(footnotes);
            values = values == null ? List.of() : List.copyOf(values); // stored answers of before have none
        }

        static Disagreement of(Answer.Disagreement disagreement) {
            return new Disagreement(
                    disagreement.about(),
                    disagreement.footnotes(),
                    disagreement.values().stream().map(Value::of).toList());
        }

        /**
         * @param amount  the one number in it, with its magnitude word; null if there is none or several
         * @param newest  the day of the newest article among the footnotes, or null
         * @param speaker who gives it, null on the wire where nobody is named
         */
        public record Value(
                String value,
                @JsonInclude(JsonInclude.Include.NON_NULL) Double amount,
                List<Integer> footnotes,
                @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate newest,
                @NullIfEmpty String speaker,
                boolean withdrawn) {

            public Value {
                footnotes = List.copyOf(footnotes);
                speaker = speaker == null ? "" : speaker;
            }

            private static Double amount(String text) {
                List<Quantity> numbers = Quantity.in(text);
                boolean isOne = numbers.size() == 1 && numbers.getFirst().kind() == Quantity.Kind.CARDINAL;
                return isOne ? numbers.getFirst().value() : null;
            }

            static Value of(Answer.Disagreement.Value value) {
                return new Value(
                        value.text(),
                        amount(value.text()),
                        value.footnotes(),
                        value.newest().orElse(null),
                        value.speaker(),
                        value.isWithdrawn());
            }
        }
    }
}
