package ibid.read.manuscript;

import ibid.language.WordList;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Patterns with alternatives from a resource file beside a class: one per line; a line that begins with # is a comment.
 */
public final class Alternatives {

    private Alternatives() {}

    /** A group that matches any line of the file, each a regular expression. */
    public static String expressions(Class<?> beside, String file) {
        return "(?:" + String.join("|", WordList.lines(beside, file)) + ")";
    }

    /** A group that matches any line of the file literally. */
    public static String names(Class<?> beside, String file) {
        StringBuilder names = new StringBuilder();
        for (String name : WordList.lines(beside, file)) {
            if (!names.isEmpty()) {
                names.append('|');
            }
            names.append(Pattern.quote(name));
        }
        return "(?:" + names + ")";
    }

    /** A group that matches any word of the file. */
    public static String words(Class<?> beside, String file) {
        return "(?:" + String.join("|", new TreeSet<>(WordList.read(beside, file))) + ")";
    }
}
