package ibid.article;

import ibid.language.time.TemporalExpression;
import java.util.List;

/**
 * What stands round an article's text: how it says it was made, its own notes, the sources it names in passing, its corrections,
 * the days its words mean, and what was left out of it.
 *
 * @param removed lines, kept so that a reader can inspect them
 */
public record Annotations(
        ArticleMetadata colophon,
        List<Note> notes,
        List<Mention> mentions,
        List<CorrectionNotice> notices,
        List<TemporalExpression> dates,
        List<String> removed) {

    public Annotations {
        notes = List.copyOf(notes);
        mentions = List.copyOf(mentions);
        notices = List.copyOf(notices);
        dates = List.copyOf(dates);
        removed = List.copyOf(removed);
    }
}
