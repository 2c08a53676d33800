package ibid.article;

import ibid.language.Span;

/**
 * A source an article names in its running text, without a note of its own.
 *
 * @param span   the words that name it, in the canonical text
 * @param source who is named: an outlet, an office, a person; for a link its text
 * @param url    target of a link, else empty
 */
public record Mention(Kind kind, Span span, String source, String url) {

    /** AGENCY: "(Reuters)"; ATTRIBUTION: "according to the ministry"; LINK: words with a link to another page. */
    public enum Kind {
        AGENCY,
        ATTRIBUTION,
        LINK
    }
}
