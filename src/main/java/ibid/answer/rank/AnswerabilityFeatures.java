package ibid.answer.rank;

import ibid.answer.question.AnswerMatch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/** Computes each {@link AnswerabilityFeature} of a ranked list of sentences. */
public final class AnswerabilityFeatures {

    /** Number of sentences after the best that count. */
    static final int FIRST_SENTENCES = 5;

    private static final double HOPELESS_ODDS = -5; // where most sentences that are not shown lie

    private static final Map<SentenceFeature, AnswerabilityFeature> TYPES = Map.of(
            SentenceFeature.HOLDS_DATE, AnswerabilityFeature.ASKS_DATE,
            SentenceFeature.HOLDS_NUMBER, AnswerabilityFeature.ASKS_NUMBER,
            SentenceFeature.HOLDS_PERSON, AnswerabilityFeature.ASKS_PERSON,
            SentenceFeature.HOLDS_PLACE, AnswerabilityFeature.ASKS_PLACE,
            SentenceFeature.HOLDS_REASON, AnswerabilityFeature.ASKS_REASON,
            SentenceFeature.HOLDS_STATEMENT, AnswerabilityFeature.ASKS_STATEMENT);

    /** Each is not 0 where what is asked for can be told from other things of its type. */
    private static final List<SentenceFeature> FITTING = List.of(
            SentenceFeature.HOLDS_DATE,
            SentenceFeature.QUANTITY_FITS,
            SentenceFeature.NAME_FITS,
            SentenceFeature.HOLDS_DEFINITION);

    /** Share of the best one's score from which a sentence is nearly as good: as of a second one that is shown. */
    static final double MIN_NEAR_SHARE = 0.35;

    private static final Map<SentenceFeature, AnswerabilityFeature> FITS = Map.of(
            SentenceFeature.QUANTITY_FITS, AnswerabilityFeature.NUMBER_FITS,
            SentenceFeature.HOLDS_DATE, AnswerabilityFeature.DATE_FITS,
            SentenceFeature.HOLDS_STATEMENT, AnswerabilityFeature.STATEMENT_FITS,
            SentenceFeature.HOLDS_REASON, AnswerabilityFeature.REASON_FITS);

    private final List<ScoredCandidate> first;
    private final Candidate best;
    private final Map<AnswerabilityFeature, Double> features = new EnumMap<>(AnswerabilityFeature.class);

    private AnswerabilityFeatures(List<ScoredCandidate> ranked) {
        first = ranked.subList(0, Math.min(FIRST_SENTENCES, ranked.size()));
        best = ranked.getFirst().candidate();
    }

    /** @param ranked best first, at least one */
    public static Map<AnswerabilityFeature, Double> of(List<ScoredCandidate> ranked) {
        AnswerabilityFeatures measured = new AnswerabilityFeatures(ranked);
        measured.measureSentences();
        measured.measureType();
        measured.measureFit();
        measured.measureFitOfType();
        measured.measureScores();
        return measured.features;
    }

    private void measureSentences() {
        for (AnswerabilityFeature feature : AnswerabilityFeature.values()) {
            feature.source().ifPresent(source -> features.put(feature, valueOf(source)));
        }
    }

    private double valueOf(AnswerabilityFeature.Source source) {
        DoubleStream values = first.stream().mapToDouble(one -> one.candidate().feature(source.feature()));
        return switch (source.of()) {
            case BEST -> best.feature(source.feature());
            case GREATEST -> values.max().orElseThrow();
            case MEAN -> values.average().orElseThrow();
        };
    }

    private void measureType() {
        Optional<SentenceFeature> type = TYPES.keySet().stream()
                .filter(feature -> best.feature(feature) != 0)
                .findFirst();
        if (type.isEmpty()) {
            return;
        }
        features.put(TYPES.get(type.get()), 1.0);
        features.put(AnswerabilityFeature.BEST_HOLDS_TYPE, best.feature(type.get()));
        features.put(
                AnswerabilityFeature.TYPE_SHARE,
                share(first, one -> one.candidate().feature(type.get()) > 0));
    }

    private void measureFit() {
        boolean isKnown = FITTING.stream().anyMatch(feature -> best.feature(feature) != 0);
        if (!isKnown) {
            return;
        }
        boolean anyFits = first.stream().anyMatch(AnswerabilityFeatures::surelyHolds);
        features.put(AnswerabilityFeature.ANY_FITS, anyFits ? 1.0 : -1.0);
    }

    private void measureFitOfType() {
        double least = MIN_NEAR_SHARE * first.getFirst().score();
        List<ScoredCandidate> near =
                first.stream().filter(one -> one.score() >= least).toList();
        boolean fits = near.stream().anyMatch(AnswerabilityFeatures::surelyHolds);
        FITS.forEach((ofSentence, ofList) -> {
            if (best.feature(ofSentence) != 0) {
                features.put(ofList, fits ? 1.0 : -1.0);
            }
        });
        if (isNameMissing(near)) {
            features.put(AnswerabilityFeature.NAME_MISSING, 1.0);
        }
        if (best.feature(SentenceFeature.HOLDS_PERSON) != 0) {
            features.put(AnswerabilityFeature.PERSON_FITS, fits ? 1.0 : -1.0);
        }
    }

    /** Sentences for a question that asks for no name have no such feature; a pronoun may stand for the name. */
    private static boolean isNameMissing(List<ScoredCandidate> near) {
        return near.stream()
                .map(ScoredCandidate::candidate)
                .allMatch(one -> one.feature(SentenceFeature.NAME_FITS) < 0
                        && one.answerMatches().isEmpty());
    }

    private static boolean surelyHolds(ScoredCandidate one) {
        return one.candidate().answerMatches().stream().anyMatch(AnswerMatch::isExact);
    }

    private void measureScores() {
        double bestOdds = first.getFirst().logOdds();
        features.put(AnswerabilityFeature.BEST_SCORE, bestOdds);
        features.put(AnswerabilityFeature.SECOND_SCORE, HOPELESS_ODDS);
        if (first.size() > 1) {
            List<ScoredCandidate> others = first.subList(1, first.size());
            double second = others.getFirst().logOdds();
            features.put(AnswerabilityFeature.SECOND_SCORE, second);
            features.put(AnswerabilityFeature.MARGIN, bestOdds - second);
            features.put(AnswerabilityFeature.AGREEMENT, best.answer().isEmpty() ? 0 : share(others, this::agrees));
        }
    }

    private boolean agrees(ScoredCandidate other) {
        Optional<String> own = best.answer().map(AnswerMatch::text);
        return other.answer().isPresent()
                && own.isPresent()
                && other.answer().get().equalsIgnoreCase(own.get());
    }

    private static double share(List<ScoredCandidate> candidates, Predicate<ScoredCandidate> test) {
        return (double) candidates.stream().filter(test).count() / candidates.size();
    }
}
