package ibid.search;

import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;

/**
 * Corrects a query word that no passage contains: "malasian minster" becomes "malaysian minister". The correction is
 * conservative: it keeps the first letter, and the consonants of a word with two errors, and never changes a name to a
 * different name.
 */
final class SpellingCorrection {

    private static final int MIN_LETTERS = 6; // shorter words have too many neighbours: Kylie and Kyle
    private static final int MIN_LETTERS_BUT_DOUBLED = 4; // where only a letter is doubled: Hasan is Hassan
    private static final int MIN_OWNER_LETTERS = 4;
    private static final int MIN_OWNER_PASSAGES = 3;
    private static final int MIN_LETTERS_TO_CHANGE_VOWEL = 8;
    private static final int MIN_LEAD = 2; // times the passages of the next candidate
    private static final int MAX_EDITS = 2;
    private static final String[][] SAME_SOUNDS = {{"tch", "ch"}, {"sch", "sh"}, {"ck", "k"}, {"ph", "f"}, {"kh", "k"}};
    private static final String VOWELS = "aeiouy";

    private SpellingCorrection() {}

    /**
     * The corrected word, as an index term or a word that becomes one; empty if no word is near enough.
     *
     * @param term as it would be in the index
     * @param word as the user wrote it
     */
    static Optional<String> correct(IndexSnapshot snapshot, String term, String word) throws IOException {
        if (isPossessive(snapshot, term)) {
            return Optional.of(term.substring(0, term.length() - 1));
        }
        if (term.length() < MIN_LETTERS_BUT_DOUBLED || !isLetters(term)) {
            return Optional.empty();
        }
        return corrected(snapshot, term, Character.isUpperCase(word.charAt(0)));
    }

    private static Optional<String> corrected(IndexSnapshot snapshot, String term, boolean isName) throws IOException {
        for (int edits = 1; edits <= MAX_EDITS; edits++) {
            List<SpellingCandidates.Candidate> candidates = SpellingCandidates.of(term, snapshot, edits);
            if (anyIsLikely(candidates, term, isName, edits)) {
                return best(candidates, term, isName, edits);
            }
        }
        return Optional.empty();
    }

    private static boolean anyIsLikely(
            List<SpellingCandidates.Candidate> candidates, String term, boolean isName, int edits) {
        return candidates.stream().anyMatch(candidate -> isLikely(term, candidate.word(), isName, edits));
    }

    /**
     * The most frequent candidate if it is likely and clearly ahead. If an unlikely candidate is more frequent, the
     * word is not changed: "Presient" is not "present".
     */
    private static Optional<String> best(
            List<SpellingCandidates.Candidate> candidates, String term, boolean isName, int edits) {
        SpellingCandidates.Candidate first = candidates.getFirst();
        List<SpellingCandidates.Candidate> same = candidates.stream()
                .filter(candidate -> meanSame(candidate.word(), first.word()))
                .toList();
        int next = candidates.stream()
                .filter(candidate -> !same.contains(candidate))
                .mapToInt(SpellingCandidates.Candidate::passages)
                .max()
                .orElse(0);
        if (first.passages() < MIN_LEAD * next) {
            return Optional.empty();
        }
        return same.stream()
                .map(SpellingCandidates.Candidate::word)
                .filter(word -> isLikely(term, word, isName, edits))
                .findFirst();
    }

    /** "Philippine" and "Philippines" are one term of the index. */
    private static boolean meanSame(String one, String other) {
        return IndexTerms.of(one).equals(IndexTerms.of(other));
    }

    /** "Trumps" for "Trump's". */
    private static boolean isPossessive(IndexSnapshot snapshot, String term) throws IOException {
        if (term.length() <= MIN_OWNER_LETTERS || !term.endsWith("s")) {
            return false;
        }
        Term owner = new Term(IndexFields.BODY, term.substring(0, term.length() - 1));
        return snapshot.searcher().getIndexReader().docFreq(owner) >= MIN_OWNER_PASSAGES;
    }

    private static boolean isLikely(String term, String candidate, boolean isName, int edits) {
        boolean isDoubled = withoutDoubles(term).equals(withoutDoubles(candidate)); // "Phillipine" is "Philippine"
        return isDoubled || term.length() >= MIN_LETTERS && isNear(term, candidate, isName, edits);
    }

    private static boolean isNear(String term, String candidate, boolean isName, int edits) {
        boolean sameConsonants = consonants(asSpoken(term)).equals(consonants(asSpoken(candidate)));
        boolean sameLetters = sortedLetters(term).equals(sortedLetters(candidate));
        if (term.length() == candidate.length() && !sameLetters) {
            return !isName && sameConsonants && term.length() >= MIN_LETTERS_TO_CHANGE_VOWEL; // Hansen is not Hanson
        }
        boolean sameSound = sameConsonants || sameLetters;
        return isName
                ? sameSound && last(term) == last(candidate) // Johnston is not Johnson
                : edits == 1 || sameConsonants;
    }

    /** With one spelling for groups of letters that sound the same: "Takaitchi" is "Takaichi". */
    private static String asSpoken(String word) {
        String spoken = word;
        for (String[] sound : SAME_SOUNDS) {
            spoken = spoken.replace(sound[0], sound[1]);
        }
        return spoken;
    }

    /** The word without vowels and with double letters reduced to one. */
    private static String consonants(String word) {
        StringBuilder consonants = new StringBuilder();
        for (char letter : withoutDoubles(word).toCharArray()) {
            if (VOWELS.indexOf(letter) < 0) {
                consonants.append(letter);
            }
        }
        return consonants.toString();
    }

    private static String withoutDoubles(String word) {
        StringBuilder single = new StringBuilder();
        char previous = 0;
        for (char letter : word.toCharArray()) {
            if (letter != previous) {
                single.append(letter);
            }
            previous = letter;
        }
        return single.toString();
    }

    private static String sortedLetters(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    private static char last(String word) {
        return word.charAt(word.length() - 1);
    }

    private static boolean isLetters(String word) {
        return word.chars().allMatch(Character::isLetter);
    }
}
