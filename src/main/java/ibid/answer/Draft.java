package ibid.answer;

import ibid.article.Correction;
import ibid.model.Completion;
import java.util.List;
import java.util.Optional;

/** What a writer produced from the retrieved passages. */
public sealed interface Draft {

    /** What a reader is told where passages were found but no sentence is good enough. */
    String NO_ANSWER = "I found no answer I trust.";

    /** Joins the names of several sides in the label of a row that is about all of them. */
    String BETWEEN_SIDES = " and ";

    /** The extractive writer's draft: sentences with exact citations, or nothing if the passages do not answer. */
    sealed interface Extracted extends Draft {

        /** What the articles leave open, as a sentence for the reader, or empty. */
        String missing();

        /** The best words found, where they come near. */
        Optional<Citation> closest();

        /** Estimated probability that the draft's sentences answer, 0 to 1. */
        double confidence();
    }

    /**
     * @param shortAnswer the answer in a few words, where they are of the type asked for
     * @param missing     the part of the question left open, or empty
     * @param clashes     where the cited words contradict each other
     * @param replacements older values that newer ones replace
     * @param confidence  for a shape that gathers, only the similarity of the nearest row to the question
     * @param sides       what is compared, in order; the label of a row names those it is about
     */
    record Written(
            Optional<Short> shortAnswer,
            List<DraftSentence> sentences,
            String missing,
            AnswerShape shape,
            List<Clash> clashes,
            List<Replacement> replacements,
            double confidence,
            List<String> sides)
            implements Extracted {

        /** One whose values all hold. */
        public Written(
                Optional<Short> shortAnswer,
                List<DraftSentence> sentences,
                String missing,
                AnswerShape shape,
                List<Clash> clashes,
                double confidence) {
            this(shortAnswer, sentences, missing, shape, clashes, List.of(), confidence, List.of());
        }

        public Written {
            sentences = List.copyOf(sentences);
            clashes = List.copyOf(clashes);
            replacements = List.copyOf(replacements);
            sides = List.copyOf(sides);
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("a written draft has sentences");
            }
        }

        public Written withSides(List<String> others) {
            return new Written(shortAnswer, sentences, missing, shape, clashes, replacements, confidence, others);
        }

        /** What its first sentence rests on. */
        @Override
        public Optional<Citation> closest() {
            return sentences.getFirst().citations().stream().findFirst();
        }
    }

    /**
     * The answer in a few words.
     *
     * @param citations the words it rests on; those that do not support their sentence do not count
     * @param corrected the value that it replaces, where an article was corrected
     */
    record Short(String text, List<Citation> citations, Optional<Corrected> corrected) {

        public Short {
            citations = List.copyOf(citations);
        }

        public Short(String text, List<Citation> citations) {
            this(text, citations, Optional.empty());
        }
    }

    /** @param withdrawn the value that the correction took back */
    record Corrected(String withdrawn, Correction correction) {}

    /**
     * A value that a later article replaces.
     *
     * @param older the words that have the value
     * @param newer the words that have the newest one
     */
    record Replacement(String value, Citation older, Citation newer) {}

    /**
     * A refusal.
     *
     * @param missing    why there is no answer, as a sentence for the reader
     * @param closest    the best words found, where they come near; they are not evidence
     * @param confidence of the best sentence found, which was not good enough
     */
    record Nothing(String missing, Optional<Citation> closest, double confidence) implements Extracted {}

    /**
     * A language model's draft. The listener received its sentences while the model wrote; they are unchecked claims.
     *
     * @param declined      whether the model says that the articles do not answer
     * @param missing       what it says the articles leave open, or empty; unchecked
     * @param unknownMarks  number of marks it wrote that name no passage
     * @param failure       why the model did not finish, if it did not
     * @param promptVersion of the prompt it was given
     * @param leftOut       for the reader, what it was not given because it is slow, or empty
     */
    record Generated(
            boolean declined,
            String missing,
            int unknownMarks,
            Optional<Completion.Failed> failure,
            String promptVersion,
            Completion.Usage usage,
            String leftOut)
            implements Draft {}

    /**
     * Cited words that give different answers to the same question.
     *
     * @param about what they disagree about and what each says; completes "the articles disagree about"
     */
    record Clash(String about, List<Side> sides) {

        public Clash {
            sides = List.copyOf(sides);
            if (sides.size() < 2) {
                throw new IllegalArgumentException("a clash has two sides");
            }
        }

        /**
         * One answer.
         *
         * @param value       as its first citation has it
         * @param speaker     who gives it, where the sentence says so, or empty
         * @param isWithdrawn whether a correction takes it back
         */
        public record Side(String value, String speaker, boolean isWithdrawn, List<Citation> citations) {

            public Side {
                citations = List.copyOf(citations);
            }
        }

        public List<Citation> citations() {
            return sides.stream().flatMap(side -> side.citations().stream()).toList();
        }
    }
}
