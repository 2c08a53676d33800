package ibid.answer;

/** Verbs and turns that give words to a speaker. */
public final class SpeechVerbs {

    private static final CuePhrases CUES = CuePhrases.read(SpeechVerbs.class, "speech-verbs.txt");

    private SpeechVerbs() {}

    public static CuePhrases cues() {
        return CUES;
    }
}
