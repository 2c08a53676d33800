package ibid.answer.series;

import ibid.language.Lexemes;
import ibid.language.NumberWords;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The words that open a member of a series.
 *
 * @param place from 1; empty if it is only the next one: "Another", "Finally"
 * @param noun  what is counted, in small letters; empty if it is not said: "First, …"
 */
record SeriesMarker(OptionalInt place, String noun) {

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    private static final Set<String> NEXT = Set.of("another", "finally", "lastly", "last");
    private static final Map<String, Integer> ADVERBS =
            Map.of("firstly", 1, "secondly", 2, "thirdly", 3, "fourthly", 4, "fifthly", 5);
    private static final Set<String> VERBS = Set.of(
            "is", "was", "are", "were", "would", "will", "comes", "came", "concerns", "concerned", "lies", "lay");

    static Optional<SeriesMarker> of(String sentence) {
        Lexemes words = new Lexemes(sentence);
        int at = ARTICLES.contains(words.key(0)) ? 1 : 0;
        String word = words.key(at);
        OptionalInt place = place(word, at);
        if (place.isEmpty() && !NEXT.contains(word)) {
            return Optional.empty();
        }
        if (at == 0 && endsBare(words)) {
            return word.equals("one") ? Optional.empty() : Optional.of(new SeriesMarker(place, ""));
        }
        boolean counts = words.isWord(at + 1) && VERBS.contains(words.key(at + 2));
        return counts ? Optional.of(new SeriesMarker(place, words.key(at + 1))) : Optional.empty();
    }

    /** "First, …", "Second of all, …". */
    private static boolean endsBare(Lexemes words) {
        return words.is(1, ",") || words.is(1, "of") && words.is(2, "all") && words.is(3, ",");
    }

    private static OptionalInt place(String word, int at) {
        if (word.equals("one") && at == 0) {
            return OptionalInt.of(1);
        }
        Integer adverb = ADVERBS.get(word);
        return adverb == null ? NumberWords.ordinal(word) : OptionalInt.of(adverb);
    }

    /** Whether it may open the member behind that many others of the same series. */
    boolean continues(SeriesMarker first, int members) {
        boolean isNext = place.isEmpty() || place.getAsInt() == members + 1;
        return isNext && noun.equals(first.noun());
    }

    boolean isFirst() {
        return place.isPresent() && place.getAsInt() == 1;
    }
}
