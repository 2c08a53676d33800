package ibid.eval.measure;

import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import ibid.verify.Support;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Support of TREC 2024 RAG (Thakur et al., arXiv 2504.15205): each cited text is judged alone. Full support counts 1,
 * partial ½, none 0, and a sentence without a citation 0. Weighted precision is the sum divided by the number of judged
 * (sentence, citation) pairs, weighted recall the sum divided by the number of sentences. The track judged only the
 * first citation of each sentence ({@code first…}). Over all citations a sentence counts as much as its best one, so
 * that recall is at most 1. Scores are of one answer; the score of a run is their mean.
 *
 * @param sentences the support of each citation in order, by sentence
 * @param failures  judgements that failed, each counted as none
 */
public record TrecSupport(List<List<Support>> sentences, int failures) {

    public TrecSupport {
        sentences = sentences.stream().map(List::copyOf).toList();
    }

    public static TrecSupport of(List<CitedSentence> answer, Judge judge) {
        List<List<Judgement>> judged =
                answer.stream().map(cited -> judged(cited, judge)).toList();
        List<List<Support>> supports = judged.stream()
                .map(one -> one.stream().map(Judgement::support).toList())
                .toList();
        long failures = judged.stream()
                .flatMap(List::stream)
                .filter(Judgement::hasFailed)
                .count();
        return new TrecSupport(supports, (int) failures);
    }

    private static List<Judgement> judged(CitedSentence cited, Judge judge) {
        return cited.evidence().stream()
                .map(text -> judge.judge(cited.sentence(), List.of(text)))
                .toList();
    }

    double weightedPrecision() {
        return mean(sentences.stream().flatMap(List::stream).mapToDouble(TrecSupport::weight));
    }

    public double weightedRecall() {
        return mean(sentences.stream()
                .mapToDouble(citations -> citations.stream()
                        .mapToDouble(TrecSupport::weight)
                        .max()
                        .orElse(0)));
    }

    private static double weight(Support support) {
        return switch (support) {
            case FULL -> 1;
            case PARTIAL -> 0.5;
            case NONE -> 0;
        };
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(0);
    }
}
