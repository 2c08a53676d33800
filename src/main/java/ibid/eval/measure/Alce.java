package ibid.eval.measure;

import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * Citation recall and precision of ALCE (Gao, Yen, Yu and Chen, EMNLP 2023, section 3.3; {@code compute_autoais} of its
 * {@code eval.py}). A sentence is recalled if the texts cited for it support it together. A citation of a recalled
 * sentence is imprecise if it does not support the sentence alone and the other citations support it without this one.
 * ALCE uses an entailment model that says yes or no; here only full support is yes. Scores are of one answer; the score
 * of a run is their mean.
 *
 * @param sentences of the answer, cited or not
 * @param recalled sentences that their citations support
 * @param citations of all sentences
 * @param precise citations that are precise
 * @param failures  judgements that failed, each counted as not supported
 */
record Alce(int sentences, int recalled, int citations, int precise, int failures) {

    static Alce of(List<CitedSentence> answer, Judge judge) {
        Alce sum = new Alce(0, 0, 0, 0, 0);
        for (CitedSentence cited : answer) {
            sum = sum.plus(of(cited, judge));
        }
        return sum;
    }

    private static Alce of(CitedSentence cited, Judge judge) {
        List<String> evidence = cited.evidence();
        if (evidence.isEmpty()) {
            return new Alce(1, 0, 0, 0, 0);
        }
        Judgement together = judge.judge(cited.sentence(), evidence);
        int failures = together.hasFailed() ? 1 : 0, precise = 0;
        if (!together.isFull()) {
            return new Alce(1, 0, evidence.size(), 0, failures);
        }
        if (evidence.size() == 1) {
            return new Alce(1, 1, 1, 1, failures);
        }
        for (int at = 0; at < evidence.size(); at++) {
            Judgement alone = judge.judge(cited.sentence(), List.of(evidence.get(at)));
            if (alone.hasFailed()) {
                failures++;
            }
            if (alone.isFull()) {
                precise++;
                continue;
            }
            List<String> others = new ArrayList<>(evidence);
            others.remove(at);
            Judgement without = judge.judge(cited.sentence(), others);
            if (without.hasFailed()) {
                failures++;
            }
            if (!without.isFull()) {
                precise++;
            }
        }
        return new Alce(1, 1, evidence.size(), precise, failures);
    }

    private Alce plus(Alce other) {
        return new Alce(
                sentences + other.sentences,
                recalled + other.recalled,
                citations + other.citations,
                precise + other.precise,
                failures + other.failures);
    }

    /** 0 for an answer without sentences. */
    double recall() {
        return sentences == 0 ? 0 : (double) recalled / sentences;
    }

    /** 0 for an answer without citations. */
    double precision() {
        return citations == 0 ? 0 : (double) precise / citations;
    }
}
