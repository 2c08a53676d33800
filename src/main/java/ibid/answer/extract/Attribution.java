package ibid.answer.extract;

import ibid.answer.CuePhrases;
import ibid.answer.DraftSentence;
import ibid.answer.SpeechCues;
import ibid.answer.stance.SpeechFilter;
import ibid.article.Imprint;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Distinguishes a claim or an opinion from a plain report, and names the speaker if the sentence does not. */
public final class Attribution {

    private static final CuePhrases OPINIONS = CuePhrases.read(Attribution.class, "opinion-cues.txt");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Attribution() {}

    /** Whether this is somebody's view and the sentence does not say whose, so that the speaker must be added. */
    static boolean isNeeded(String sentence) {
        return OPINIONS.isIn(sentence) && !SpeechCues.areIn(sentence);
    }

    /**
     * A written sentence about an article's words, such as {@code Wales Union News: Trams should go.} The publisher is
     * added if the words are a view and neither text says whose.
     */
    public static String attributed(Imprint imprint, String sentence, String articleWords) {
        boolean isNeeded = isNeeded(articleWords) && isNeeded(sentence) && !sentence.contains(imprint.voice());
        return isNeeded ? imprint.voice() + ": " + sentence : sentence;
    }

    /** {@code Wales Union News, 8 November 2025: “…”}; with the date if the caller asks for it. */
    static String quote(Imprint imprint, boolean withDate, String sentence) {
        String source = withDate ? source(imprint) : imprint.voice();
        return source + ": “" + sentence + "”";
    }

    /** {@code Wales Union News, 8 November 2025}. */
    static String source(Imprint imprint) {
        String date = imprint.publishedOn().map(day -> ", " + DAY.format(day)).orElse("");
        return imprint.voice() + date;
    }

    /** The same sentences, each with its speaker where the filter knows him. */
    static List<DraftSentence> withSpeakers(List<DraftSentence> sentences, SpeechFilter filter) {
        return sentences.stream()
                .map(sentence -> withSpeaker(sentence, filter.speakerOf(sentence.text())))
                .toList();
    }

    /** The same rows, each with the holder of its opinion, whom its label names, as the speaker. */
    static List<DraftSentence> withHolders(List<DraftSentence> rows) {
        return rows.stream().map(row -> withSpeaker(row, holder(row))).toList();
    }

    private static String holder(DraftSentence row) {
        String label = row.details().label();
        int colon = label.indexOf(": ");
        return colon < 0 ? "" : label.substring(colon + 2);
    }

    private static DraftSentence withSpeaker(DraftSentence sentence, String speaker) {
        return new DraftSentence(
                sentence.text(), sentence.citations(), sentence.details().withSpeaker(speaker));
    }
}
