package ibid.article;

import ibid.language.Span;

/** A block in which an article says that it was corrected or brought up to date. */
public record CorrectionNotice(Kind kind, Span span) {

    public enum Kind {
        CORRECTION,
        UPDATE,
        EDITOR
    }
}
