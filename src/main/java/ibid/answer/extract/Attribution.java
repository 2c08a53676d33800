package ibid.answer.extract;

import ibid.article.Imprint;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a claim or an opinion from a plain report, and names who speaks where the sentence itself does not. */
public final class Attribution {

    static final Pattern SPEECH = Pattern.compile(
            "(?i)\\b(say|said|says|saying|tells?|told|argu(e[ds]?|ing)|warn(s|ed|ing)?|claim(s|ed|ing)?|call(s|ed|ing)?|describ(e[ds]?|ing)|stat(es|ed|ing)|note[ds]?|noting"
                    + "|wr(ote|ites|itten|iting)|announc(e[ds]?|ing)|insist(s|ed)?|declar(e[ds]?|ing)|reject(s|ed|ing)?|criticis?z?(e[ds]?|ing)|characteris?z?(e[ds]?|ing)|propos(e[ds]?|ing|al)|according to|view(s|ed|ing)?"
                    + "|believe[ds]?|remark(s|ed)?|repl(ies|ied)|answered|dismiss(es|ed)?|refus(es|ed)?|suggest(s|ed)?|predict(s|ed)?|estimat(es|ed)|report(s|ed)|hint(s|ed)?|accus(es|ed))\\b");

    /** Words of judgement, forecast or obligation, and the writer's own "we". */
    private static final Pattern OPINION = Pattern.compile(
            "(?i)\\b(should|must|ought|might|may|could|would|(un)?likely|perhaps|probably|possibly|arguably|clearly|obviously|undoubtedly|certainly|surely|apparently|seems?|appears?|expected to"
                    + "|considered|highly|so-called|dangerous|absurd|wrong|mistaken|foolish|immature|naive|dirty|blunt(ly)?|fail(s|ed|ure)|bad|good|best|worst|great|unfortunately|fortunately|deserves?|we|our|us|i|let's|dead)\\b");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Attribution() {}

    /** Whether a reader must be told that this is somebody's view, and the sentence does not say whose. */
    static boolean needsName(String sentence) {
        return OPINION.matcher(sentence).find() && !SPEECH.matcher(sentence).find();
    }

    /** A sentence of one's own on what an article holds: {@code Wales Union News: Trams should go.} where the article's words are a view and neither says whose. */
    public static String attributed(Imprint imprint, String sentence, String words) {
        return needsName(words) && needsName(sentence) && !sentence.contains(imprint.voice())
                ? imprint.voice() + ": " + sentence
                : sentence;
    }

    /** {@code Wales Union News, 8 November 2025: “…”}; the date only the first time. */
    static String lead(Imprint imprint, boolean withDate, String sentence) {
        return (withDate ? attribution(imprint) : imprint.voice()) + ": “" + sentence + "”";
    }

    /** {@code Wales Union News, 8 November 2025}. */
    static String attribution(Imprint imprint) {
        return imprint.voice()
                + imprint.publishedOn().map(day -> ", " + DAY.format(day)).orElse("");
    }
}
