package ibid.verify;

import ibid.answer.Citation;
import ibid.article.Imprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checkable statement, the words that are to support it, and what else is known.
 *
 * @param evidence  one text, or several one after another
 * @param imprint   what may be named without being in the evidence: the source's own name, author and title
 * @param published the day from which "yesterday" counts
 */
record Claim(String text, String evidence, String imprint, Optional<LocalDate> published) {

    private static final String SENTENCE_BORDERS = ".!?…\"”’»)]";
    private static final String OPENING_BORDERS = SENTENCE_BORDERS + ":;";

    /** A claim of a draft: what the writer put in brackets and before a quotation is not the article's to support. */
    static Claim of(String text, Citation citation) {
        Imprint imprint = citation.hit().article().imprint();
        String names = imprint.publisher() + ". " + imprint.author() + ". " + imprint.title();
        String words = withoutSource(withoutBrackets(text), imprint.voice());
        return new Claim(words, citation.words(), names, imprint.publishedOn());
    }

    static Claim of(String text, String evidence) {
        return new Claim(text, evidence, "", Optional.empty());
    }

    /** What stands in square brackets. */
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
        String bare = text;
        for (String bracket : brackets(text)) {
            String whole = "[" + bracket + "]";
            bare = bare.contains(" " + whole) ? bare.replace(" " + whole, "") : bare.replace(whole, "");
        }
        return bare;
    }

    /**
     * The quotation alone of {@code Wales Union News, 8 November 2025: “…”}, and the sentence alone of {@code Wales
     * Union News: …}.
     */
    private static String withoutSource(String text, String voice) {
        int quote = text.startsWith(voice) ? text.indexOf(": “") : -1;
        if (quote >= 0) {
            return text.substring(quote + 3, text.length() - 1);
        }
        return text.startsWith(voice + ": ") ? text.substring(voice.length() + 2) : text;
    }

    /** Whether the evidence is, or contains, the claim word for word, whole sentences of it. */
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
