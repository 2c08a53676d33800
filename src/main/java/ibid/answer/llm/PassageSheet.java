package ibid.answer.llm;

import ibid.article.Imprint;
import ibid.language.Span;
import ibid.language.injection.ContactDetail;
import ibid.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.StringTokenizer;

/** The passages as they are given to a language model: marked S1, S2 and so on, best first, each with its source. */
public final class PassageSheet {

    // of English news in the small tokenizers tried, a little less than measured
    private static final double CHARS_PER_TOKEN = 3.4;
    private static final int MAX_PASSAGES = 8;
    private static final int MIN_PASSAGE_CHARS = 200; // of the first passage, which is always given
    private static final int MAX_MARK_CHARS = 3;
    private static final String MARK_LETTERS = "Ss";

    private final String question;
    private final List<Hit> hits = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * As many passages as fit, best first; at least one, cut if necessary.
     *
     * @param question decides which addresses and numbers are asked for
     */
    PassageSheet(List<Hit> best, String question, int maxTokens) {
        this.question = question;
        int maxChars = (int) (maxTokens * CHARS_PER_TOKEN);
        for (Hit hit : best.subList(0, Math.min(MAX_PASSAGES, best.size()))) {
            String passage = format(hit, maxChars);
            if (!hits.isEmpty() && text.length() + passage.length() > maxChars) {
                break;
            }
            text.append(passage);
            hits.add(hit);
        }
    }

    static int estimateTokens(String text) {
        return (int) Math.ceil(text.length() / CHARS_PER_TOKEN);
    }

    /** Adds the next passage; the first is cut to this many chars. */
    private String format(Hit hit, int maxChars) {
        String head = head("S" + (hits.size() + 1), hit.article().imprint());
        String words = sanitise(hit, question);
        int minChars = Math.min(words.length(), MIN_PASSAGE_CHARS);
        int end =
                hits.isEmpty() ? Math.clamp((long) maxChars - head.length(), minChars, words.length()) : words.length();
        return head + words.substring(0, end) + "\n</passage>\n";
    }

    private static String head(String mark, Imprint imprint) {
        String published = imprint.published().isEmpty() ? "unknown" : imprint.published();
        return "<passage mark=\"" + mark + "\"" + attribute("from", imprint.voice()) + " published=\"" + published
                + "\"" + attribute("title", imprint.title()) + ">\n";
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + withoutMarkup(value).replace("\"", "'") + "\"";
    }

    /**
     * A passage's words in a form that is safe for a model: without addresses and numbers that the question does not
     * ask for, without an end tag and without anything like our marks.
     */
    public static String sanitise(Hit hit, String question) {
        StringJoiner words = new StringJoiner(" ");
        for (Span span : hit.passage().sentences()) {
            String sentence = hit.article().text().slice(span);
            if (!ContactDetail.isUnasked(sentence, question)) {
                words.add(sentence);
            }
        }
        return withoutMarkup(singleSpaced(words.toString()));
    }

    /** The text without anything that ends the passage or looks like one of our marks. */
    private static String withoutMarkup(String words) {
        String plain = words.replace("<", "‹").replace(">", "›");
        StringBuilder safe = new StringBuilder(plain);
        for (int open = plain.indexOf('['); open >= 0; open = plain.indexOf('[', open + 1)) {
            int close = plain.indexOf(']', open);
            if (close >= 0 && numberOf(plain.substring(open + 1, close)) >= 0) {
                safe.setCharAt(open, '(');
                safe.setCharAt(close, ')');
            }
        }
        return safe.toString();
    }

    /** The text with one space between words. */
    static String singleSpaced(String text) {
        StringJoiner words = new StringJoiner(" ");
        StringTokenizer tokens = new StringTokenizer(text);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words.toString();
    }

    /** Number of passages. */
    int size() {
        return hits.size();
    }

    /** Estimated tokens of all passages. */
    int tokens() {
        return estimateTokens(text.toString());
    }

    String text() {
        return text.toString().strip();
    }

    /** The passage with that mark: "S2", "s2" or "2". */
    Optional<Hit> hit(String mark) {
        int at = numberOf(mark.strip()) - 1;
        return at >= 0 && at < hits.size() ? Optional.of(hits.get(at)) : Optional.empty();
    }

    /** The number of a mark; -1 if the text is not a mark. */
    private static int numberOf(String mark) {
        boolean hasLetter = !mark.isEmpty() && MARK_LETTERS.indexOf(mark.charAt(0)) >= 0;
        String number = hasLetter ? mark.substring(1) : mark;
        boolean isNumber = !number.isEmpty() && number.chars().allMatch(Character::isDigit);
        return isNumber && number.length() <= MAX_MARK_CHARS ? Integer.parseInt(number) : -1;
    }
}
