package ibid.model;

import ibid.language.Span;
import java.util.List;
import java.util.Optional;

/** Reads a question and a passage together and judges whether it is answered there. Threads may share it. */
public interface PassageReader {

    /**
     * @param passage   log-odds that the passage answers
     * @param sentences log-odds for each sentence
     * @param words     for each sentence the log-odds of its likeliest word to be part of the answer
     * @param answers   the words of each sentence that look like the answer, in code points of the passage
     */
    record Judgement(double passage, List<Double> sentences, List<Double> words, List<Optional<Span>> answers) {

        public Judgement {
            sentences = List.copyOf(sentences);
            words = List.copyOf(words);
            answers = List.copyOf(answers);
        }
    }

    /** @param sentences their places in the passage's text, in code points, in order */
    Judgement read(String question, String passage, List<Span> sentences);
}
