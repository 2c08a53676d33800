package ibid.answer.stance;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.search.IndexTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question for one side of a matter: "Who is against the dam?".
 *
 * @param asksWho whether it asks who takes that side, not what speaks for it
 * @param cues    the index terms that ask for the side and do not tell the matter
 */
public record StanceQuestion(Stance side, boolean asksWho, Set<String> cues) {

    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(StanceQuestion.class, "questions.txt");
    private static final CuePhrases OTHERS = CuePhrases.read(StanceQuestion.class, "other-questions.txt");
    private static final Set<String> SIDE_WORDS = new HashSet<>(IndexTerms.of(
            "support back favour favor endorse welcome praise defend advocate good great bad terrible stupid idea "
                    + "argument case reason supporter proponent advocates defender advantage benefit merit speak "
                    + "against oppose reject condemn criticise criticize object critic critics opponent enemy objection "
                    + "criticism drawback disadvantage downside wrong strongest strong best main think believe country "
                    + "countries supports backs supporters arguments reasons critics opponents objections"));

    public StanceQuestion {
        cues = Set.copyOf(cues);
    }

    /** Empty where the question asks for no side. */
    public static Optional<StanceQuestion> of(String question) {
        if (OTHERS.isIn(question)) {
            return Optional.empty();
        }
        for (Stance side : List.of(Stance.AGAINST, Stance.FOR)) {
            if (CUES.get(side.name()).isIn(question)) {
                boolean asksWho = Set.of("who", "which").contains(new Lexemes(question).key(0));
                return Optional.of(new StanceQuestion(side, asksWho, SIDE_WORDS));
            }
        }
        return Optional.empty();
    }
}
