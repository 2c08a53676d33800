package ibid.eval.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ibid.eval.judge.CheckerJudge;
import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.ScriptedJudge;
import ibid.eval.measure.TrecSupport;
import ibid.eval.run.Results;
import ibid.verify.Support;
import ibid.verify.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutationTest {

    private static final String RUTTE = "Mark Rutte said in March 2024 that the command has 700 soldiers.",
            LEE = "Lee Jae said that Seoul will not send ships.";
    private static final List<Mutation.Given> ANSWERS = List.of(
            Results.given(
                    "t1", "answered", new CitedSentence(RUTTE, List.of(RUTTE)), new CitedSentence(LEE, List.of(LEE))),
            Results.given("t2", "abstained"),
            Results.given("t3", "answered"));

    private final Swaps swaps = new Swaps(new Random(1));

    @Test
    void everySwapChangesOneThing() {
        assertThat(swaps.number(RUTTE))
                .hasValueSatisfying(other -> assertThat(other)
                        .isNotEqualTo(RUTTE)
                        .matches("Mark Rutte said in March 2024 that the command has [\\d.,]+ soldiers\\."));
        assertThat(swaps.date(RUTTE))
                .hasValueSatisfying(other -> assertThat(other)
                        .isNotEqualTo(RUTTE)
                        .matches("Mark Rutte said in \\p{L}+ \\d{4} that the command has 700 soldiers\\."));
        assertThat(swaps.denial(RUTTE))
                .contains("Mark Rutte said in March 2024 that the command has not 700 soldiers.");
        assertThat(swaps.denial(LEE)).contains("Lee Jae said that Seoul will send ships.");
        assertThat(swaps.name(LEE, LEE, List.of("Lee Jae", "Mark Rutte")))
                .contains("Mark Rutte said that Seoul will not send ships.");
    }

    @Test
    void aSentenceWithNothingToChangeGivesEmpty() {
        assertThat(swaps.number("Seoul sends ships [2].")).isEmpty();
        assertThat(List.of(
                        swaps.number(LEE),
                        swaps.date(LEE),
                        swaps.denial("Seoul sends ships."),
                        swaps.name(LEE, LEE, List.of("Lee Jae"))))
                .containsOnly(Optional.empty());
    }

    @Test
    void theVerifierDetectsEveryBrokenAnswer() {
        MutationReport report = MutationReport.of(ANSWERS, new CheckerJudge(new Verifier()));
        assertThat(report.sentences()).isEqualTo(report.sound()).isEqualTo(2);
        assertThat(report.kinds()).containsOnlyKeys(Mutation.values());
        assertThat(report.kinds().values())
                .allSatisfy(seen -> assertThat(seen.made()).isPositive().isEqualTo(seen.seen()));
        assertThat(report.escaped()).isEmpty();
        assertThat(report).isEqualTo(MutationReport.of(ANSWERS, new CheckerJudge(new Verifier())));
        assertThat(report.table()).contains("2 of 2 sentences supported").contains("unanswerable");
    }

    @Test
    void withALenientJudgeOnlyMutationsThatNeedNoJudgeAreDetected() {
        MutationReport report =
                MutationReport.of(ANSWERS, new ScriptedJudge((claim, evidence) -> ScriptedJudge.full()));
        assertThat(report.kinds().get(Mutation.NUMBER).seen()).isZero();
        assertThat(report.kinds().get(Mutation.SHUFFLED).seen()).isZero();
        assertThat(report.kinds().get(Mutation.UNCITED).rate().value()).isOne();
        assertThat(report.kinds().get(Mutation.UNANSWERABLE).rate().value()).isOne();
        assertThat(report.escaped()).anySatisfy(one -> assertThat(one).contains("t1 number: Mark Rutte"));
    }

    @Test
    void aFailingJudgeDetectsNothing() {
        MutationReport report = MutationReport.of(
                ANSWERS,
                new ScriptedJudge(
                        (claim, evidence) -> evidence.contains(claim) ? ScriptedJudge.full() : ScriptedJudge.failed()));
        assertThat(report.kinds().get(Mutation.DENIED)).isEqualTo(new MutationReport.Seen(2, 0, 2));
    }

    @Test
    void anUnsupportedSentenceIsNotBroken() {
        MutationReport report = MutationReport.of(
                ANSWERS,
                new ScriptedJudge(
                        (claim, evidence) -> claim.contains("700") ? ScriptedJudge.full() : ScriptedJudge.none()));
        assertThat(report.sentences()).isEqualTo(2);
        assertThat(report.sound()).isOne();
        assertThat(report.kinds().get(Mutation.UNCITED).made()).isOne();
    }

    /** The reason for checking the outcome: the false answer is fully supported. */
    @Test
    void footnotesDoNotShowThatAnUnanswerableQuestionWasAnswered() {
        Mutation.Given broken = Mutation.answered(ANSWERS.get(1), new Mutation.Spare(List.of(), ANSWERS, new Random(1)))
                .orElseThrow();
        assertThat(broken.outcome()).isEqualTo("answered");
        assertThat(TrecSupport.of(broken.sentences(), new CheckerJudge(new Verifier()))
                        .weightedRecall())
                .isCloseTo(1, within(1e-12));
        assertThat(Mutation.answered(ANSWERS.getFirst(), new Mutation.Spare(List.of(), ANSWERS, new Random(1))))
                .isEmpty();
        assertThat(new CheckerJudge(new Verifier()).judge(LEE, List.of(RUTTE)).support())
                .isNotEqualTo(Support.FULL);
    }
}
