package ibid.eval.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A share found by an imperfect judge, corrected for its known error rates (Rogan and Gladen, American Journal of
 * Epidemiology 1978), or the reason why that is not possible. The correction assumes that the labelled claims are
 * similar to the judged ones: error rates on encyclopedia sentences say little about answers on news.
 */
public sealed interface RoganGladen {

    int DRAWS = 5_000;
    long SEED = 20_261_124;
    double TAIL = 0.025;

    record Estimate(Interval interval) implements RoganGladen {}

    record NotIdentified(String why) implements RoganGladen {}

    /**
     * The interval is by bootstrap over conversations and labelled claims together. The counts are adjusted by one
     * added claim of each kind per label (Lang and Reiczigel, Preventive Veterinary Medicine 2014), since a judge that
     * is right on twenty of twenty claims need not always be right.
     *
     * @param conversations the number of sentences that the judge accepted, of all
     * @param sensitivity of the claims labelled as supported, the number that it accepts
     * @param specificity of the other claims, the number that it rejects
     */
    static RoganGladen of(List<Tally> conversations, Share sensitivity, Share specificity) {
        double share = Tally.sum(conversations).value();
        if (Double.isNaN(share)) {
            return new NotIdentified("no sentence was judged");
        }
        if (sensitivity.of() == 0) {
            return new NotIdentified("people labelled no claim as supported");
        }
        if (specificity.of() == 0) {
            return new NotIdentified("people labelled no claim as anything but supported");
        }
        Draws draws = draw(varied(conversations), sensitivity, specificity);
        if (draws.uninformative() > TAIL * DRAWS) {
            return new NotIdentified("on the labelled claims the judge is not clearly better than chance");
        }
        double maxImpossibleDraws = (1 - 2 * TAIL) * DRAWS;
        String unlike = ", so that the labelled claims must be unlike the answers' sentences";
        if (draws.tooHigh() > maxImpossibleDraws) {
            return new NotIdentified(String.format(
                    Locale.ROOT,
                    "a judge that accepts %.3f of the supported claims cannot find a share of %.3f" + unlike,
                    sensitivity.value(),
                    share));
        }
        if (draws.tooLow() > maxImpossibleDraws) {
            return new NotIdentified(String.format(
                    Locale.ROOT,
                    "a judge that accepts %.3f of the unsupported claims cannot find a share as low as %.3f" + unlike,
                    1 - specificity.value(),
                    share));
        }
        double useful = sensitivity.value() + specificity.value() - 1;
        double estimate = Math.clamp((share + specificity.value() - 1) / useful, 0, 1);
        return new Estimate(Bootstrap.bounds(estimate, draws.estimates()));
    }

    /**
     * The draws of the bootstrap.
     *
     * @param uninformative the number in which the judge is no better than chance
     * @param tooHigh the number whose share is above what such a judge can find
     * @param tooLow the number whose share is below it
     */
    record Draws(double[] estimates, int uninformative, int tooHigh, int tooLow) {}

    private static Draws draw(List<Tally> clusters, Share sensitivity, Share specificity) {
        Random random = new Random(SEED);
        double[] estimates = new double[DRAWS];
        int uninformative = 0;
        int tooHigh = 0;
        int tooLow = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double found = drawn(clusters, random);
            double finds = drawn(sensitivity, random);
            double rejects = drawn(specificity, random);
            double useful = finds + rejects - 1;
            boolean tellsNothing = finds + rejects <= 1;
            if (tellsNothing) {
                uninformative++;
            }
            if (found > finds) {
                tooHigh++;
            }
            if (found < 1 - rejects) {
                tooLow++;
            }
            // An uninformative judge is consistent with every share.
            estimates[draw] = tellsNothing ? random.nextDouble() : Math.clamp((found + rejects - 1) / useful, 0, 1);
        }
        return new Draws(estimates, uninformative, tooHigh, tooLow);
    }

    /**
     * If all conversations are alike, so is every draw, and the interval has no width. One added conversation of each
     * kind, of average length, avoids that.
     */
    private static List<Tally> varied(List<Tally> conversations) {
        Tally sum = Tally.sum(conversations);
        if (sum.got() > 0 && sum.got() < sum.of()) {
            return conversations;
        }
        List<Tally> more = new ArrayList<>(conversations);
        double usual = sum.of() / conversations.size();
        more.add(new Tally(0, usual));
        more.add(new Tally(usual, usual));
        return more;
    }

    private static double drawn(List<Tally> clusters, Random random) {
        return Tally.sum(IntStream.range(0, clusters.size())
                        .mapToObj(at -> clusters.get(random.nextInt(clusters.size())))
                        .toList())
                .value();
    }

    private static double drawn(Share share, Random random) {
        int of = share.of() + 2, count = 0;
        for (int at = 0; at < of; at++) {
            if (random.nextInt(of) <= share.count()) {
                count++;
            }
        }
        return count / (double) of;
    }
}
