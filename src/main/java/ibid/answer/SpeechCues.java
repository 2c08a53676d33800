package ibid.answer;

import ibid.language.VerbsOfSaying;
import java.util.ArrayList;
import java.util.List;

/** Detects whether a text attributes words to a speaker, by a verb of saying or by "according to". */
public final class SpeechCues {

    private static final CuePhrases CUES = new CuePhrases(phrases());

    private SpeechCues() {}

    private static List<String> phrases() {
        List<String> phrases = new ArrayList<>(List.of("according to", "proposal"));
        for (List<String> forms : VerbsOfSaying.verbs()) {
            phrases.add(String.join("/", forms));
        }
        return phrases;
    }

    public static boolean areIn(String sentence) {
        return !findIn(sentence).isEmpty();
    }

    public static List<CuePhrases.Occurrence> findIn(String sentence) {
        return CUES.findIn(sentence).stream()
                .filter(cue -> !isOfName(sentence, cue.start()))
                .toList();
    }

    /** "the United States" does not speak by its name. */
    private static boolean isOfName(String sentence, int start) {
        int before = sentence.lastIndexOf(' ', Math.max(0, start - 2)) + 1;
        boolean isBehindName = before < start && Character.isUpperCase(sentence.charAt(before));
        return isBehindName && Character.isUpperCase(sentence.charAt(start));
    }
}
