package ibid.answer.stance;

import ibid.answer.CuePhrases;
import ibid.article.Imprint;
import java.util.List;
import java.util.Map;

/**
 * The side that a sentence takes, and who takes it.
 *
 * @param holder     as the sentence names him, else the article's author or voice; empty where the side is NONE
 * @param isExplicit whether the sentence's own words take the side, not only the article that it is from
 */
public record SentenceStance(Stance side, String holder, boolean isExplicit) {

    public static final SentenceStance NONE = new SentenceStance(Stance.NONE, "", false);

    private static final Map<String, CuePhrases> TITLES = CuePhrases.readKinds(SentenceStance.class, "titles.txt");
    private static final CuePhrases IMPERSONAL = CuePhrases.read(SentenceStance.class, "impersonal-cues.txt");

    /** Of a sentence of the article with that imprint. */
    public static SentenceStance of(String sentence, Imprint imprint) {
        if (IMPERSONAL.isIn(sentence)) {
            return NONE;
        }
        OpinionCues cues = new OpinionCues(sentence);
        String holder = cues.holder();
        if (!holder.isEmpty()) {
            return cues.side() == Stance.NONE ? NONE : new SentenceStance(cues.side(), holder, true);
        }
        Stance essay = ofTitle(imprint.title());
        boolean isOther = essay == Stance.NONE || cues.side() == essay.opposite();
        return isOther ? NONE : new SentenceStance(essay, author(imprint), cues.side() == essay);
    }

    /** The author where it is a person by the look of it. */
    private static String author(Imprint imprint) {
        return imprint.author().contains(" ") ? imprint.author() : imprint.voice();
    }

    /** The side for which an article with that title argues. */
    public static Stance ofTitle(String title) {
        for (Stance side : List.of(Stance.AGAINST, Stance.FOR)) {
            if (TITLES.get(side.name()).isIn(title)) {
                return side;
            }
        }
        return Stance.NONE;
    }
}
