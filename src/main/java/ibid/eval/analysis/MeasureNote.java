package ibid.eval.analysis;

/**
 * What must be said of a measure lest it be misread.
 *
 * @param about the measure's name
 * @param brief a few words, to stand beside its figure
 * @param text whole sentences, to stand under the table
 */
public record MeasureNote(String about, String brief, String text) {}
