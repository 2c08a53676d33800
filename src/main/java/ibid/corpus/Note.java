package ibid.corpus;

import java.util.List;

/**
 * A footnote of the article's own.
 *
 * @param url     first web address in the note, or empty
 * @param anchors code point offsets in the canonical text where its mark stood (the mark itself is not in the text)
 */
public record Note(String label, String text, String url, List<Integer> anchors) {

    public Note {
        anchors = List.copyOf(anchors);
    }

    /** Whether a mark of this note stands in or directly behind the span. */
    public boolean standsIn(Span span) {
        return anchors.stream().anyMatch(anchor -> anchor > span.start() && anchor <= span.end());
    }
}
