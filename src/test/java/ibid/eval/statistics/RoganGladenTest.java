package ibid.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoganGladenTest {

    /** Conversations of one sentence each, of which that many are judged supported. */
    private static List<Tally> sentences(int supported, int of) {
        return IntStream.range(0, of)
                .mapToObj(at -> Tally.score(at < supported))
                .toList();
    }

    private static Interval estimate(RoganGladen corrected) {
        assertThat(corrected).isInstanceOf(RoganGladen.Estimate.class);
        return ((RoganGladen.Estimate) corrected).interval();
    }

    /**
     * 130 of 200, sensitivity 0.8, specificity 0.75: (0.65 − 0.25) / 0.55; Lang and Reiczigel's bounds by their
     * equations 13 to 16 are 0.568 and 0.899.
     */
    @Test
    void theJudgesErrorsAreCorrected() {
        Interval corrected = estimate(RoganGladen.of(sentences(130, 200), new Share(80, 100), new Share(90, 120)));
        assertThat(corrected.estimate()).isCloseTo(0.7272727272727271, within(1e-9));
        assertThat(corrected.low()).isCloseTo(0.568, within(0.02));
        assertThat(corrected.high()).isCloseTo(0.899, within(0.02));
    }

    @Test
    void dependentSentencesWidenTheInterval() {
        List<Tally> together = IntStream.range(0, 20)
                .mapToObj(at -> new Tally(at < 13 ? 10 : 0, 10))
                .toList();
        Interval apart = estimate(RoganGladen.of(sentences(130, 200), new Share(80, 100), new Share(90, 120))),
                clustered = estimate(RoganGladen.of(together, new Share(80, 100), new Share(90, 120)));
        assertThat(clustered.estimate()).isEqualTo(apart.estimate());
        assertThat(clustered.high() - clustered.low()).isGreaterThan(1.4 * (apart.high() - apart.low()));
    }

    @Test
    void aShareThatSuchAJudgeCouldNotFindIsNotIdentified() {
        assertThat(RoganGladen.of(sentences(195, 200), new Share(80, 100), new Share(90, 120)))
                .isInstanceOfSatisfying(
                        RoganGladen.NotIdentified.class,
                        not -> assertThat(not.why()).contains("cannot find a share of 0.975"));
        assertThat(RoganGladen.of(sentences(20, 200), new Share(80, 100), new Share(90, 120)))
                .isInstanceOfSatisfying(
                        RoganGladen.NotIdentified.class,
                        not -> assertThat(not.why()).contains("as low as 0.100"));
    }

    @Test
    void aConstantJudgeIsNotIdentified() {
        assertThat(RoganGladen.of(sentences(200, 200), new Share(35, 35), new Share(0, 41)))
                .isInstanceOfSatisfying(
                        RoganGladen.NotIdentified.class,
                        not -> assertThat(not.why()).contains("not clearly better than chance"));
        assertThat(RoganGladen.of(sentences(50, 100), new Share(5, 10), new Share(5, 10)))
                .isInstanceOf(RoganGladen.NotIdentified.class);
        assertThat(RoganGladen.of(List.of(), new Share(9, 10), new Share(9, 10)))
                .isInstanceOf(RoganGladen.NotIdentified.class);
        assertThat(RoganGladen.of(sentences(5, 9), new Share(9, 10), new Share(0, 0)))
                .isInstanceOf(RoganGladen.NotIdentified.class);
    }

    @Test
    void everyIntervalHasAWidth() {
        Interval all = estimate(RoganGladen.of(sentences(200, 200), new Share(59, 60), new Share(38, 40)));
        assertThat(all.estimate()).isOne();
        assertThat(all.low()).isBetween(0.9, 0.999);
    }

    /** With the truth 0.7, sensitivity 0.85 and specificity 0.75 known from 60 and 40 labels only. */
    @Test
    void theIntervalCoversTheTruthAboutAsOftenAsStated() {
        Random random = new Random(2);
        int held = 0;
        for (int round = 0; round < 100; round++) {
            List<Tally> found = IntStream.range(0, 150)
                    .mapToObj(at -> Tally.score(random.nextDouble() < 0.7 * 0.85 + 0.3 * 0.25))
                    .toList();
            Interval interval = estimate(RoganGladen.of(found, drawn(random, 0.85, 60), drawn(random, 0.75, 40)));
            if (interval.low() <= 0.7 && 0.7 <= interval.high()) {
                held++;
            }
        }
        assertThat(held).isBetween(90, 100);
    }

    private static Share drawn(Random random, double probability, int of) {
        return new Share(
                (int) IntStream.range(0, of)
                        .filter(one -> random.nextDouble() < probability)
                        .count(),
                of);
    }

    private static PredictionPowered.Conversation sentence(double judged, double label) {
        return new PredictionPowered.Conversation(judged, 1, label - judged, 1);
    }

    /**
     * A judge that accepts everything, of which people accept 60 %: if all sentences are labelled, the result is
     * people's mean.
     */
    @Test
    void predictionPoweredInferenceIsNotFooledByALenientJudge() {
        Random random = new Random(6);
        List<PredictionPowered.Conversation> all = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(one -> sentence(1, random.nextInt(10) < 6 ? 1 : 0))
                .toList());
        all.addAll(Collections.nCopies(900, new PredictionPowered.Conversation(1, 1, 0, 0)));
        Interval interval = PredictionPowered.of(all);
        assertThat(interval.low()).isBetween(0.4, 0.6);
        assertThat(interval.high()).isBetween(0.6, 0.8);
    }

    /**
     * The normal interval computed with numpy, from the variance of the judge's verdicts over all sentences and the
     * variance of its errors over the labelled ones.
     */
    @Test
    void forIndependentSentencesItMatchesThePapersInterval() {
        Random random = new Random(3);
        List<PredictionPowered.Conversation> all = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(one -> sentence(one % 10 < 7 ? 1 : 0, one % 10 < 6 || one % 10 == 8 ? 1 : 0))
                .toList());
        for (int at = 0; at < 800; at++) {
            all.add(new PredictionPowered.Conversation(random.nextInt(10) < 7 ? 1 : 0, 1, 0, 0));
        }
        Interval interval = PredictionPowered.of(all);
        assertThat((interval.high() - interval.low()) / 2)
                .isCloseTo(1.96 * Math.sqrt(0.21 / 1000 + 0.2 / 200), within(0.015));
    }

    @Test
    void fullAgreementWithTheJudgeStillLeavesAnInterval() {
        assertThat(PredictionPowered.of(Collections.nCopies(40, sentence(1, 1))))
                .satisfies(interval -> {
                    assertThat(interval.estimate()).isOne();
                    assertThat(interval.low()).isBetween(0.85, 0.99);
                });
        assertThat(PredictionPowered.of(List.of(new PredictionPowered.Conversation(1, 1, 0, 0)))
                        .estimate())
                .isNaN();
    }
}
