package ibid.ask;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.article.ArticleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answer that a reader gets: cited sentences, or a refusal with its reason. */
public sealed interface Answer {

    /** The articles that it cites or shows. */
    Set<ArticleId> articles();

    /**
     * @param shortAnswer the answer in a few words, where they are of the type asked for
     * @param text        the sentences with their marks: {@code Sentence one. [1] Sentence two. [2][3]}
     * @param footnotes   numbered from 1 in the order of their first mark, without gaps
     * @param missing     what of the question the articles leave open, or empty
     * @param confidence  estimated probability that the sentences answer; if the shape gathers, only the similarity of
     *     the nearest row; 0 to 1
     */
    record Cited(
            Optional<ShortAnswer> shortAnswer,
            String text,
            List<AnswerSentence> sentences,
            List<Footnote> footnotes,
            String missing,
            Form form,
            List<Disagreement> disagreements,
            double confidence)
            implements Answer {

        public Cited {
            sentences = List.copyOf(sentences);
            footnotes = List.copyOf(footnotes);
            disagreements = List.copyOf(disagreements);
            if (sentences.isEmpty() || footnotes.isEmpty()) {
                throw new IllegalArgumentException("a cited answer has sentences and footnotes");
            }
        }

        public AnswerShape shape() {
            return form.shape();
        }

        @Override
        public Set<ArticleId> articles() {
            Set<ArticleId> articles = new HashSet<>();
            for (Footnote footnote : footnotes) {
                articles.add(footnote.article().id());
            }
            return articles;
        }
    }

    /**
     * @param missing     why there is no answer, as a sentence
     * @param closest     the best sentence found, where it comes near; not evidence
     * @param nearest     the most similar passages, which are not evidence
     * @param suggestions questions that the articles can answer
     * @param confidence  estimated probability that the best sentence found answers after all, 0 to 1
     */
    record Abstained(
            Reason reason,
            String missing,
            Optional<NearestPassage> closest,
            List<NearestPassage> nearest,
            List<String> suggestions,
            double confidence)
            implements Answer {

        public Abstained {
            nearest = List.copyOf(nearest);
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public Set<ArticleId> articles() {
            Set<ArticleId> articles = new HashSet<>();
            closest.ifPresent(passage -> articles.add(passage.article().id()));
            nearest.forEach(passage -> articles.add(passage.article().id()));
            return articles;
        }
    }

    /**
     * How the sentences stand to each other.
     *
     * @param sides what a comparison compares, also what nothing was found on; else empty
     */
    record Form(AnswerShape shape, List<Side> sides) {

        public Form {
            sides = List.copyOf(sides);
        }
    }

    /**
     * One of several that are compared.
     *
     * @param sentences positions of those that are about it in the answer's, from 0
     */
    record Side(String name, List<Integer> sentences) {

        public Side {
            sentences = List.copyOf(sentences);
        }

        /** Those of the names, by the labels of the sentences; none where no label names one of them. */
        static List<Side> of(List<String> names, List<AnswerSentence> sentences) {
            List<Side> sides = names.stream().map(name -> of(name, sentences)).toList();
            return sides.stream().allMatch(side -> side.sentences.isEmpty()) ? List.of() : sides;
        }

        private static Side of(String name, List<AnswerSentence> sentences) {
            List<Integer> own = new ArrayList<>();
            for (int at = 0; at < sentences.size(); at++) {
                String label = sentences.get(at).details().label();
                String joined = Draft.BETWEEN_SIDES + label + Draft.BETWEEN_SIDES;
                if (joined.contains(Draft.BETWEEN_SIDES + name + Draft.BETWEEN_SIDES)) {
                    own.add(at);
                }
            }
            return new Side(name, own);
        }
    }

    /**
     * The answer in a few words.
     *
     * @param footnotes          numbers of the answer's footnotes that hold the words
     * @param asOf               the day of the newest article among them, where they have days
     * @param independentSources how many articles among them that are no copies of one another
     * @param corrected          the value that it replaces, where an article was corrected
     */
    record ShortAnswer(
            String text,
            List<Integer> footnotes,
            Optional<LocalDate> asOf,
            int independentSources,
            Optional<Draft.Corrected> corrected) {

        public ShortAnswer {
            footnotes = List.copyOf(footnotes);
        }
    }

    /**
     * Footnotes whose words give different answers to the same question.
     *
     * @param about what they disagree about, and what each article says
     */
    record Disagreement(String about, List<Integer> footnotes, List<Value> values) {

        public Disagreement {
            footnotes = List.copyOf(footnotes);
            values = List.copyOf(values);
        }

        /**
         * One of the answers.
         *
         * @param text        as the first footnote has it
         * @param newest      the day of the newest article among the footnotes, where they have days
         * @param speaker     who gives it, where the words say so, or empty
         * @param isWithdrawn whether a correction takes it back
         */
        public record Value(
                String text, List<Integer> footnotes, Optional<LocalDate> newest, String speaker, boolean isWithdrawn) {

            public Value {
                footnotes = List.copyOf(footnotes);
            }
        }
    }

    /**
     * NOT_A_QUESTION: small talk, which is not searched; NOTHING_RETRIEVED: no passage matched; NOT_ANSWERED: no
     * passage answers; NOT_SUPPORTED: the written sentences failed the check.
     */
    enum Reason {
        NOT_A_QUESTION,
        NOTHING_RETRIEVED,
        NOT_ANSWERED,
        NOT_SUPPORTED
    }
}
