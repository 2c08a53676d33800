package ibid.bench;

import ibid.answer.rank.AnswerabilityFeature;
import ibid.answer.rank.AnswerabilityFeatures;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fits the probability that the first sentences answer a question, from the features of the whole list. */
final class ConfidenceFit {

    private static final int SHOWN_SENTENCES = 3;
    private static final double SET_WEIGHT = 1_000; // total weight of the questions of one set

    /**
     * A question with its first sentences.
     *
     * @param found whether any sentence found answers the question
     * @param shown whether one of the first sentences does
     */
    record Judged(MeasuredQuestion read, List<ScoredCandidate> ranked, boolean found, boolean shown) {

        double[] features(Set<AnswerabilityFeature> without) {
            Map<AnswerabilityFeature, Double> features = AnswerabilityFeatures.of(ranked);
            return Arrays.stream(AnswerabilityFeature.values())
                    .mapToDouble(feature -> without.contains(feature) ? 0 : features.getOrDefault(feature, 0.0))
                    .toArray();
        }
    }

    private ConfidenceFit() {}

    /**
     * Every question with answer strings that show whether it is answered.
     *
     * @param ranked the questions with the sentences that the scores order; one score for each fold
     * @param near   the same questions with the sentences that the reader scores
     */
    static List<Judged> judge(List<MeasuredQuestion> ranked, List<MeasuredQuestion> near, Logistic[] scores) {
        List<Judged> judged = new ArrayList<>();
        for (int at = 0; at < ranked.size(); at++) {
            MeasuredQuestion read = ranked.get(at);
            if (!useful(read, near.get(at))) {
                continue;
            }
            Logistic score = scores[read.fold()];
            List<Candidate> ordered = read.by(one -> score.logit(FitScorer.vector(one)));
            boolean shown = ordered.stream().limit(SHOWN_SENTENCES).anyMatch(read::answeredBy);
            judged.add(new Judged(read, scored(ordered, score), read.canAnswer(), shown));
        }
        return judged;
    }

    private static List<ScoredCandidate> scored(List<Candidate> ordered, Logistic score) {
        return ordered.stream()
                .map(one -> new ScoredCandidate(one, 1 / (1 + Math.exp(-score.logit(FitScorer.vector(one))))))
                .toList();
    }

    /** Reports the cross-validated figures, then fits on all questions. */
    static Logistic report(String name, List<Judged> judged, Set<AnswerabilityFeature> without) {
        List<Judged> fitted =
                judged.stream().filter(one -> one.read().set().tellsSentences()).toList();
        Logistic[] folds = new Logistic[FitScorer.FOLDS];
        for (int fold = 0; fold < FitScorer.FOLDS; fold++) {
            int held = fold;
            folds[fold] =
                    fit(fitted.stream().filter(one -> one.read().fold() != held).toList(), without);
        }
        System.out.printf("%nanswering, %s", name);
        Refusing.report(judged.stream()
                .map(one -> refusing(one, folds[one.read().fold()].logit(one.features(without))))
                .toList());
        return fit(fitted, without);
    }

    private static boolean useful(MeasuredQuestion read, MeasuredQuestion near) {
        if (read.sentences().isEmpty()) {
            return false;
        }
        if (!read.given()) {
            return true;
        }
        return read.set().name().equals("squad-held") && (!read.question().answerable() || near.canAnswer());
    }

    private static Refusing.Question refusing(Judged one, double logit) {
        Map<SentenceFeature, Double> features =
                one.ranked().getFirst().candidate().features();
        return new Refusing.Question(
                one.read().set().name() + (one.read().given() ? " given" : " found"),
                one.found(),
                one.shown(),
                1 / (1 + Math.exp(-logit)),
                features.get(SentenceFeature.SENTENCE_SIMILARITY),
                features.getOrDefault(SentenceFeature.READER_PASSAGE, 0.0));
    }

    private static Logistic fit(List<Judged> judged, Set<AnswerabilityFeature> without) {
        Map<LabelledSet, Long> sizes =
                judged.stream().collect(Collectors.groupingBy(one -> one.read().set(), Collectors.counting()));
        return Logistic.fit(
                judged.stream()
                        .map(one -> new Logistic.Row(
                                one.features(without),
                                one.shown(),
                                SET_WEIGHT / sizes.get(one.read().set())))
                        .toList(),
                FitScorer.PENALTY);
    }
}
