package ibid.language.injection;

import ibid.language.Language;
import ibid.language.WordList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells words that no English text has: those of a code, and of a language that {@link InjectionClassifier} was not
 * fitted on. An order may be written in either among English words, which is why it is of no use for other texts.
 */
public final class ForeignWords {

    private static final BitSet FAMILIAR = read("familiar-words.bin"); // by src/train/injection/familiar.py
    private static final Set<String> SHORT_WORDS = WordList.read(ForeignWords.class, "english-short-words.txt");
    private static final int BITS = 19;
    private static final int MIN_LETTERS = 4; // shorter ones are in the vocabulary of many languages
    private static final double LETTERS_OF_A_WORD = 6; // in other scripts, of which some do not set words apart
    private static final int MIN_ACCENTED = 5; // languages with short words have more of them; an English menu fewer
    private static final double MIN_SHARE_ACCENTED = 0.2;
    private static final int MIN_FOREIGN = 5; // in a row; names of dishes and plants come in twos and threes
    private static final double SHORT = 0.5, ENGLISH = -1; // what such a word adds to a row; foreign ones add 1
    private static final double MIN_FAMILIAR = 0.7; // of the words of an English sentence; news has 0.97
    /** Latin languages whose orders the classifier recognises. */
    private static final Set<String> CLASSIFIED = Set.of("de", "es", "fr", "it", "nl", "pl", "pt", "tr");

    private ForeignWords() {}

    private static BitSet read(String file) {
        try (InputStream resource = ForeignWords.class.getResourceAsStream(file)) {
            return BitSet.valueOf(resource.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether most words of a sentence are English. */
    public static boolean isEnglish(String sentence) {
        int familiar = 0;
        int all = 0;
        for (String word : words(sentence)) {
            if (counts(word)) {
                all++;
                familiar += isFamiliar(word) ? 1 : 0;
            }
        }
        return all > 0 && familiar >= MIN_FAMILIAR * all;
    }

    /** Whether an English text would not have the sentence: it has several words in a row that are not English. */
    public static boolean areIn(String sentence) {
        double row = 0;
        int all = 0;
        int accented = 0;
        for (String word : words(sentence)) {
            boolean isAccented = isAccented(word);
            all++;
            accented += isAccented ? 1 : 0;
            row = Math.max(0, row + (isAccented ? 1 : weight(word)));
            boolean isForeign = row >= MIN_FOREIGN || accented >= MIN_ACCENTED && accented >= MIN_SHARE_ACCENTED * all;
            if (isForeign) {
                return !CLASSIFIED.contains(Language.of(sentence));
            }
        }
        return false;
    }

    /**
     * How many foreign words a run of letters stands for: in Latin by whether English has the word, in other scripts by
     * its length.
     */
    private static double weight(String run) {
        if (!isLatin(run)) {
            return run.chars().anyMatch(Character::isLetter) ? run.length() / LETTERS_OF_A_WORD : 0;
        }
        if (counts(run)) {
            return isFamiliar(run) ? ENGLISH : 1;
        }
        return isCapitalised(run) ? 0 : shortWeight(run);
    }

    private static double shortWeight(String word) {
        return SHORT_WORDS.contains(word) ? ENGLISH : SHORT;
    }

    private static boolean isLatin(String run) {
        return !run.isEmpty() && Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    /** Whether the word has letters that English has not, and is no name. */
    private static boolean isAccented(String word) {
        return word.length() > 1
                && isLatin(word)
                && word.chars().anyMatch(sign -> sign >= 0x80)
                && !isCapitalised(word);
    }

    private static String[] words(String sentence) {
        return ShownText.asSeen(sentence).split("[^\\p{L}\\p{M}\\p{N}]+");
    }

    /** Names and numbers say nothing of a language. */
    private static boolean counts(String word) {
        int letters = (int) word.codePoints().filter(Character::isLetter).count();
        return letters >= MIN_LETTERS && !isCapitalised(word);
    }

    private static boolean isCapitalised(String word) {
        int second = word.offsetByCodePoints(0, 1);
        return Character.isUpperCase(word.codePointAt(0))
                && word.substring(second).equals(word.substring(second).toLowerCase(Locale.ROOT));
    }

    private static boolean isFamiliar(String word) {
        int[] folded = NgramFeatures.fold(word).codePoints().toArray();
        return FAMILIAR.get(NgramFeatures.hash(folded, BITS));
    }
}
