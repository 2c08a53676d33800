package ibid.article;

import ibid.language.Span;

/**
 * One paragraph, heading, list item, block quotation, table row or caption of an article, by its place in the canonical
 * text.
 *
 * @param place its place in the file: "line 12", "page 3", "paragraph 7", "chapter2.xhtml, line 4"
 */
public record Block(Kind kind, Span span, String place) {

    public enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        QUOTE,
        ROW,
        CAPTION
    }
}
