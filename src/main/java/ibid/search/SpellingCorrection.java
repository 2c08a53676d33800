package ibid.search;

import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import ibid.index.TermAnalyzer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Reads a word that no passage holds as the word it was meant to be: "malasian minster" as "malaysian minister". Careful rather than
 * helpful: the first letter stands, the consonants stand in a longer slip, and a name is never read as another name that is spelled with other letters.
 */
final class SpellingCorrection {

    private static final int MIN_LETTERS = 6; // shorter words have too many neighbours: Kylie and Kyle
    private static final int MIN_OWNER = 4;
    private static final int LONG = 8; // from here one vowel may stand for another
    private static final int MIN_PASSAGES = 3; // rarer words may be slips themselves
    private static final int CLEARLY = 2; // times more passages than the next best reading
    private static final Set<String> ALIAS_WORDS = TermAnalyzer.aliasWords();

    private SpellingCorrection() {}

    /**
     * The word it was meant to be, as an index term or a word that becomes one; empty if it is known or nothing is near enough.
     *
     * @param term as the index would hold it
     * @param word as the person wrote it
     */
    static Optional<String> meant(IndexSnapshot snapshot, String term, String word) throws IOException {
        if (isOwned(snapshot, term)) return Optional.of(term.substring(0, term.length() - 1));
        if (term.length() < MIN_LETTERS || !term.chars().allMatch(Character::isLetter)) return Optional.empty();
        boolean name = Character.isUpperCase(word.charAt(0));
        LevenshteinAutomata near = new LevenshteinAutomata(term.substring(1), true);
        for (int edits = 1; edits <= 2; edits++) {
            Map<String, Integer> readings =
                    readings(snapshot.searcher().getIndexReader(), near.toAutomaton(edits, term.substring(0, 1)));
            List<String> byFrequency = readings.keySet().stream()
                    .sorted(Comparator.<String>comparingInt(readings::get)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            if (byFrequency.stream().noneMatch(like(term, name, edits))) continue;
            String best =
                    byFrequency.getFirst(); // where a reading that is not likely is more frequent, the word stays:
            // "Presient" is
            // not "present"
            boolean clear = byFrequency.size() == 1 || readings.get(best) >= CLEARLY * readings.get(byFrequency.get(1));
            return clear && like(term, name, edits).test(best) ? Optional.of(best) : Optional.empty();
        }
        return Optional.empty();
    }

    /** "Trumps" for "Trump's". */
    private static boolean isOwned(IndexSnapshot snapshot, String term) throws IOException {
        if (term.length() < MIN_OWNER + 1 || !term.endsWith("s")) return false;
        String owner = term.substring(0, term.length() - 1);
        return snapshot.searcher().getIndexReader().docFreq(new Term(IndexFields.BODY, owner)) >= MIN_PASSAGES;
    }

    /** Words of the index and its aliases that the automaton accepts, with the number of passages that hold them. */
    private static Map<String, Integer> readings(IndexReader reader, Automaton near) throws IOException {
        Map<String, Integer> readings = new HashMap<>();
        CompiledAutomaton compiled = new CompiledAutomaton(near);
        for (String field : List.of(IndexFields.BODY, IndexFields.TITLE)) {
            org.apache.lucene.index.Terms terms = MultiTerms.getTerms(reader, field);
            if (terms == null) continue;
            TermsEnum found = compiled.getTermsEnum(terms);
            while (found.next() != null) readings.merge(found.term().utf8ToString(), found.docFreq(), Math::max);
        }
        CharacterRunAutomaton accepts = new CharacterRunAutomaton(near);
        for (String alias : ALIAS_WORDS)
            if (accepts.run(alias))
                readings.merge(
                        alias,
                        reader.docFreq(
                                new Term(IndexFields.BODY, IndexTerms.of(alias).getFirst())),
                        Math::max);
        readings.values().removeIf(passages -> passages < MIN_PASSAGES);
        return readings;
    }

    private static Predicate<String> like(String word, boolean name, int slips) {
        return reading -> likely(word, reading, name, slips);
    }

    private static boolean likely(String word, String reading, boolean name, int slips) {
        boolean consonantsStand = consonants(word).equals(consonants(reading));
        if (word.length() == reading.length() && !letters(word).equals(letters(reading))) {
            return !name && consonantsStand && word.length() >= LONG; // Hansen is not Hanson
        }
        if (name)
            return (consonantsStand || letters(word).equals(letters(reading)))
                    && last(word) == last(reading); // Johnston is not Johnson
        return slips == 1 || consonantsStand;
    }

    /** Without vowels and second letters of doubles. */
    private static String consonants(String word) {
        return word.replaceAll("(.)\\1", "$1").replaceAll("[aeiouy]", "");
    }

    private static String letters(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    private static char last(String word) {
        return word.charAt(word.length() - 1);
    }
}
