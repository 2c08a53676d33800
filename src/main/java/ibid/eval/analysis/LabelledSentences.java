package ibid.eval.analysis;

import ibid.eval.dataset.LabelledClaim;
import ibid.eval.measure.Measure;
import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Confusion;
import ibid.eval.statistics.Interval;
import ibid.eval.statistics.PredictionPowered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The estimates from people's labels on a sample of the run's own sentences, and the agreement of two people. */
public record LabelledSentences(List<SampledSentence> labelled) {

    private static final int MIN_RELIABLE_LABELS = 30;

    public LabelledSentences {
        labelled = List.copyOf(labelled);
    }

    public MeasureNote of(List<TopicResult> results) {
        Interval share = PredictionPowered.of(conversations(results));
        List<SampledSentence> all = SampledSentence.all(results);
        long labels = labelled.stream().filter(one -> one.label().isPresent()).count(),
                judged = all.stream().filter(SampledSentence::judged).count();
        String words = String.format(
                Locale.ROOT,
                "Sentences supported by their footnotes, by %d people's labels and the judge's verdicts on all %d "
                        + "(prediction-powered, bootstrap over conversations): %s; the judge alone says %.3f.%s%s",
                labels,
                all.size(),
                share,
                judged / (double) all.size(),
                labels < MIN_RELIABLE_LABELS ? " So few labels are unreliable: use 30 or more." : "",
                twoPeople());
        return new MeasureNote(
                Measure.CITATION_RECALL.title, "as judged; sentences by people's labels " + share, words);
    }

    private List<PredictionPowered.Conversation> conversations(List<TopicResult> results) {
        Map<String, String> roots = Conversations.roots(results);
        Map<String, PredictionPowered.Conversation> conversations = new LinkedHashMap<>();
        for (SampledSentence one : SampledSentence.all(results)) {
            conversations.merge(
                    roots.get(one.topic()),
                    new PredictionPowered.Conversation(one.judged() ? 1 : 0, 1, 0, 0),
                    LabelledSentences::plus);
        }
        for (SampledSentence one : labelled) {
            one.label()
                    .ifPresent(label -> conversations.merge(
                            roots.get(one.topic()),
                            new PredictionPowered.Conversation(0, 0, label - (one.judged() ? 1 : 0), 1),
                            LabelledSentences::plus));
        }
        return List.copyOf(conversations.values());
    }

    private static PredictionPowered.Conversation plus(
            PredictionPowered.Conversation one, PredictionPowered.Conversation other) {
        return new PredictionPowered.Conversation(
                one.judged() + other.judged(),
                one.sentences() + other.sentences(),
                one.off() + other.off(),
                one.labelled() + other.labelled());
    }

    private String twoPeople() {
        return people().map(people -> String.format(
                        Locale.ROOT,
                        " Two people labelled %d of them: the same label for %.3f, kappa %s.",
                        people.total(),
                        people.accuracy(),
                        Double.isNaN(people.kappa())
                                ? "not defined, since both say the same of all"
                                : String.format(Locale.ROOT, "%.3f", people.kappa())))
                .orElse("");
    }

    /** The first person's labels in rows, the second's in columns; empty if no sentence has both. */
    Optional<Confusion> people() {
        Confusion confusion = new Confusion(labelWords());
        for (SampledSentence one : labelled) {
            boolean hasBoth = one.labels().stream().allMatch(Optional::isPresent);
            confusion = hasBoth ? confusion.with(word(one, 0), word(one, 1)) : confusion;
        }
        return Optional.of(confusion).filter(both -> both.total() > 0);
    }

    private static List<String> labelWords() {
        return Stream.of(LabelledClaim.Label.values())
                .map(LabelledClaim.Label::word)
                .toList();
    }

    private static String word(SampledSentence sentence, int person) {
        return sentence.labels().get(person).orElseThrow().word();
    }
}
