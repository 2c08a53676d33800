package ibid.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The verbs that attribute words or a view to a speaker, from one word list. Lower case, inflected. */
public final class VerbsOfSaying {

    private static final String AFTER_SOURCE_ONLY = "*";

    private static final List<List<String>> VERBS = verbs(false);
    private static final Set<String> FORMS = forms(VERBS);
    private static final String ALTERNATIVES_AFTER_SOURCE = String.join("|", forms(verbs(true)));
    private static final String ALTERNATIVES = String.join("|", FORMS);
    private static final Pattern ANY = Pattern.compile("(?i)\\b(?:" + ALTERNATIVES + ")\\b");

    private VerbsOfSaying() {}

    /** The forms of each verb. */
    public static List<List<String>> verbs() {
        return VERBS;
    }

    /** Whether the word is a form of such a verb. */
    public static boolean contains(String lowerCase) {
        return FORMS.contains(lowerCase);
    }

    /** Finds any form in a text. */
    public static Pattern pattern() {
        return ANY;
    }

    /** The alternatives of a pattern for words directly after the name of a source; includes some more verbs. */
    public static String alternativesAfterSource() {
        return ALTERNATIVES_AFTER_SOURCE;
    }

    private static List<List<String>> verbs(boolean afterSource) {
        List<List<String>> verbs = new ArrayList<>();
        for (String line : WordList.lines(VerbsOfSaying.class, "verbs-of-saying.txt")) {
            boolean restricted = line.startsWith(AFTER_SOURCE_ONLY);
            if (restricted && !afterSource) {
                continue;
            }
            String forms =
                    restricted ? line.substring(AFTER_SOURCE_ONLY.length()).strip() : line;
            verbs.add(List.of(forms.split(" ")));
        }
        return List.copyOf(verbs);
    }

    private static Set<String> forms(List<List<String>> verbs) {
        Set<String> forms = new HashSet<>();
        verbs.forEach(forms::addAll);
        return Set.copyOf(forms);
    }
}
