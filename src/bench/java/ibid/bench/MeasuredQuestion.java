package ibid.bench;

import ibid.answer.rank.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A labelled question with its candidate sentences.
 *
 * @param given whether the candidates are from the article it was written for; if not, the search found them
 */
record MeasuredQuestion(LabelledSet set, LabelledSet.Labelled question, boolean given, List<Candidate> sentences) {

    boolean answeredBy(Candidate one) {
        return question.answeredBy(one.hit().article().id(), one.text());
    }

    boolean canAnswer() {
        return sentences.stream().anyMatch(this::answeredBy);
    }

    int fold() {
        return Math.floorMod(question.group().hashCode() * 31, FitScorer.FOLDS);
    }

    List<Candidate> by(Function<Candidate, Double> score) {
        return sentences.stream().sorted(Comparator.comparing(score).reversed()).toList();
    }

    /** The rank of the first answering sentence, from 1; {@link Integer#MAX_VALUE} if there is none. */
    int rankOfAnswer(List<Candidate> ordered) {
        for (int at = 0; at < ordered.size(); at++) {
            if (answeredBy(ordered.get(at))) {
                return at + 1;
            }
        }
        return Integer.MAX_VALUE;
    }
}
