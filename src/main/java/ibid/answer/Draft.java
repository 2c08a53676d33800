package ibid.answer;

import java.util.List;

/** What a writer made of the hits: sentences with citations, or nothing because the hits do not answer. */
public sealed interface Draft {

    /**
     * @param missing    the part of the question left open, as a sentence for the reader, or empty
     * @param clashes    where the cited words contradict each other
     * @param confidence estimated probability that the sentences answer; where the shape gathers, only how near the nearest row is; 0 to 1
     */
    record Written(
            List<DraftSentence> sentences, String missing, AnswerShape shape, List<Clash> clashes, double confidence)
            implements Draft {

        public Written {
            sentences = List.copyOf(sentences);
            clashes = List.copyOf(clashes);
            if (sentences.isEmpty()) throw new IllegalArgumentException("a written draft has sentences");
        }
    }

    /**
     * @param missing    what the articles do not say, as a sentence for the reader
     * @param confidence estimated probability that the best sentence found answers nevertheless, 0 to 1
     */
    record Nothing(String missing, double confidence) implements Draft {}

    /**
     * Cited words that give different answers to the same question.
     *
     * @param about what they disagree about, and what each says, to stand after "the articles disagree about"
     */
    record Clash(String about, List<Citation> citations) {

        public Clash {
            citations = List.copyOf(citations);
            if (citations.size() < 2) throw new IllegalArgumentException("a clash has two sides");
        }
    }
}
