package ibid.article;

import ibid.language.Span;

/**
 * A source an article names in its running text, without a note of its own.
 *
 * @param span   the words that name it, in the canonical text
 * @param source who is named: an outlet, an office, a person; for a link the words it stands on
 * @param url    where a link leads, else empty
 */
public record Mention(Kind kind, Span span, String source, String url) {

    /** AGENCY: "(Reuters)"; ATTRIBUTION: "according to the ministry"; LINK: words that lead elsewhere. */
    public enum Kind {
        AGENCY,
        ATTRIBUTION,
        LINK
    }
}
