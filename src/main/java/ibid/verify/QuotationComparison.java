package ibid.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks that quotations in the claim are exactly in the evidence. One or two quoted words may be figurative and are
 * ignored.
 */
final class QuotationComparison {

    private static final String MARKS = "“”\"";
    private static final String OPENING = "“\"";
    private static final String STOPS = ".,;:!?";
    private static final int MIN_WORDS = 3;

    private QuotationComparison() {}

    static List<Finding> compare(Claim claim) {
        String evidence = normalise(claim.evidence());
        List<Finding> findings = new ArrayList<>();
        for (String words : quotations(claim.text())) {
            if (evidence.contains(withoutStop(normalise(words)))) {
                continue;
            }
            String reason = "the article does not have the words “" + words + "”";
            findings.add(Finding.of(Finding.Kind.QUOTE, false, words, reason));
        }
        return findings;
    }

    private static List<String> quotations(String text) {
        List<String> quotations = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            String words = quotationAt(text, at);
            if (words.split(" ").length >= MIN_WORDS) {
                quotations.add(words);
                at += words.length() + 1;
            }
            at++;
        }
        return quotations;
    }

    /** The text between the mark there and the next; empty if the next one opens another quotation or is missing. */
    private static String quotationAt(String text, int at) {
        int end = OPENING.indexOf(text.charAt(at)) < 0 ? -1 : nextMark(text, at + 1);
        return end >= 0 && text.charAt(end) != '“' ? text.substring(at + 1, end) : "";
    }

    private static int nextMark(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (MARKS.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static String withoutStop(String words) {
        int end = words.length();
        while (end > 0 && STOPS.indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end);
    }

    private static String normalise(String text) {
        String quotes =
                text.replace('‘', '\'').replace('’', '\'').replace('“', '"').replace('”', '"');
        return String.join(" ", List.of(quotes.split("\\s+")));
    }
}
