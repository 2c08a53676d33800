package ibid.ask;

import ibid.answer.Citation;
import ibid.language.Span;
import ibid.language.Text;

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
                text.slice(place.start() - CONTEXT_CHARS, place.start()),
                text.slice(place.end(), place.end() + CONTEXT_CHARS),
                place);
    }
}
