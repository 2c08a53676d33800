package ibid.article;

import ibid.language.time.TemporalExpression;
import java.util.List;

/**
 * What is known of an article besides its text and its imprint.
 *
 * @param notes    its own footnotes and endnotes
 * @param mentions sources it names in passing
 * @param notices  its corrections and updates
 * @param dates    dates that its words mention
 * @param removed  lines left out of its text, kept for inspection
 * @param heldBack words of it that are not used, kept for inspection
 */
public record Annotations(
        ArticleMetadata metadata,
        List<Note> notes,
        List<Mention> mentions,
        List<CorrectionNotice> notices,
        List<TemporalExpression> dates,
        List<String> removed,
        List<HeldBack> heldBack) {

    public Annotations {
        notes = List.copyOf(notes);
        mentions = List.copyOf(mentions);
        notices = List.copyOf(notices);
        dates = List.copyOf(dates);
        removed = List.copyOf(removed);
        heldBack = List.copyOf(heldBack);
    }
}
