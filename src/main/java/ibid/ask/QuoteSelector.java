package ibid.ask;

import ibid.answer.Citation;
import ibid.article.Article;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.injection.ContactDetail;

/**
 * Exact words with the text around them, so that they are found again even if the article changes (W3C Web Annotation:
 * text quote and text position).
 */
public record QuoteSelector(String exact, String prefix, String suffix, Span place) {

    private static final int CONTEXT_CHARS = 48;

    static QuoteSelector of(Citation citation) {
        Text text = citation.hit().article().text();
        Span place = citation.quote();
        return new QuoteSelector(
                text.slice(place),
                shown(citation, place.start() - CONTEXT_CHARS, place.start()),
                shown(citation, place.end(), place.end() + CONTEXT_CHARS),
                place);
    }

    /** The words between two positions; empty if they are part of what is held back, or lead away from the article. */
    private static String shown(Citation citation, int start, int end) {
        Article article = citation.hit().article();
        boolean touchesHeldBack = article.heldBack().stream().anyMatch(held -> held.touches(start, end));
        String words = article.text().slice(start, end);
        return touchesHeldBack || !ContactDetail.in(words).isEmpty() ? "" : words;
    }
}
