package ibid.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds names in text of a language other than English: runs of capitalised words. German writes every noun with a
 * capital, so that one word alone is a name there only where no article can be missing: "in Hamburg".
 */
public final class ForeignNames {

    private static final Set<String> LINKS = WordList.read(ForeignNames.class, "name-links.txt");
    private static final Set<String> BODIES = WordList.read(ForeignNames.class, "foreign-body-words.txt");
    private static final Set<String> BEFORE_GERMAN_NAME = Set.of("von", "in", "aus", "nach", "bei");

    private final Lexemes text;
    private final String language;
    private final List<Names.Name> found = new ArrayList<>();

    private ForeignNames(String text, String language) {
        this.text = new Lexemes(text);
        this.language = language;
    }

    public static List<Names.Name> in(String text, String language) {
        if (language.equals("zh")) {
            return ChineseNames.in(text);
        }
        ForeignNames names = new ForeignNames(text, language);
        names.scan();
        return names.found;
    }

    /** The names that may be people's: two words or more, none of them for a place or an organisation. */
    public static List<Names.Name> people(String text, String language) {
        if (language.equals("zh")) {
            return ChineseNames.people(text);
        }
        return in(text, language).stream()
                .filter(name -> name.words() > 1 && !isBody(name.text()))
                .toList();
    }

    private static boolean isBody(String name) {
        Lexemes words = new Lexemes(name);
        for (int at = 0; at < words.size(); at++) {
            if (BODIES.contains(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    private void scan() {
        Set<String> asking = QuestionLanguage.askingWords(language);
        int at = 0;
        while (at < text.size()) {
            int start = text.isCapitalised(at) && opensSentence(at) && isOpener(at, asking) ? at + 1 : at;
            int end = endOfRun(start);
            if (end > start && isName(start, end)) {
                found.add(new Names.Name(text.slice(start, end), text.start(start)));
            }
            at = Math.max(Math.max(start, end), at + 1);
        }
    }

    /** Whether the first word of a sentence is no part of a name: it asks, is short, or stands alone. */
    private boolean isOpener(int at, Set<String> asking) {
        if (PlaceNames.of(language).contains(text.text(at))) {
            return false;
        }
        return asking.contains(text.key(at)) || text.text(at).length() <= 3 || !text.isCapitalised(at + 1);
    }

    private boolean opensSentence(int at) {
        return at == 0 || !text.isAlphanumeric(at - 1) && !"«„“\"’'-–,(".contains(text.text(at - 1));
    }

    private int endOfRun(int start) {
        int end = start;
        while (text.isCapitalised(end) && (end == start || isJoined(end))) {
            int linked = end + 1;
            while (LINKS.contains(text.key(linked)) && text.isSpaced(linked)) {
                linked++;
            }
            end = text.isCapitalised(linked) ? linked : end + 1;
        }
        return end;
    }

    private boolean isJoined(int at) {
        return text.isSpaced(at) || text.isGlued(at) && text.is(at - 1, "-");
    }

    private boolean isName(int start, int end) {
        if (!language.equals("de") || end - start > 1) {
            return true;
        }
        return BEFORE_GERMAN_NAME.contains(text.key(start - 1));
    }
}
