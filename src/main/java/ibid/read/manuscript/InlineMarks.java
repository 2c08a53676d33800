package ibid.read.manuscript;

import ibid.read.bytes.Decoder;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Marks that formats insert into the text of a manuscript for references to notes and for links. A mark is a label
 * between two private-use characters; {@link Decoder} removes those from the input.
 */
public final class InlineMarks {

    public static final char OPEN = '\uE000';
    public static final char CLOSE = '\uE001';

    private static final char LINK = '\uE002';
    private static final char LAST_PRIVATE_USE = '\uF8FF';

    private InlineMarks() {}

    /** The mark of the note with that label. */
    public static String note(String label) {
        return OPEN + label + CLOSE;
    }

    /** The mark after the words of a link, with their length and the address; empty if that is not a web address. */
    public static String link(int length, String url) {
        return length > 0 && isWebAddress(url) ? note(LINK + "" + length + "|" + url) : "";
    }

    private static boolean isWebAddress(String url) {
        int host = url.startsWith("https://") ? "https://".length() : "http://".length();
        if (!url.startsWith("https://") && !url.startsWith("http://") || url.length() == host) {
            return false;
        }
        return url.chars()
                .skip(host)
                .noneMatch(sign -> Character.isWhitespace(sign) || isPrivate(sign) || sign == '[' || sign == ']');
    }

    public static boolean isLink(String label) {
        return !label.isEmpty() && label.charAt(0) == LINK;
    }

    public static int linkLength(String label) {
        return Integer.parseInt(label.substring(1, label.indexOf('|')));
    }

    public static String linkUrl(String label) {
        return label.substring(label.indexOf('|') + 1);
    }

    /** The text with every mark replaced by what the function returns for its label. */
    public static String replace(CharSequence marked, UnaryOperator<String> replacement) {
        String text = marked.toString();
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        int open = text.indexOf(OPEN);
        int close = text.indexOf(CLOSE, Math.max(0, open));
        while (open >= 0 && close >= 0) {
            replaced.append(text, done, open).append(replacement.apply(text.substring(open + 1, close)));
            done = close + 1;
            open = text.indexOf(OPEN, done);
            close = text.indexOf(CLOSE, Math.max(done, open));
        }
        return done == 0 ? text : replaced.append(text, done, text.length()).toString();
    }

    /** The text with other labels in its marks; a label without another stays. */
    public static String renamed(CharSequence marked, Map<String, String> labels) {
        return replace(marked, label -> note(labels.getOrDefault(label, label)));
    }

    public static String removeFrom(CharSequence marked) {
        return replace(marked, label -> "");
    }

    /** The text without the characters that marks are made of. */
    public static String withoutPrivateUse(String text) {
        if (text.chars().noneMatch(InlineMarks::isPrivate)) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        text.chars().filter(sign -> !isPrivate(sign)).forEach(sign -> clean.append((char) sign));
        return clean.toString();
    }

    private static boolean isPrivate(int sign) {
        return sign >= OPEN && sign <= LAST_PRIVATE_USE;
    }
}
