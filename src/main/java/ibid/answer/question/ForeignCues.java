package ibid.answer.question;

import ibid.answer.CuePhrases;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Phrases of one language other than English, by kind. Chinese, which has no spaces, is searched by its signs. */
final class ForeignCues {

    private static final String CHINESE = "zh";
    private static final CuePhrases NONE = new CuePhrases(List.of());
    private static final Map<String, CuePhrases> PHRASES = CuePhrases.readKinds(ForeignCues.class, "foreign-cues.txt");
    private static final Map<String, List<String>> SIGNS = signs();

    private final String language;

    ForeignCues(String language) {
        this.language = language;
    }

    boolean areIn(String kind, String text) {
        return language.equals(CHINESE)
                ? !signs(kind, text).isEmpty()
                : phrases(kind).isIn(text);
    }

    List<CuePhrases.Occurrence> findIn(String kind, String text) {
        return language.equals(CHINESE) ? signs(kind, text) : phrases(kind).findIn(text);
    }

    private CuePhrases phrases(String kind) {
        return PHRASES.getOrDefault(language + " " + kind, NONE);
    }

    private static List<CuePhrases.Occurrence> signs(String kind, String text) {
        List<CuePhrases.Occurrence> found = new ArrayList<>();
        for (String phrase : SIGNS.getOrDefault(kind, List.of())) {
            int at = text.indexOf(phrase);
            while (at >= 0) {
                found.add(new CuePhrases.Occurrence(at, at + phrase.length()));
                at = text.indexOf(phrase, at + phrase.length());
            }
        }
        return found;
    }

    private static Map<String, List<String>> signs() {
        Map<String, List<String>> signs = new LinkedHashMap<>();
        List<String> phrases = new ArrayList<>();
        for (String line : WordList.lines(ForeignCues.class, "foreign-cues.txt")) {
            if (line.startsWith("[")) {
                String[] head = line.substring(1, line.length() - 1).split(" ");
                phrases = new ArrayList<>();
                signs.put(head[0].equals(CHINESE) ? head[1] : line, phrases);
            } else {
                phrases.add(line);
            }
        }
        return signs;
    }
}
