package ibid.answer.stance;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.Token;
import ibid.article.Imprint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The side that a sentence takes, and who takes it.
 *
 * @param holder as the sentence names him, else the article's voice; empty where the side is NONE
 */
public record SentenceStance(Stance side, String holder) {

    public static final SentenceStance NONE = new SentenceStance(Stance.NONE, "");

    private static final Map<String, CuePhrases> ACTS = CuePhrases.readKinds(SentenceStance.class, "acts.txt");
    private static final Map<String, CuePhrases> JUDGEMENTS =
            CuePhrases.readKinds(SentenceStance.class, "judgements.txt");
    private static final Map<String, CuePhrases> TITLES = CuePhrases.readKinds(SentenceStance.class, "titles.txt");
    private static final CuePhrases IMPERSONAL = CuePhrases.read(SentenceStance.class, "impersonal-cues.txt");
    private static final Set<String> TURNING = Set.of(
            "not", "never", "no", "neither", "nor", "hardly", "without", "refused", "refuses", "refuse", "declined",
            "doubted", "doubts", "doubt", "denied", "denies", "deny");
    private static final int MAX_WORDS_TO_NEGATION = 5;

    /** Of a sentence of the article with that imprint. */
    public static SentenceStance of(String sentence, Imprint imprint) {
        if (IMPERSONAL.isIn(sentence)) {
            return NONE;
        }
        Balance balance = new Balance(sentence);
        Optional<String> holder = balance.holder();
        if (holder.isPresent()) {
            return balance.side() == Stance.NONE ? NONE : new SentenceStance(balance.side(), holder.get());
        }
        Stance essay = ofTitle(imprint.title());
        return essay == Stance.NONE ? NONE : new SentenceStance(essay, imprint.voice());
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

    /** What in a sentence speaks for each side. */
    private static final class Balance {

        private final String sentence;
        private final Lexemes words;
        private int sum;
        private int firstAct = -1;

        Balance(String sentence) {
            this.sentence = sentence;
            this.words = new Lexemes(sentence);
            for (Stance side : List.of(Stance.FOR, Stance.AGAINST)) {
                count(ACTS, side, true);
                count(JUDGEMENTS, side, false);
            }
        }

        private void count(Map<String, CuePhrases> cues, Stance side, boolean isAct) {
            for (CuePhrases.Occurrence cue : cues.get(side.name()).findIn(sentence)) {
                int sign = side == Stance.FOR ? 1 : -1;
                sum += isTurned(cue.start()) ? -sign : sign;
                if (isAct && (firstAct < 0 || cue.start() < firstAct)) {
                    firstAct = cue.start();
                }
            }
        }

        /** Whether a negation stands before it in its clause. */
        private boolean isTurned(int place) {
            String before = sentence.substring(0, place);
            String clause = before.substring(before.lastIndexOf(',') + 1);
            List<Token> tokens = Token.in(clause);
            return tokens.subList(Math.max(0, tokens.size() - MAX_WORDS_TO_NEGATION), tokens.size()).stream()
                    .anyMatch(token -> TURNING.contains(token.key()));
        }

        Stance side() {
            if (sum == 0) {
                return Stance.NONE;
            }
            return sum > 0 ? Stance.FOR : Stance.AGAINST;
        }

        /** The speaker, else the subject of the first act. */
        Optional<String> holder() {
            Optional<String> speaker = Speaker.of(sentence).map(Speaker::name);
            if (speaker.isPresent() || firstAct < 0) {
                return speaker;
            }
            int verb = 0;
            while (verb < words.size() && words.start(verb) < firstAct) {
                verb++;
            }
            String subject = new Subject(words).before(verb);
            return subject.isEmpty() ? Optional.empty() : Optional.of(subject);
        }
    }
}
