package ibid.article;

import ibid.language.Span;
import java.util.List;

/**
 * A footnote of the article's own.
 *
 * @param url      first web address in the note, or empty
 * @param citation the work that the note cites, as far as its wording shows
 * @param anchors  code point offsets in the canonical text where its mark was (the mark itself is not in the text)
 */
public record Note(String label, String text, String url, Cited citation, List<Integer> anchors) {

    /**
     * @param source   outlet or publisher, or empty
     * @param title    of the work, or empty
     * @param accessed ISO date on which the author read it, or empty
     */
    public record Cited(String source, String title, String accessed) {}

    public Note {
        anchors = List.copyOf(anchors);
    }

    /** Whether a mark of this note is in the span or directly after it. */
    boolean isMarkedIn(Span span) {
        return anchors.stream().anyMatch(anchor -> anchor > span.start() && anchor <= span.end());
    }
}
