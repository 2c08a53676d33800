package ibid.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    /** By scipy.stats.binomtest(…).proportion_ci(method="wilson"), scipy 1.17. */
    @Test
    void wilsonsIntervalMatchesScipy() {
        assertThat(new Share(8, 10).interval().low()).isCloseTo(0.4901624715366418, CLOSE);
        assertThat(new Share(8, 10).interval().high()).isCloseTo(0.9433178485456248, CLOSE);
        assertThat(new Share(0, 20).interval().low()).isZero();
        assertThat(new Share(0, 20).interval().high()).isCloseTo(0.16112515805281935, CLOSE);
        assertThat(new Share(0, 0).interval()).isEqualTo(new Interval(Double.NaN, 0, 1));
        assertThatThrownBy(() -> new Share(3, 2)).hasMessageContaining("3 of 2");
    }

    private static Interval mean(List<List<Double>> questions) {
        return Bootstrap.of(
                questions,
                sample -> sample.stream()
                        .flatMap(List::stream)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow());
    }

    private static Interval meanOf(List<Double> values) {
        return mean(values.stream().map(List::of).toList());
    }

    @Test
    void theBootstrapIsDeterministicAndCoversTheMean() {
        List<Double> values = List.of(0.0, 1.0, 1.0, 0.5, 1.0, 0.0, 0.5, 1.0);
        Interval interval = meanOf(values);
        assertThat(interval).isEqualTo(meanOf(values));
        assertThat(interval.estimate()).isEqualTo(0.625);
        assertThat(interval.low()).isBetween(0.3, 0.4);
        assertThat(interval.high()).isBetween(0.85, 0.95);
        assertThat(meanOf(Collections.nCopies(9, 0.5))).isEqualTo(new Interval(0.5, 0.5, 0.5));
    }

    /** Four fully dependent sentences carry as little information as one. */
    @Test
    void valuesOfOneQuestionAreResampledTogether() {
        List<List<Double>> answers = IntStream.range(0, 20)
                .mapToObj(at -> Collections.nCopies(4, at % 2 == 0 ? 1.0 : 0.0))
                .toList();
        Interval together = mean(answers),
                apart = meanOf(answers.stream().flatMap(List::stream).toList());
        assertThat(together.estimate()).isEqualTo(apart.estimate());
        assertThat(together.high() - together.low())
                .isBetween(1.6 * (apart.high() - apart.low()), 2.4 * (apart.high() - apart.low()));
    }

    /** The coverage of the 95 % interval, over 200 samples of 40 from a distribution with a known mean. */
    @Test
    void theBootstrapCoversTheTruthAboutAsOftenAsStated() {
        Random random = new Random(5);
        int held = 0;
        for (int round = 0; round < 200; round++) {
            Interval interval = meanOf(random.doubles(40).boxed().toList());
            if (interval.low() <= 0.5 && 0.5 <= interval.high()) {
                held++;
            }
        }
        assertThat(held).isBetween(178, 199);
    }

    /** Two runs with one question per conversation and these differences. */
    private static Comparison of(List<Double> differences) {
        return new Comparison(
                differences.stream()
                        .map(difference -> new Comparison.Pair(Tally.score(0), Tally.score(difference)))
                        .toList(),
                differences.size(),
                differences.size());
    }

    /**
     * Of the eight sign patterns of 1, 2 and 3 two give as large a sum; the value for five is from
     * scipy.stats.permutation_test.
     */
    @Test
    void fewQuestionsAreExchangedInEveryWay() {
        assertThat(of(List.of(1.0, 2.0, 3.0)).p()).isEqualTo(2.0 / 8);
        assertThat(of(List.of(0.1, 0.2, -0.05, 0.3, 0.4)).p()).isEqualTo(0.125);
        assertThat(of(List.of(0.0, 0.0)).p()).isOne();
        assertThat(of(List.of(0.5, -0.5)).p()).isOne();
    }

    @Test
    void manyQuestionsAreExchangedAtRandomAndAlwaysTheSame() {
        List<Double> better = Collections.nCopies(30, 0.1), mixed = new ArrayList<>();
        for (int at = 0; at < 30; at++) {
            mixed.add(at % 2 == 0 ? 0.1 : -0.1);
        }
        assertThat(of(better).p()).isLessThan(1e-4).isPositive();
        assertThat(of(mixed).p()).isOne();
        List<Double> some = new Random(8).doubles(25, -0.4, 0.6).boxed().toList();
        assertThat(of(some).p()).isEqualTo(of(some).p()).isBetween(0.001, 0.999);
    }

    /**
     * The sampled and the exact share agree: 18 questions are enumerated exactly; with one more, which hardly differs,
     * exchanges are sampled.
     */
    @Test
    void samplingApproximatesEnumeration() {
        List<Double> some =
                new ArrayList<>(new Random(4).doubles(18, -0.5, 0.7).boxed().toList());
        double counted = of(some).p();
        some.add(1e-9);
        assertThat(of(some).p()).isCloseTo(counted, within(0.01));
    }

    /** Twelve improved sentences of one conversation count as one observation, not as twelve. */
    @Test
    void aConversationIsExchangedWhole() {
        Comparison.Pair better = new Comparison.Pair(new Tally(0, 12), new Tally(12, 12)),
                same = new Comparison.Pair(new Tally(6, 12), new Tally(6, 12));
        assertThat(new Comparison(List.of(better, same, same), 36, 36).p()).isOne();
        assertThat(new Comparison(List.of(better, better, better, better, better, same), 72, 72).p())
                .isEqualTo(2.0 / 32);
    }

    /**
     * Answers of 1 and 9 sentences: the pooled figure rises from 1/10 to 9/10, while the mean over answers stays at
     * 1/2.
     */
    @Test
    void theDifferenceIsThatOfThePooledFigures() {
        Comparison comparison = new Comparison(
                List.of(
                        new Comparison.Pair(new Tally(1, 1), new Tally(0, 1)),
                        new Comparison.Pair(new Tally(0, 9), new Tally(9, 9))),
                2,
                2);
        assertThat(comparison.difference()).isCloseTo(0.8, CLOSE);
        assertThat(comparison.interval().estimate()).isEqualTo(comparison.difference());
    }

    /** A run that answers less has fewer sentences: each run's figure is over its own. */
    @Test
    void sentencesOfOnlyOneRunCountForThatRun() {
        Comparison comparison = new Comparison(
                List.of(
                        new Comparison.Pair(new Tally(1, 2), new Tally(0, 0)),
                        new Comparison.Pair(new Tally(1, 2), new Tally(2, 2))),
                2,
                1);
        assertThat(comparison.difference()).isEqualTo(0.5);
    }

    /** 2.8016 standard errors: of ±1 in turn, 100 times, the standard deviation is 1.00504. */
    @Test
    void moreQuestionsShowSmallerDifferences() {
        List<Double> hundred =
                IntStream.range(0, 100).mapToObj(at -> at % 2 == 0 ? 1.0 : -1.0).toList();
        assertThat(of(hundred).detectable()).isCloseTo(2.8015852 * 1.0050378 / 10, within(1e-6));
        assertThat(of(hundred.subList(0, 25)).detectable())
                .isGreaterThan(1.9 * of(hundred).detectable());
        assertThat(of(List.of(0.2)).detectable()).isNaN();
        assertThat(of(List.of(0.0, 0.0, 0.0)).detectable())
                .as("identical runs do not show by how much others would vary")
                .isNaN();
    }

    /** By statsmodels' multipletests(method="holm"): 0.01 · 4, 0.02 · 3, 0.03 · 2 (raised to 0.06), 0.5. */
    @Test
    void manyTestsAreCorrectedByHolm() {
        assertThat(Holm.corrected(Map.of("a", 0.01, "b", 0.5, "c", 0.03, "d", 0.02)))
                .satisfies(corrected -> {
                    assertThat(corrected.get("a")).isCloseTo(0.04, CLOSE);
                    assertThat(corrected.get("d")).isCloseTo(0.06, CLOSE);
                    assertThat(corrected.get("c")).isCloseTo(0.06, CLOSE);
                    assertThat(corrected.get("b")).isEqualTo(0.5);
                });
    }
}
