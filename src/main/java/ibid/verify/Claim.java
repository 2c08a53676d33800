package ibid.verify;

import ibid.answer.Citation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A checkable statement, the words that are to stand for it, and what else is known.
 *
 * @param evidence  one text, or several one after another
 * @param known     what may be named without standing in the evidence: the source's own name, author and title
 * @param published the day from which "yesterday" counts
 */
record Claim(String text, String evidence, String known, Optional<LocalDate> published) {

    static final Pattern BRACKETS = Pattern.compile("\\s?\\[[^\\]]*]");

    /** A claim of a draft: what the writer put in brackets and before a quotation is not the article's to bear out. */
    static Claim of(String text, Citation citation) {
        var imprint = citation.hit().article().imprint();
        String plain = BRACKETS.matcher(text).replaceAll("");
        int quote = plain.startsWith(imprint.voice()) ? plain.indexOf(": “") : -1;
        String words = quote >= 0
                ? plain.substring(quote + 3, plain.length() - 1)
                : plain.startsWith(imprint.voice() + ": ")
                        ? plain.substring(imprint.voice().length() + 2)
                        : plain;
        return new Claim(
                words,
                citation.words(),
                imprint.publisher() + ". " + imprint.author() + ". " + imprint.title(),
                imprint.publishedOn());
    }

    static Claim of(String text, String evidence) {
        return new Claim(text, evidence, "", Optional.empty());
    }

    /** Whether the evidence is, or contains, the claim as it stands, whole sentences of it. */
    boolean literal() {
        int at = evidence.indexOf(text);
        if (at < 0 || text.isBlank()) return false;
        String before = evidence.substring(0, at).stripTrailing(),
                after = evidence.substring(at + text.length()).strip();
        return (before.isEmpty() || before.matches("(?s).*[.!?…:;\"”’»)\\]]"))
                && (after.isEmpty() || text.strip().matches("(?s).*[.!?…\"”’»)\\]]"));
    }
}
