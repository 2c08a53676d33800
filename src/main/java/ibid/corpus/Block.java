package ibid.corpus;

/** One paragraph, heading, list item or block quotation of an article, by its place in the canonical text. */
public record Block(Kind kind, Span span) {

    public enum Kind { HEADING, PARAGRAPH, ITEM, QUOTE }
}
