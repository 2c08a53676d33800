package ibid.eval.analysis;

/**
 * A caveat that a reader must know about a measure.
 *
 * @param about the measure's name
 * @param brief a few words, shown next to the figure
 * @param text whole sentences, shown below the table
 */
public record MeasureNote(String about, String brief, String text) {}
