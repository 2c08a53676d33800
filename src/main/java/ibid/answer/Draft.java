package ibid.answer;

import ibid.model.Completion;
import java.util.List;
import java.util.Optional;

/** What a writer made of the passages found. */
public sealed interface Draft {

    /**
     * What the extractive writer made: sentences with exact citations, or nothing because the passages do not answer.
     */
    sealed interface Extracted extends Draft {

        /** What the articles leave open, as a sentence for the reader, or empty. */
        String missing();

        /** Estimated probability that the draft's sentences answer, 0 to 1. */
        double confidence();
    }

    /**
     * @param shortAnswer the answer in a few words, where they are of the type asked for
     * @param missing    the part of the question left open, or empty
     * @param clashes    where the cited words contradict each other
     * @param confidence in a shape that gathers, only how near the nearest row is to the question
     */
    record Written(
            Optional<Short> shortAnswer,
            List<DraftSentence> sentences,
            String missing,
            AnswerShape shape,
            List<Clash> clashes,
            double confidence)
            implements Extracted {

        public Written {
            sentences = List.copyOf(sentences);
            clashes = List.copyOf(clashes);
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("a written draft has sentences");
            }
        }
    }

    /**
     * The answer in a few words.
     *
     * @param citations the words it rests on; those that do not support their sentence do not count
     */
    record Short(String text, List<Citation> citations) {

        public Short {
            citations = List.copyOf(citations);
        }
    }

    /**
     * @param missing    what the articles do not say
     * @param confidence of the best sentence found, which was not good enough
     */
    record Nothing(String missing, double confidence) implements Extracted {}

    /**
     * What a language model made. Its sentences went to the listener while it wrote; they are claims until they are
     * checked.
     *
     * @param declined      whether the model says that the articles do not answer
     * @param missing       what it says they leave open, or empty; its words, not checked
     * @param unknownMarks  how many marks it gave that no passage has
     * @param failure       why the model did not finish, if it did not
     * @param promptVersion of the prompt it was given
     */
    record Generated(
            boolean declined,
            String missing,
            int unknownMarks,
            Optional<Completion.Failed> failure,
            String promptVersion,
            Completion.Usage usage)
            implements Draft {}

    /**
     * Cited words that give different answers to the same question.
     *
     * @param about what they disagree about, and what each says, to stand after "the articles disagree about"
     */
    record Clash(String about, List<Citation> citations) {

        public Clash {
            citations = List.copyOf(citations);
            if (citations.size() < 2) {
                throw new IllegalArgumentException("a clash has two sides");
            }
        }
    }
}
