package ibid.answer.stance;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.Token;
import ibid.language.WordList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What in a sentence speaks for each side: verbs by which somebody takes it, and words of judgement. */
final class OpinionCues {

    private static final Map<String, CuePhrases> ACTS = CuePhrases.readKinds(OpinionCues.class, "acts.txt");
    private static final Map<String, CuePhrases> JUDGEMENTS = CuePhrases.readKinds(OpinionCues.class, "judgements.txt");
    private static final Set<String> TURNING = WordList.read(OpinionCues.class, "turning-words.txt");
    private static final Set<String> BEFORE_NOUN = WordList.read(OpinionCues.class, "before-noun.txt");
    private static final int MAX_WORDS_TO_NEGATION = 5;
    private static final int MAX_WORDS_OF_TAIL = 12; // "..., the minister of finance said on Friday."

    private final String sentence;
    private final Lexemes words;
    private int sum;
    private int firstAct = -1;
    private int firstJudgement = -1;

    OpinionCues(String sentence) {
        this.sentence = sentence;
        this.words = new Lexemes(sentence);
        for (Stance side : List.of(Stance.FOR, Stance.AGAINST)) {
            for (CuePhrases.Occurrence act : ACTS.get(side.name()).findIn(sentence)) {
                if (!isNoun(act.start())) {
                    count(side, act);
                    firstAct = earlier(firstAct, act.start());
                }
            }
            for (CuePhrases.Occurrence judgement : JUDGEMENTS.get(side.name()).findIn(sentence)) {
                count(side, judgement);
                firstJudgement = earlier(firstJudgement, judgement.start());
            }
        }
    }

    private static int earlier(int first, int place) {
        return first < 0 ? place : Math.min(first, place);
    }

    private void count(Stance side, CuePhrases.Occurrence cue) {
        int sign = side == Stance.FOR ? 1 : -1;
        sum += isTurned(cue.start()) ? -sign : sign;
    }

    /** "The support", "a push for". */
    private boolean isNoun(int place) {
        return BEFORE_NOUN.contains(words.key(wordAt(place) - 1));
    }

    private int wordAt(int place) {
        int at = 0;
        while (at < words.size() && words.start(at) < place) {
            at++;
        }
        return at;
    }

    /** Whether a negation stands before it in its clause. */
    private boolean isTurned(int place) {
        String before = sentence.substring(0, place);
        List<Token> tokens = Token.in(before.substring(before.lastIndexOf(',') + 1));
        return tokens.subList(Math.max(0, tokens.size() - MAX_WORDS_TO_NEGATION), tokens.size()).stream()
                .anyMatch(token -> TURNING.contains(token.key()));
    }

    Stance side() {
        if (sum == 0) {
            return Stance.NONE;
        }
        return sum > 0 ? Stance.FOR : Stance.AGAINST;
    }

    /** The subject of the first act, else the speaker of the words that judge; empty where the sentence names none. */
    String holder() {
        if (firstAct >= 0) {
            String subject = new VerbSubject(words).before(wordAt(firstAct));
            if (!subject.isEmpty() && !new Speaker(subject).isPronoun()) {
                return subject;
            }
        }
        Optional<Speaker> speaker = Speaker.of(sentence);
        if (speaker.isPresent() && isSpoken()) {
            return speaker.get().name();
        }
        return firstAct >= 0 ? new VerbSubject(words).before(wordAt(firstAct)) : "";
    }

    /** Whether what is judged is what the speaker says: behind the verb, or before it where it ends the sentence. */
    private boolean isSpoken() {
        int verb = Speaker.verb(words);
        if (verb < 0 || firstJudgement < 0) {
            return true;
        }
        return firstJudgement > words.start(verb) || words.size() - verb <= MAX_WORDS_OF_TAIL;
    }
}
