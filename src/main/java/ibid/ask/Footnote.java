package ibid.ask;

import ibid.article.Note;
import ibid.index.PassageId;
import ibid.verify.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A numbered note under an answer: the article, the exact words, the verdict, and the article's own notes on those
 * words.
 *
 * @param placeInFile of the quote, like "page 3"; empty if unknown
 */
public record Footnote(
        int number,
        SourceArticle article,
        PassageId passage,
        String placeInFile,
        QuoteSelector quote,
        Verdict verdict,
        List<Note> notes,
        Optional<Superseded> superseded) {

    /**
     * A value of the quote that does not hold any more.
     *
     * @param footnote number of the footnote that has what holds instead
     * @param value    as the quote writes it
     */
    public record Superseded(int footnote, Why why, String value) {

        /** WITHDRAWN: a correction says that it was wrong; NEWER: a later article has a newer value. */
        public enum Why {
            WITHDRAWN,
            NEWER
        }
    }

    Footnote with(Superseded by) {
        return new Footnote(number, article, passage, placeInFile, quote, verdict, notes, Optional.of(by));
    }

    public Footnote {
        notes = List.copyOf(notes);
    }
}
