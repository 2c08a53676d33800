package ibid.corpus;

import java.util.List;

/**
 * What stands round an article's text: how it says it was made, its own notes, the sources it names in passing, its corrections,
 * the days its words mean, and what was left out of it.
 *
 * @param removed lines, kept so that a reader can inspect them
 */
public record Apparatus(Colophon colophon, List<Note> notes, List<Mention> mentions, List<Notice> notices, List<DatedWords> dates, List<String> removed) {

    public Apparatus {
        notes = List.copyOf(notes);
        mentions = List.copyOf(mentions);
        notices = List.copyOf(notices);
        dates = List.copyOf(dates);
        removed = List.copyOf(removed);
    }
}
