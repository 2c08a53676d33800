package ibid.ask;

import ibid.article.Note;
import ibid.index.PassageId;
import ibid.verify.Verdict;
import java.util.List;

/**
 * A numbered note under an answer: the article, the exact words, the verdict, and the article's own notes on those
 * words.
 */
public record Footnote(
        int number, SourceArticle article, PassageId passage, QuoteSelector quote, Verdict verdict, List<Note> notes) {

    public Footnote {
        notes = List.copyOf(notes);
    }
}
