package ibid.answer;

import ibid.language.VerbsOfSaying;
import java.util.ArrayList;
import java.util.List;

/** Verbs and turns that give words to a speaker. */
public final class SpeechVerbs {

    private static final CuePhrases CUES = new CuePhrases(phrases());

    private SpeechVerbs() {}

    public static CuePhrases cues() {
        return CUES;
    }

    private static List<String> phrases() {
        List<String> phrases = new ArrayList<>(List.of("according to", "proposal"));
        for (List<String> verb : VerbsOfSaying.verbs()) phrases.add(String.join("/", verb));
        return phrases;
    }
}
