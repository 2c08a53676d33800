package ibid.verify;

import ibid.answer.Citation;
import ibid.article.Imprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checkable statement with its evidence and context.
 *
 * @param evidence  one text, or several one after another
 * @param imprint   the source's name, author and title, which the claim may name without evidence
 * @param published day of publication, to which "yesterday" is relative
 */
record Claim(String text, String evidence, String imprint, Optional<LocalDate> published) {

    private static final String SENTENCE_BORDERS = ".!?…\"”’»)]";
    private static final String OPENING_BORDERS = SENTENCE_BORDERS + ":;";

    /**
     * Makes the claim of a draft sentence. Additions of the writer in brackets and before a quotation are not part of
     * the claim.
     */
    static Claim of(String text, Citation citation) {
        Imprint imprint = citation.hit().article().imprint();
        String names = imprint.publisher() + ". " + imprint.author() + ". " + imprint.title();
        String words = withoutSource(withoutBrackets(text), imprint.voice());
        return new Claim(words, citation.words(), names, imprint.publishedOn());
    }

    static Claim of(String text, String evidence) {
        return new Claim(text, evidence, "", Optional.empty());
    }

    /** Matches text in square brackets. */
    static List<String> brackets(String text) {
        List<String> brackets = new ArrayList<>();
        int start = text.indexOf('[');
        while (start >= 0) {
            int end = text.indexOf(']', start);
            if (end < 0) {
                return brackets;
            }
            brackets.add(text.substring(start + 1, end));
            start = text.indexOf('[', end);
        }
        return brackets;
    }

    private static String withoutBrackets(String text) {
        String remaining = text;
        for (String bracket : brackets(text)) {
            String bracketed = "[" + bracket + "]";
            remaining = remaining.contains(" " + bracketed)
                    ? remaining.replace(" " + bracketed, "")
                    : remaining.replace(bracketed, "");
        }
        return remaining;
    }

    /**
     * Only the quotation of {@code Wales Union News, 8 November 2025: “…”}, and only the sentence of
     * {@code Wales Union News: …}.
     */
    private static String withoutSource(String text, String voice) {
        int quote = text.startsWith(voice) ? text.indexOf(": “") : -1;
        if (quote >= 0) {
            return text.substring(quote + 3, text.length() - 1);
        }
        return text.startsWith(voice + ": ") ? text.substring(voice.length() + 2) : text;
    }

    /** Whether the claim is the evidence or complete sentences of it, word for word. */
    boolean isLiteral() {
        int at = evidence.indexOf(text);
        if (at < 0 || text.isBlank()) {
            return false;
        }
        String before = evidence.substring(0, at).stripTrailing();
        String after = evidence.substring(at + text.length()).strip();
        boolean opens = before.isEmpty() || endsWith(before, OPENING_BORDERS);
        return opens && (after.isEmpty() || endsWith(text.strip(), SENTENCE_BORDERS));
    }

    private static boolean endsWith(String text, String signs) {
        return !text.isEmpty() && signs.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
