package ibid.language.injection;

import ibid.language.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An order that first letters spell, of sentences, of capitalised words (as lines of a verse begin) or of all words: a
 * phrase so long that chance never makes it.
 */
public final class Acrostic {

    private static final int MIN_LETTERS = 7;
    private static final int MIN_LETTERS_OF_WORDS = 9; // an article has twenty times as many words as sentences
    private static final List<String> ORDERS = WordList.lines(Acrostic.class, "acrostic-orders.txt").stream()
            .flatMap(Acrostic::phrases)
            .filter(phrase -> phrase.length() >= MIN_LETTERS)
            .toList();

    /** First letters in lower case, each with the index of its sentence. */
    private static final class Initials {

        private final StringBuilder letters = new StringBuilder();
        private final List<Integer> sentences = new ArrayList<>();

        void add(int letter, int sentence) {
            letters.append(Character.toString(letter).toLowerCase(Locale.ROOT), 0, 1);
            sentences.add(sentence);
        }

        /** Index of the sentence in which the first order begins, or the number of all sentences. */
        int start(int minLetters, int none) {
            return ORDERS.stream()
                    .filter(order -> order.length() >= minLetters)
                    .mapToInt(letters::indexOf)
                    .filter(start -> start >= 0)
                    .map(sentences::get)
                    .min()
                    .orElse(none);
        }
    }

    private Acrostic() {}

    private static Stream<String> phrases(String line) {
        String[] parts = line.split(" ");
        return Stream.of(parts[0].split("/"))
                .flatMap(verb -> Stream.of(parts[1].split("/")).map(object -> verb + object));
    }

    /** Index of the sentence in which an order begins that first letters spell; -1 if they spell none. */
    public static int startIn(List<String> sentences) {
        Initials ofSentences = new Initials(), ofCapitals = new Initials(), ofWords = new Initials();
        for (int at = 0; at < sentences.size(); at++) {
            boolean isFirst = true;
            String sentence = sentences.get(at);
            for (int sign = 0; sign < sentence.length(); sign++) {
                if (!beginsWord(sentence, sign)) {
                    continue;
                }
                char letter = sentence.charAt(sign);
                ofWords.add(letter, at);
                if (Character.isUpperCase(letter)) {
                    ofCapitals.add(letter, at);
                }
                if (isFirst) {
                    ofSentences.add(letter, at);
                }
                isFirst = false;
            }
        }
        int none = sentences.size();
        int start = Math.min(ofSentences.start(MIN_LETTERS, none), ofCapitals.start(MIN_LETTERS, none));
        start = Math.min(start, ofWords.start(MIN_LETTERS_OF_WORDS, none));
        return start == none ? -1 : start;
    }

    private static boolean beginsWord(String text, int at) {
        if (!Character.isLetter(text.charAt(at))) {
            return false;
        }
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Character.isLetterOrDigit(before) && before != '\'' && before != '’';
    }
}
