package ibid.cli.process;

import java.util.List;

/**
 * Text of others, such as names of files, for a terminal: a control character would move the cursor, change the title
 * or hide what was printed, so each is replaced. What remains are line ends, tabs and Ibid's own two styles.
 */
public final class VisibleText {

    public static final String FAINT = "\u001b[2m";
    public static final String STRONG = "\u001b[1m";
    public static final String PLAIN = "\u001b[0m";

    private static final List<String> STYLES = List.of(FAINT, STRONG, PLAIN);
    private static final char REPLACEMENT = '\uFFFD';

    private VisibleText() {}

    public static String of(String text) {
        StringBuilder visible = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int style = styleLength(text, at);
            if (style > 0) {
                visible.append(text, at, at + style);
                at += style;
            } else {
                visible.append(isHidden(text.charAt(at)) ? REPLACEMENT : text.charAt(at));
                at++;
            }
        }
        return visible.toString();
    }

    private static int styleLength(String text, int at) {
        for (String style : STYLES) {
            if (text.startsWith(style, at)) {
                return style.length();
            }
        }
        return 0;
    }

    /** A control character, or one that turns the direction of what follows. */
    private static boolean isHidden(char letter) {
        boolean control = Character.isISOControl(letter) && letter != '\n' && letter != '\t';
        return control || letter >= '\u202A' && letter <= '\u202E' || letter >= '\u2066' && letter <= '\u2069';
    }
}
