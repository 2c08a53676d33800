package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.answer.AnswerShape;
import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.Footnote;
import ibid.ask.WriterCredit;
import ibid.model.Completion;
import ibid.search.SearchFilters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A finished answer, the same in every response, in the log and in an export. Its parts are one flat object on the
 * wire.
 */
public record AnswerBody(
        @JsonUnwrapped Asked asked,
        @JsonUnwrapped Result result,
        @JsonUnwrapped Evidence evidence,
        @JsonUnwrapped Provenance provenance) {

    /**
     * The question.
     *
     * @param query   the stand-alone form that was searched
     * @param filters null where all articles were searched
     */
    public record Asked(
            String id,
            String conversationId,
            Instant created,
            String question,
            String query,
            @JsonInclude(JsonInclude.Include.NON_NULL) FiltersBody filters) {

        static Asked of(Turn turn) {
            boolean all = turn.filters().equals(SearchFilters.NONE);
            return new Asked(
                    turn.id(),
                    turn.conversation(),
                    turn.created(),
                    turn.question(),
                    turn.asked().query(),
                    all ? null : FiltersBody.of(turn.filters()));
        }
    }

    /** ANSWERED: in full; PARTIAL: {@link Result#missing} was not found; ABSTAINED: not at all. */
    public enum Outcome {
        ANSWERED,
        PARTIAL,
        ABSTAINED
    }

    /**
     * What a reader reads.
     *
     * @param reason      why it abstained, or null
     * @param shortAnswer the answer in a few words, or null
     * @param missing     what was not found
     * @param shape       null where it abstained
     * @param confidence  estimated probability that it answers, 0 to 1
     */
    public record Result(
            Outcome outcome,
            @JsonInclude(JsonInclude.Include.NON_NULL) Answer.Reason reason,
            @JsonProperty("short") Short shortAnswer,
            String text,
            List<SentenceBody> sentences,
            @NullIfEmpty String missing,
            AnswerShape shape,
            double confidence) {

        public Result {
            sentences = List.copyOf(sentences);
        }

        static Result of(Answer answer) {
            return switch (answer) {
                case Answer.Cited cited -> ofCited(cited);
                case Answer.Abstained abstained -> ofAbstained(abstained);
            };
        }

        private static Result ofCited(Answer.Cited answer) {
            return new Result(
                    answer.missing().isEmpty() ? Outcome.ANSWERED : Outcome.PARTIAL,
                    null,
                    answer.shortAnswer().map(Short::of).orElse(null),
                    answer.text(),
                    answer.sentences().stream().map(SentenceBody::of).toList(),
                    answer.missing(),
                    answer.shape(),
                    Thousandths.of(answer.confidence()));
        }

        private static Result ofAbstained(Answer.Abstained answer) {
            return new Result(
                    Outcome.ABSTAINED,
                    answer.reason(),
                    null,
                    "",
                    List.of(),
                    answer.missing(),
                    null,
                    Thousandths.of(answer.confidence()));
        }
    }

    /**
     * The answer in a few words.
     *
     * @param footnotes numbers of the footnotes that contain it
     * @param asOf      the day of the newest article among them, or null
     * @param corrected the value that it replaces; null if no article was corrected
     */
    public record Short(
            String text,
            List<Integer> footnotes,
            LocalDate asOf,
            int independentSources,
            @JsonInclude(JsonInclude.Include.NON_NULL) ArticleBody.CorrectedValue corrected) {

        public Short {
            footnotes = List.copyOf(footnotes);
        }

        static Short of(Answer.ShortAnswer answer) {
            return new Short(
                    answer.text(),
                    answer.footnotes(),
                    answer.asOf().orElse(null),
                    answer.independentSources(),
                    answer.corrected().map(ArticleBody.CorrectedValue::of).orElse(null));
        }
    }

    /**
     * The evidence of the answer.
     *
     * @param closest     of an abstained answer, the best sentence found, where it comes near; else null
     * @param nearest     of an abstained answer, which has no footnotes
     * @param sources     null where it abstained
     * @param sides       what a comparison compares, with the positions of its sentences
     * @param suggestions questions that the articles can answer
     */
    public record Evidence(
            @JsonInclude(JsonInclude.Include.NON_NULL) NearestBody closest,
            List<NearestBody> nearest,
            List<FootnoteBody> footnotes,
            @JsonInclude(JsonInclude.Include.NON_NULL) Sources sources,
            List<FootnoteBody.Disagreement> disagreements,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Answer.Side> sides,
            List<String> suggestions) {

        public Evidence {
            nearest = List.copyOf(nearest);
            footnotes = List.copyOf(footnotes);
            disagreements = List.copyOf(disagreements);
            sides = List.copyOf(sides);
            suggestions = List.copyOf(suggestions);
        }

        static Evidence of(Answer answer) {
            return switch (answer) {
                case Answer.Cited cited -> ofCited(cited);
                case Answer.Abstained abstained -> ofAbstained(abstained);
            };
        }

        private static Evidence ofAbstained(Answer.Abstained answer) {
            return new Evidence(
                    answer.closest().map(NearestBody::of).orElse(null),
                    NearestBody.of(answer.nearest()),
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    answer.suggestions());
        }

        private static Evidence ofCited(Answer.Cited answer) {
            return new Evidence(
                    null,
                    List.of(),
                    FootnoteBody.of(answer.footnotes()),
                    Sources.of(answer.footnotes()),
                    answer.disagreements().stream()
                            .map(FootnoteBody.Disagreement::of)
                            .toList(),
                    answer.form().sides(),
                    List.of());
        }
    }

    /** @param independent number of articles that are not copies of each other */
    public record Sources(long articles, long independent) {

        static Sources of(List<Footnote> footnotes) {
            return new Sources(
                    footnotes.stream()
                            .map(note -> note.article().id())
                            .distinct()
                            .count(),
                    footnotes.stream()
                            .map(note -> note.article().origin())
                            .distinct()
                            .count());
        }
    }

    /**
     * How the answer was produced.
     *
     * @param index   the generation of the index
     * @param partial whether a part of the articles could not be searched
     */
    public record Provenance(
            Writer writer,
            String index,
            @JsonProperty("timings_ms") Timings timings,
            Usage usage,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial) {

        static Provenance of(Turn turn) {
            WriterCredit credit = turn.asked().credit();
            return new Provenance(
                    new Writer(credit.model(), credit.prompt(), credit.note()),
                    turn.asked().ranking().generation(),
                    Timings.of(turn.asked().millis(), turn.millis()),
                    Usage.of(credit.usage()),
                    turn.asked().ranking().isPartial());
        }
    }

    /** @param prompt version of the prompt that the model was given */
    public record Writer(
            String model,
            @NullIfEmpty String prompt,
            @NullIfEmpty String note) {}

    /** Milliseconds by stage, and from the question's arrival to the finished answer. */
    public record Timings(long rewrite, long retrieve, long write, long verify, long total) {

        static Timings of(Map<AnswerEvent.Stage, Long> stages, long total) {
            return new Timings(
                    stages.getOrDefault(AnswerEvent.Stage.REWRITE, 0L),
                    stages.getOrDefault(AnswerEvent.Stage.RETRIEVE, 0L),
                    stages.getOrDefault(AnswerEvent.Stage.WRITE, 0L),
                    stages.getOrDefault(AnswerEvent.Stage.VERIFY, 0L),
                    total);
        }
    }

    /** Tokens of all calls of a language model; left out if there were none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Usage(Integer tokensIn, Integer tokensOut) {

        static Usage of(Completion.Usage usage) {
            if (usage.equals(Completion.Usage.NONE)) {
                return new Usage(null, null);
            }
            return new Usage(usage.in(), usage.out());
        }
    }

    public static AnswerBody of(Turn turn) {
        Answer answer = turn.asked().answer();
        return new AnswerBody(Asked.of(turn), Result.of(answer), Evidence.of(answer), Provenance.of(turn));
    }

    public String id() {
        return asked.id();
    }

    public String text() {
        return result.text();
    }

    public Outcome outcome() {
        return result.outcome();
    }

    public List<SentenceBody> sentences() {
        return result.sentences();
    }

    public List<FootnoteBody> footnotes() {
        return evidence.footnotes();
    }
}
