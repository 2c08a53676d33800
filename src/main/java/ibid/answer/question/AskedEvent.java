package ibid.answer.question;

import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a question says happened, beside the names in it: "When did Malta join the league" asks about joining.
 *
 * @param stems   of the words for it, with those of words that mean the same; empty where it says nothing
 * @param isKnown whether it is an event of the list, of which all words are known
 */
public record AskedEvent(Set<String> stems, boolean isKnown) {

    private static final Set<String> GENERIC = WordList.read(AskedEvent.class, "question-words.txt");
    private static final List<List<String>> SYNONYMS = WordList.lines(AskedEvent.class, "event-synonyms.txt").stream()
            .map(line -> List.of(line.split(" ")))
            .toList();
    private static final int MIN_WORD_CHARS = 3;
    private static final int STEM_CHARS = 5; // "resign" and "resignation", "announced" and "announcement" begin alike

    public static AskedEvent of(String question) {
        Set<String> events = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (String word : wordsBesideNames(question)) {
            Set<String> synonyms = synonyms(word);
            events.addAll(synonyms);
            others.add(stem(word));
        }
        return new AskedEvent(events.isEmpty() ? others : events, !events.isEmpty());
    }

    private static List<String> wordsBesideNames(String question) {
        Lexemes words = new Lexemes(question);
        List<String> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            boolean isWord = words.isWord(at) && words.key(at).length() >= MIN_WORD_CHARS;
            if (isWord && !GENERIC.contains(words.key(at)) && !isOfName(question, words.start(at))) {
                found.add(words.key(at));
            }
        }
        return found;
    }

    private static boolean isOfName(String question, int start) {
        return Names.in(question).stream().anyMatch(name -> name.start() <= start && start < name.end());
    }

    /** The stems of a word for a known event and of those that mean the same; empty for another word. */
    private static Set<String> synonyms(String word) {
        Set<String> stems = new HashSet<>();
        for (List<String> group : SYNONYMS) {
            if (group.contains(word)) {
                group.forEach(other -> stems.add(stem(other)));
            }
        }
        return stems;
    }

    private static String stem(String word) {
        String stem = Inflections.stem(word);
        return stem.length() > STEM_CHARS ? stem.substring(0, STEM_CHARS) : stem;
    }

    /** Whether the text tells of it, or the question says nothing that could be told. */
    public boolean isTold(String text) {
        if (stems.isEmpty()) {
            return true;
        }
        Lexemes words = new Lexemes(text);
        for (int at = 0; at < words.size(); at++) {
            if (stems.contains(stem(words.key(at)))) {
                return true;
            }
        }
        return false;
    }
}
