package ibid.article;

import ibid.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block in which an article says that it was corrected or brought up to date. */
public record CorrectionNotice(Kind kind, Span span) {

    public enum Kind {
        CORRECTION,
        UPDATE,
        EDITOR
    }

    private static final Pattern CORRECTION = Pattern.compile(
            "(?is)^\\W*(?:corrections?|clarifications?|corrected|erratum|errata)\\b\\s*(?:[:.(—–-]|\\d|on\\b|was\\b|and\\b).*"
                    + "|.*\\b(?:an )?earlier (?:version|edition) of this (?:article|story|report|piece|post)\\b.*|.*\\bthis (?:article|story|report|piece|post) (?:has been|was) (?:corrected|amended)\\b.*");
    private static final Pattern UPDATE = Pattern.compile(
            "(?is)^\\W*(?:updated?|this (?:article|story|report|piece|post) (?:has been|was) (?:updated|revised))\\b\\s*(?:[:.(—–-]|\\d|on\\b|at\\b|to\\b|with\\b|,).*");
    private static final Pattern EDITOR =
            Pattern.compile("(?is)^\\W*(?:editor[’']?s?[’']? note|note (?:from|by) the editors?)\\b.*");
    private static final int LONGEST = 900; // letters; a longer block is the article speaking of corrections

    public static Optional<CorrectionNotice> in(Block block, String words) {
        if (words.length() > LONGEST) return Optional.empty();
        if (CORRECTION.matcher(words).matches())
            return Optional.of(new CorrectionNotice(Kind.CORRECTION, block.span()));
        if (UPDATE.matcher(words).matches()) return Optional.of(new CorrectionNotice(Kind.UPDATE, block.span()));
        return EDITOR.matcher(words).matches()
                ? Optional.of(new CorrectionNotice(Kind.EDITOR, block.span()))
                : Optional.empty();
    }
}
