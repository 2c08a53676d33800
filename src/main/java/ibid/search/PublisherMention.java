package ibid.search;

import ibid.language.CharRuns;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A publisher's name in a question. A single word may be an ordinary word ("Time", "Nature"), so it counts only next to
 * a verb of saying.
 */
final class PublisherMention {

    private static final int MIN_NAME_CHARS = 3;
    private static final List<String> SOURCE_PHRASES = List.of("according to ", "reported by ", "written by ");
    private static final Set<String> OTHER_WORDS = WordList.read(PublisherMention.class, "publisher-words.txt");

    private PublisherMention() {}

    static boolean isIn(String question, String publisher) {
        if (publisher.length() < MIN_NAME_CHARS) {
            return false;
        }
        for (int at = question.indexOf(publisher); at >= 0; at = question.indexOf(publisher, at + 1)) {
            String before = question.substring(0, at);
            String after = question.substring(at + publisher.length());
            if (isWhole(before, after) && isMeant(publisher, before, after)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(String before, String after) {
        boolean beginsWord = before.isEmpty() || !Character.isLetterOrDigit(before.charAt(before.length() - 1));
        return beginsWord && (after.isEmpty() || !Character.isLetterOrDigit(after.charAt(0)));
    }

    private static boolean isMeant(String publisher, String before, String after) {
        if (publisher.contains(" ")) {
            return true;
        }
        String lower = before.toLowerCase(Locale.ROOT);
        if (SOURCE_PHRASES.stream().anyMatch(lower::endsWith)) {
            return true;
        }
        String next = nextWord(after);
        return VerbsOfSaying.contains(next) || OTHER_WORDS.contains(next);
    }

    /** The word after a name, or after its genitive. */
    private static String nextWord(String after) {
        String rest = withoutGenitive(after);
        if (!rest.startsWith(" ")) {
            return "";
        }
        int end = CharRuns.end(rest, 1, Character::isLetterOrDigit);
        return rest.substring(1, end).toLowerCase(Locale.ROOT);
    }

    private static String withoutGenitive(String after) {
        boolean hasApostrophe = after.startsWith("’") || after.startsWith("'");
        if (!hasApostrophe) {
            return after;
        }
        return after.substring(after.startsWith("s", 1) ? 2 : 1);
    }
}
