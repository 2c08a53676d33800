package ibid.read;

import ibid.language.WordList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a word of a correction notice tells of the values round it; the words are in a list beside the class. */
enum NoticeCue {
    /** What said something wrong: "article", "we". */
    SOURCE,
    /** What follows is withdrawn, where a source stands before. */
    SAID,
    /** What follows is withdrawn. */
    WRONG,
    /** What follows is right. */
    RIGHT,
    /** The next value is withdrawn for the one before it. */
    INSTEAD,
    /** Something was wrong. */
    ERROR;

    private static final Map<NoticeCue, Set<String>> WORDS = read();

    private static Map<NoticeCue, Set<String>> read() {
        Map<NoticeCue, Set<String>> words = new EnumMap<>(NoticeCue.class);
        NoticeCue cue = null;
        for (String line : WordList.lines(NoticeCue.class, "notice-cues.txt")) {
            if (line.startsWith("[")) {
                cue = valueOf(line.substring(1, line.length() - 1));
            } else {
                words.computeIfAbsent(cue, absent -> new HashSet<>()).addAll(Set.of(line.split(" ")));
            }
        }
        return words;
    }

    /** @param word in lower case */
    boolean has(String word) {
        return WORDS.get(this).contains(word);
    }
}
