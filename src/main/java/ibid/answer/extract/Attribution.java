package ibid.answer.extract;

import ibid.answer.CuePhrases;
import ibid.answer.SpeechCues;
import ibid.article.Imprint;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells a claim or an opinion from a plain report, and names who speaks where the sentence itself does not. */
public final class Attribution {

    private static final CuePhrases OPINIONS = CuePhrases.read(Attribution.class, "opinion-cues.txt");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Attribution() {}

    /** Whether a reader must be told that this is somebody's view, and the sentence does not say whose. */
    static boolean isNeeded(String sentence) {
        return OPINIONS.isIn(sentence) && !SpeechCues.areIn(sentence);
    }

    /**
     * A sentence of one's own on what an article holds: {@code Wales Union News: Trams should go.} where the
     * article's words are a view and neither says whose.
     */
    public static String attributed(Imprint imprint, String sentence, String articleWords) {
        boolean isNeeded = isNeeded(articleWords) && isNeeded(sentence) && !sentence.contains(imprint.voice());
        return isNeeded ? imprint.voice() + ": " + sentence : sentence;
    }

    /** {@code Wales Union News, 8 November 2025: “…”}; the date where it is asked for. */
    static String quote(Imprint imprint, boolean withDate, String sentence) {
        String source = withDate ? source(imprint) : imprint.voice();
        return source + ": “" + sentence + "”";
    }

    /** {@code Wales Union News, 8 November 2025}. */
    static String source(Imprint imprint) {
        String date = imprint.publishedOn().map(day -> ", " + DAY.format(day)).orElse("");
        return imprint.voice() + date;
    }
}
