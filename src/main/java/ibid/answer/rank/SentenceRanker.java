package ibid.answer.rank;

import ibid.language.QuestionLanguage;
import ibid.model.LogisticModel;
import ibid.model.PassageReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks sentences as answers in two passes: first all sentences by cheap features, then the best again with the
 * reader's features. The rules are the features in {@link SentenceFeatures} and their weights in the files beside this
 * class. Threads may share it.
 */
public final class SentenceRanker {

    /** How many sentences of the first pass the reader reads: eval/journal.md, "Picking". */
    public static final int MAX_READ_SENTENCES = 5;

    /** Two more reads, some 30 ms, for questions about a quantity only. */
    private static final int MAX_READ_FOR_QUANTITY = 2;

    private final LogisticModel<SentenceFeature> firstPass;
    private final LogisticModel<SentenceFeature> secondPass;
    private final LogisticModel<AnswerabilityFeature> answerability;
    private final Optional<PassageReader> reader;

    /**
     * @param firstPass     gives the probability that a sentence answers, before it is read
     * @param secondPass    the same, after it is read
     * @param answerability gives the probability that the question is answered, by its first sentences
     */
    public SentenceRanker(
            LogisticModel<SentenceFeature> firstPass,
            LogisticModel<SentenceFeature> secondPass,
            LogisticModel<AnswerabilityFeature> answerability,
            Optional<PassageReader> reader) {
        this.firstPass = firstPass;
        this.secondPass = secondPass;
        this.answerability = answerability;
        this.reader = reader;
    }

    /** With the weights that {@code FitScorer} in src/bench fitted. */
    public static SentenceRanker with(PassageReader reader) {
        return new SentenceRanker(
                weights("ranker-unread.tsv"),
                weights("ranker-read.tsv"),
                answerability("answerability-read.tsv"),
                Optional.of(reader));
    }

    /** A ranker with the first pass only. */
    public static SentenceRanker withoutReader() {
        LogisticModel<SentenceFeature> unread = weights("ranker-unread.tsv");
        return new SentenceRanker(unread, unread, answerability("answerability-unread.tsv"), Optional.empty());
    }

    /**
     * The ranker for a question. Embedder and reader know English only, so that in another language words and types
     * alone count.
     */
    public SentenceRanker forQuestion(String question) {
        return QuestionLanguage.isEnglish(question) ? this : Foreign.RANKER;
    }

    /** Initialised at the first question in another language. */
    private static final class Foreign {

        private static final LogisticModel<SentenceFeature> WEIGHTS = weights("ranker-foreign.tsv");
        private static final SentenceRanker RANKER =
                new SentenceRanker(WEIGHTS, WEIGHTS, answerability("answerability-foreign.tsv"), Optional.empty());
    }

    private static LogisticModel<SentenceFeature> weights(String file) {
        return LogisticModel.read(SentenceFeature.class, file);
    }

    private static LogisticModel<AnswerabilityFeature> answerability(String file) {
        return LogisticModel.read(AnswerabilityFeature.class, file);
    }

    /** Best first. Sentences that were read come before the others. */
    public List<ScoredCandidate> rank(String question, List<Candidate> candidates) {
        List<ScoredCandidate> first = score(candidates, firstPass);
        if (reader.isEmpty() || first.isEmpty()) {
            return first;
        }
        List<ScoredCandidate> read = worthReading(first);
        List<ScoredCandidate> ranked = new ArrayList<>(scoreRead(question, read));
        double lowest = ranked.getLast().score();
        for (ScoredCandidate candidate : first) {
            if (!read.contains(candidate)) {
                ranked.add(new ScoredCandidate(candidate.candidate(), Math.min(lowest, candidate.score())));
            }
        }
        return ranked;
    }

    /** The best, and of the others those that surely have the quantity asked for: other words must not hide it. */
    private static List<ScoredCandidate> worthReading(List<ScoredCandidate> first) {
        int best = Math.min(MAX_READ_SENTENCES, first.size());
        List<ScoredCandidate> read = new ArrayList<>(first.subList(0, best));
        first.subList(best, first.size()).stream()
                .filter(SentenceRanker::hasQuantityOfNamed)
                .limit(MAX_READ_FOR_QUANTITY)
                .forEach(read::add);
        return read;
    }

    private static boolean hasQuantityOfNamed(ScoredCandidate one) {
        return one.candidate().feature(SentenceFeature.QUANTITY_FITS) > 0
                && one.candidate().feature(SentenceFeature.NAME_SHARE) == 1;
    }

    private List<ScoredCandidate> scoreRead(String question, List<ScoredCandidate> best) {
        List<Candidate> candidates =
                best.stream().map(ScoredCandidate::candidate).toList();
        return score(ReaderFeatures.add(question, candidates, reader.orElseThrow()), secondPass);
    }

    private static List<ScoredCandidate> score(List<Candidate> candidates, LogisticModel<SentenceFeature> model) {
        return candidates.stream()
                .map(candidate -> new ScoredCandidate(candidate, model.probability(candidate.features())))
                .sorted(Comparator.comparingDouble(ScoredCandidate::score).reversed())
                .toList();
    }

    /** The probability that the first of the ranked sentences answer the question; 0 if there is none. */
    public double estimateConfidence(List<ScoredCandidate> ranked) {
        if (ranked.isEmpty()) {
            return 0;
        }
        return answerability.probability(AnswerabilityFeatures.of(ranked));
    }
}
