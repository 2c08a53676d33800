package ibid.bench;

import ibid.answer.rank.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A labelled question with the sentences that may answer it.
 *
 * @param given whether they are of the article it was written for, else as the search found them
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

    /** The place of the first sentence that answers, from 1; the greatest number there is where none does. */
    int rankOfAnswer(List<Candidate> ordered) {
        for (int at = 0; at < ordered.size(); at++) {
            if (answeredBy(ordered.get(at))) {
                return at + 1;
            }
        }
        return Integer.MAX_VALUE;
    }
}
