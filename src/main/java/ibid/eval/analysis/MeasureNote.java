package ibid.eval.analysis;

/**
 * What a reader must know about a measure so as not to misread it.
 *
 * @param about the measure's name
 * @param brief a few words, to stand beside its figure
 * @param text whole sentences, to stand under the table
 */
public record MeasureNote(String about, String brief, String text) {}
