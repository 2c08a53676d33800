package ibid.answer.extract;

import ibid.model.LogisticModel;
import ibid.model.PassageReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Ranks sentences as answers: sifted by what costs little to see, the best of them read closely and weighed again. Threads may share it. */
public final class SentenceRanker {

    /** How many sentences are read closely: eval/journal.md, "Picking". */
    public static final int READ = 5;

    private final LogisticModel<SentenceFeature> sifting;
    private final LogisticModel<SentenceFeature> picking;
    private final LogisticModel<SentenceFeature> answering;
    private final Optional<PassageReader> reader;

    /**
     * @param sifting   how probably a sentence answers, unread
     * @param picking   how probably it does, read
     * @param answering how probably the question is answered, by its best sentence
     */
    SentenceRanker(
            LogisticModel<SentenceFeature> sifting,
            LogisticModel<SentenceFeature> picking,
            LogisticModel<SentenceFeature> answering,
            Optional<PassageReader> reader) {
        this.sifting = sifting;
        this.picking = picking;
        this.answering = answering;
        this.reader = reader;
    }

    /** With the weights that {@code FitScorer} in src/bench fitted. */
    public static SentenceRanker with(PassageReader reader) {
        return new SentenceRanker(
                weights("sifting.tsv"), weights("picking.tsv"), weights("answering.tsv"), Optional.of(reader));
    }

    /** The same with nothing read. */
    public static SentenceRanker withoutReader() {
        return new SentenceRanker(
                weights("sifting.tsv"), weights("sifting.tsv"), weights("answering-unread.tsv"), Optional.empty());
    }

    private static LogisticModel<SentenceFeature> weights(String file) {
        return LogisticModel.read(SentenceFeature.class, file);
    }

    /** Best first. What was read stands before what was not. */
    List<Candidate> ranked(String question, List<SentenceFeatures.Looked> looked) {
        List<Candidate> sifted = sorted(looked, sifting);
        if (reader.isEmpty() || sifted.isEmpty()) return sifted;
        List<Candidate> near = sifted.subList(0, Math.min(READ, sifted.size()));
        List<Candidate> ranked = new ArrayList<>(sorted(
                SentenceReader.of(question, near.stream().map(Candidate::looked).toList(), reader.get()), picking));
        double least = ranked.getLast().score();
        sifted.subList(near.size(), sifted.size())
                .forEach(
                        candidate -> ranked.add(new Candidate(candidate.looked(), Math.min(least, candidate.score()))));
        return ranked;
    }

    private static List<Candidate> sorted(List<SentenceFeatures.Looked> looked, LogisticModel<SentenceFeature> scorer) {
        return looked.stream()
                .map(one -> new Candidate(one, scorer.probability(one.features())))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
    }

    /** How probably the question is answered. */
    double confidence(List<Candidate> ranked) {
        return ranked.isEmpty()
                ? 0
                : answering.probability(ranked.getFirst().looked().features());
    }
}
