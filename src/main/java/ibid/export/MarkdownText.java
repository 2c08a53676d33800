package ibid.export;

/** Plain text within Markdown, on one line. */
public final class MarkdownText {

    /** Characters that begin markup wherever they stand. */
    private static final String MARKUP = "\\`*_<>#|~";

    /** The same beside a link, where brackets are markup too; elsewhere they are left, as in a footnote's mark. */
    private static final String LINK_MARKUP = MARKUP + "[]";

    private MarkdownText() {}

    /** The text with no character that is read as markup. */
    public static String escaped(String text) {
        return escaped(text, MARKUP);
    }

    /** The same for text in a link or beside one. */
    public static String escapedByLink(String text) {
        return escaped(text, LINK_MARKUP);
    }

    private static String escaped(String text, String markup) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.replaceAll("\\s+", " ").toCharArray()) {
            if (markup.indexOf(letter) >= 0) {
                escaped.append('\\');
            }
            escaped.append(letter);
        }
        return escaped.toString();
    }
}
