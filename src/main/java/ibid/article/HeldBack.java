package ibid.article;

import ibid.language.Span;
import ibid.language.injection.Suspicion;

/**
 * Words of an article that are neither searched, quoted nor given to a language model, and why.
 *
 * @param where "text", or the item of the head or the note that held them: "title", "note 3"
 * @param span  in the canonical text; empty where they are not in it
 */
public record HeldBack(Suspicion reason, String where, String text, Span span) {

    private static final String TEXT = "text";
    private static final Span NOWHERE = new Span(0, 0);

    public static HeldBack inText(Suspicion reason, String text, Span span) {
        return new HeldBack(reason, TEXT, text, span);
    }

    public static HeldBack outsideText(Suspicion reason, String where, String text) {
        return new HeldBack(reason, where, text, NOWHERE);
    }

    /** Whether it is in the text before the one position and not before the other. */
    boolean isBetween(int from, int to) {
        return where.equals(TEXT) && span.start() >= from && span.start() < to;
    }

    /** Whether some of it is in the text between two positions. */
    public boolean touches(int from, int to) {
        return where.equals(TEXT) && span.start() < to && span.end() > from;
    }
}
