package ibid.model.onnx;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ibid.language.Span;
import ibid.model.PassageReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The model's output for each token of a question and a passage.
 *
 * @param passage  log-odds that the passage answers
 * @param sentence for each token, that its sentence answers
 * @param span     for each token, that it is part of the answer
 * @param places   positions of the tokens in their text
 * @param types    1 for a token of the passage
 */
record PassageLogits(double passage, float[] sentence, float[] span, CharSpan[] places, long[] types) {

    PassageReader.Judgement judgement(List<Span> sentences) {
        List<Double> sentenceLogits = new ArrayList<>();
        List<Double> wordLogits = new ArrayList<>();
        List<Optional<Span>> answers = new ArrayList<>();
        for (Span place : sentences) {
            List<Integer> tokens = tokensIn(place);
            sentenceLogits.add(mean(tokens));
            wordLogits.add(max(tokens));
            answers.add(answer(tokens));
        }
        return new PassageReader.Judgement(passage, sentenceLogits, wordLogits, answers);
    }

    private List<Integer> tokensIn(Span place) {
        List<Integer> tokens = new ArrayList<>();
        for (int token = 0; token < places.length; token++) {
            if (isIn(token, place)) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private boolean isIn(int token, Span sentence) {
        return types[token] == 1
                && places[token] != null
                && places[token].getStart() < sentence.end()
                && places[token].getEnd() > sentence.start();
    }

    /** The log-odds of a sentence; a sentence that was cut off gets those of its passage. */
    private double mean(List<Integer> tokens) {
        double sum = 0;
        for (int token : tokens) {
            sum += sentence[token];
        }
        return tokens.isEmpty() ? passage : sum / tokens.size();
    }

    private double max(List<Integer> tokens) {
        double max = Double.NEGATIVE_INFINITY;
        for (int token : tokens) {
            max = Math.max(max, span[token]);
        }
        return tokens.isEmpty() ? passage : max;
    }

    /** The run of tokens with the greatest sum of log-odds above even. */
    private Optional<Span> answer(List<Integer> tokens) {
        Span best = null;
        Span run = null;
        double bestSum = 0;
        double sum = 0;
        for (int token : tokens) {
            run = sum <= 0 || run == null ? place(token) : run.to(place(token));
            sum = Math.max(0, sum) + span[token];
            if (sum > bestSum) {
                bestSum = sum;
                best = run;
            }
        }
        return Optional.ofNullable(best);
    }

    private Span place(int token) {
        return new Span(places[token].getStart(), places[token].getEnd());
    }
}
