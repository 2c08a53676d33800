package ibid.answer.contradiction;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import ibid.language.quantity.Quantity;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a figure counts.
 *
 * @param head   term of the noun; empty where the figure has none behind it
 * @param limits terms of the words between figure and noun
 * @param isPart whether it counts only some of a larger number, or some beside it
 */
record CountedNoun(String head, Set<String> limits, boolean isPart) {

    private static final CuePhrases PART_BEFORE = CuePhrases.read(CountedNoun.class, "part-cues-before.txt");
    private static final CuePhrases PART_AFTER = CuePhrases.read(CountedNoun.class, "part-cues-after.txt");
    private static final Set<String> END = WordList.read(CountedNoun.class, "after-noun.txt");
    private static final Set<String> PLURALS = WordList.read(CountedNoun.class, "plurals.txt");
    private static final int MAX_WORDS = 5; // "700 American and British soldiers"
    private static final int PART_CHARS = 12; // directly before a figure: "additional "

    static CountedNoun of(Quantity quantity, String sentence, ActTerms question) {
        List<String> behind = wordsFrom(quantity.end(), sentence);
        int head = findHead(behind, question);
        Set<String> limits = new HashSet<>();
        for (String word : behind.subList(0, Math.max(0, head))) {
            limits.addAll(IndexTerms.of(word));
        }
        String term = head < 0 ? "" : String.join(" ", IndexTerms.of(behind.get(head)));
        return new CountedNoun(term, limits, isPart(quantity, sentence));
    }

    private static List<String> wordsFrom(int place, String sentence) {
        Lexemes lexemes = new Lexemes(sentence.substring(place));
        List<String> words = new ArrayList<>();
        for (int at = 0; at < lexemes.size() && words.size() < MAX_WORDS; at++) {
            String word = lexemes.key(at);
            if (!lexemes.isWord(at) || END.contains(word) || VerbsOfSaying.contains(word)) {
                break;
            }
            words.add(word);
        }
        return words;
    }

    /** The first word that the question has, else the first plural; -1 where there is none. */
    private static int findHead(List<String> words, ActTerms question) {
        for (int at = 0; at < words.size(); at++) {
            if (IndexTerms.of(words.get(at)).stream().anyMatch(question::isAsked)) {
                return at;
            }
        }
        for (int at = 0; at < words.size(); at++) {
            if (PLURALS.contains(words.get(at)) || words.get(at).endsWith("s")) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isPart(Quantity quantity, String sentence) {
        String before = sentence.substring(0, quantity.start());
        String near = before.substring(Math.max(0, before.length() - PART_CHARS));
        boolean opensWithWhole = PART_BEFORE.findIn(before).stream()
                .anyMatch(cue -> cue.start() == 0 || isAfterBreak(before, cue.start()));
        boolean isNear = PART_BEFORE.findIn(near).stream()
                .anyMatch(cue -> near.substring(cue.end()).isBlank());
        return opensWithWhole || isNear || PART_AFTER.isIn(sentence.substring(quantity.end()));
    }

    private static boolean isAfterBreak(String text, int place) {
        String before = text.substring(0, place).stripTrailing();
        return before.endsWith(",") || before.endsWith(";");
    }

    /** Whether both may count the same things, the smaller amount not only some of them. */
    boolean isSameAs(CountedNoun other, Set<String> sentence, Set<String> otherSentence) {
        if (isPart || other.isPart || !head.isEmpty() && !other.head.isEmpty() && !head.equals(other.head)) {
            return false;
        }
        return otherSentence.containsAll(limits) || sentence.containsAll(other.limits);
    }
}
