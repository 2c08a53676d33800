package ibid.read.manuscript;

import ibid.language.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headings of notes and lists of sources in every format and language, from {@code note-headings.txt}.
 */
public final class NoteHeadings {

    private static final Map<String, Set<String>> HEADINGS = headings();

    private NoteHeadings() {}

    /** Whether the line is a heading of notes, with or without a colon. */
    public static boolean isOverNotes(String line) {
        return HEADINGS.get("notes").contains(key(line));
    }

    /** Whether the line is a heading of a list of sources, notes or documents of the article. */
    static boolean isOverSources(String line) {
        return HEADINGS.get("sources").contains(key(line));
    }

    private static String key(String line) {
        String text = line.strip();
        if (text.endsWith(":")) {
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Set<String>> headings() {
        Map<String, Set<String>> headings = new HashMap<>();
        String section = "";
        for (String line : WordList.lines(NoteHeadings.class, "note-headings.txt")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else {
                headings.computeIfAbsent(section, unknown -> new HashSet<>()).add(line);
            }
        }
        return headings;
    }
}
