package ibid.model;

import ibid.language.Span;
import java.util.List;
import java.util.Optional;

/** Reads a question and a passage together and judges whether the passage answers it. Threads may share it. */
public interface PassageReader {

    /**
     * @param passage   log-odds that the passage answers
     * @param sentences log-odds for each sentence
     * @param words     for each sentence the log-odds of its likeliest word to be part of the answer
     * @param answers   the most likely answer in each sentence, in code points of the passage
     */
    record Judgement(double passage, List<Double> sentences, List<Double> words, List<Optional<Span>> answers) {

        public Judgement {
            sentences = List.copyOf(sentences);
            words = List.copyOf(words);
            answers = List.copyOf(answers);
        }
    }

    /** @param sentences their spans in the passage's text, in code points, in order */
    Judgement read(String question, String passage, List<Span> sentences);
}
