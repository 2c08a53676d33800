package ibid.answer;

import ibid.model.PassageReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Ranks sentences as answers: sifted by what costs little to see, the best of them read closely and weighed again. Threads may share it. */
public final class Picking {

    /** How many sentences are read closely: eval/README.md, "Picking". */
    public static final int READ = 5;

    private final Scorer<Feature> sifting;
    private final Scorer<Feature> picking;
    private final Scorer<Feature> answering;
    private final Optional<PassageReader> reader;

    /**
     * @param sifting   how probably a sentence answers, unread
     * @param picking   how probably it does, read
     * @param answering how probably the question is answered, by its best sentence
     */
    Picking(Scorer<Feature> sifting, Scorer<Feature> picking, Scorer<Feature> answering, Optional<PassageReader> reader) {
        this.sifting = sifting;
        this.picking = picking;
        this.answering = answering;
        this.reader = reader;
    }

    /** With the weights that {@code FitScorer} in src/bench fitted. */
    public static Picking with(PassageReader reader) {
        return new Picking(weights("sifting.tsv"), weights("picking.tsv"), weights("answering.tsv"), Optional.of(reader));
    }

    /** The same with nothing read. */
    public static Picking withoutReader() {
        return new Picking(weights("sifting.tsv"), weights("sifting.tsv"), weights("answering-unread.tsv"), Optional.empty());
    }

    private static Scorer<Feature> weights(String file) {
        return Scorer.read(Feature.class, file);
    }

    /** Best first. What was read stands before what was not. */
    List<Candidate> ranked(String question, List<Reading.Looked> looked) {
        List<Candidate> sifted = sorted(looked, sifting);
        if (reader.isEmpty() || sifted.isEmpty()) return sifted;
        List<Candidate> near = sifted.subList(0, Math.min(READ, sifted.size()));
        List<Candidate> ranked = new ArrayList<>(sorted(CloseReading.of(question, near.stream().map(Candidate::looked).toList(), reader.get()), picking));
        double least = ranked.getLast().score();
        sifted.subList(near.size(), sifted.size()).forEach(candidate -> ranked.add(new Candidate(candidate.looked(), Math.min(least, candidate.score()))));
        return ranked;
    }

    private static List<Candidate> sorted(List<Reading.Looked> looked, Scorer<Feature> scorer) {
        return looked.stream().map(one -> new Candidate(one, scorer.probability(one.features()))).sorted(Comparator.comparingDouble(Candidate::score).reversed()).toList();
    }

    /** How probably the question is answered. */
    double confidence(List<Candidate> ranked) {
        return ranked.isEmpty() ? 0 : answering.probability(ranked.getFirst().looked().features());
    }
}
