package ibid.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds names in Chinese text, which marks none: countries and cities that Unicode's CLDR knows, things named by their
 * kind ("…大桥", "…大学"), and people by title and surname.
 */
final class ChineseNames {

    private static final Set<String> PLACES = places();
    private static final Set<String> KINDS = WordList.read(ChineseNames.class, "chinese-kinds.txt");
    private static final Set<String> SURNAMES = WordList.read(ChineseNames.class, "chinese-surnames.txt");
    private static final Set<String> TITLES = WordList.read(ChineseNames.class, "chinese-titles.txt");
    private static final Set<String> NOT_IN_NAMES = WordList.read(ChineseNames.class, "chinese-particles.txt");
    private static final int MAX_PLACE_CHARS = 6;
    private static final int MIN_NAMED_CHARS = 2; // "青河" of "青河大桥"
    private static final int MAX_NAMED_CHARS = 4;
    private static final int MAX_GIVEN_CHARS = 2;

    private ChineseNames() {}

    private static Set<String> places() {
        Set<String> places = new HashSet<>(PlaceNames.of("zh"));
        places.addAll(WordList.read(ChineseNames.class, "chinese-cities.txt"));
        return Set.copyOf(places);
    }

    /** Names of places and things. */
    static List<Names.Name> in(String text) {
        List<Names.Name> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = Math.max(endOfPlace(text, at), endOfNamed(text, at));
            if (end > at) {
                found.add(new Names.Name(text.substring(at, end), at));
            }
            at = Math.max(end, at + 1);
        }
        found.addAll(people(text));
        return found;
    }

    private static int endOfPlace(String text, int start) {
        for (int end = Math.min(text.length(), start + MAX_PLACE_CHARS); end > start + 1; end--) {
            if (PLACES.contains(text.substring(start, end))) {
                return end;
            }
        }
        return -1;
    }

    /** The end of the name before the word for the kind of thing; only where a run of signs begins. */
    private static int endOfNamed(String text, int start) {
        if (start > 0 && isOfName(text, start - 1)) {
            return -1;
        }
        int end = start;
        while (end < text.length() && end - start < MAX_NAMED_CHARS && isOfName(text, end)) {
            end++;
            if (end - start >= MIN_NAMED_CHARS && startsWithKind(text, end)) {
                return end;
            }
        }
        return -1;
    }

    private static boolean startsWithKind(String text, int at) {
        return KINDS.stream().anyMatch(kind -> text.startsWith(kind, at));
    }

    private static boolean isOfName(String text, int at) {
        boolean isHan = Character.isIdeographic(text.charAt(at));
        return isHan && !NOT_IN_NAMES.contains(text.substring(at, at + 1));
    }

    /** Surname and given name after a title. */
    static List<Names.Name> people(String text) {
        List<Names.Name> found = new ArrayList<>();
        for (int at = 1; at < text.length(); at++) {
            if (SURNAMES.contains(text.substring(at, at + 1)) && followsTitle(text, at)) {
                int end = endOfGiven(text, at + 1);
                if (end > at + 1) {
                    found.add(new Names.Name(text.substring(at, end), at));
                }
            }
        }
        return found;
    }

    private static boolean followsTitle(String text, int at) {
        return TITLES.stream().anyMatch(title -> text.startsWith(title, at - title.length()));
    }

    private static int endOfGiven(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < MAX_GIVEN_CHARS && isOfName(text, end)) {
            end++;
        }
        return end;
    }
}
