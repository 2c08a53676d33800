package ibid.eval.measure;

import java.util.Arrays;
import java.util.List;

/**
 * The list of measures: the name in tables and {@code expected.tsv}, the section of the report, and the definition.
 */
public enum Measure {
    RECALL("recall@5", Part.RETRIEVAL, "judged passages among the first five found"),
    NDCG("ndcg@10", Part.RETRIEVAL, "normalised discounted cumulative gain at ten"),
    MRR("mrr@10", Part.RETRIEVAL, "one over the rank of the first judged passage, of the first ten found"),
    MAP("map@10", Part.RETRIEVAL, "average precision over the first ten found"),
    CLAIM_RECALL(
            "claim_recall",
            Part.RETRIEVAL,
            "nuggets contained in a passage found: what the search gave the writer (RAGChecker)"),
    CONTEXT_PRECISION("context_precision", Part.RETRIEVAL, "passages found that hold a nugget (RAGChecker)"),
    OUTCOME("outcome_right", Part.ANSWER, "topics with exactly the right outcome"),
    VITAL("vital_nuggets", Part.ANSWER, "vital nuggets in the answer, none where it abstained (TREC RAG V_strict)"),
    NUGGETS("all_nuggets", Part.ANSWER, "nuggets in the answer, vital or okay (TREC RAG A_strict)"),
    WEIGHTED("weighted_nuggets", Part.ANSWER, "the same; an okay nugget counts half"),
    GOLD_EARLY(
            "gold_first_or_second",
            Part.ANSWER,
            "answerable topics whose first or second sentence is footnoted to a nugget's words"),
    UTILISATION(
            "context_utilisation",
            Part.ANSWER,
            "nuggets in the answer, of those contained in a passage found: how well the writer used the search "
                    + "(RAGChecker)"),
    PRECISION(
            "answer_precision",
            Part.ANSWER,
            "sentences shown that contain a nugget or cite a nugget's words (RAGChecker's precision, by strings)"),
    SENTENCES("sentences_per_answer", Part.ANSWER, "sentences shown, mean of answers: padded answers have more"),
    ANSWER_RECALL(
            "answer_recall",
            Part.ANSWER,
            "nuggets that the answer says (RAGChecker's recall; only by a language model)"),
    ANSWER_F1(
            "answer_f1",
            Part.ANSWER,
            "harmonic mean of answer_precision and answer_recall (RAGChecker; only by a language model)"),
    VITAL_GRADED(
            "vital_nuggets_graded",
            Part.ANSWER,
            "vital nuggets in the answer; one held in part counts half (TREC RAG V; only by a language model)"),
    AGREE("follow_ups_agree", Part.ANSWER, "follow-ups with the same answer in their conversation and asked alone"),
    FAITHFULNESS("faithfulness", Part.SUPPORT, "sentences supported by the passages found, cited or not (RAGAS)"),
    CITATION_RECALL(
            "citation_recall", Part.SUPPORT, "sentences supported by their footnotes together (ALCE), mean of answers"),
    CITATION_PRECISION(
            "citation_precision", Part.SUPPORT, "footnotes that their sentence needs (ALCE), mean of answers"),
    SUPPORT_PRECISION(
            "support_precision",
            Part.SUPPORT,
            "support by each footnote alone; partial support counts half (TREC RAG), mean of answers"),
    SUPPORT_RECALL(
            "support_recall",
            Part.SUPPORT,
            "support of each sentence by its best footnote (TREC RAG), mean of answers"),
    STATED_BY_PASSAGE(
            "told_by_a_passage",
            Part.SUPPORT,
            "sentences that a passage found says, right or wrong (RAGChecker's faithfulness; only by a language "
                    + "model)"),
    HALLUCINATION(
            "hallucination",
            Part.SUPPORT,
            "sentences that no passage says and that are wrong (RAGChecker; only by a language model)"),
    SELF_KNOWLEDGE(
            "self_knowledge",
            Part.SUPPORT,
            "sentences that no passage says and that are right nevertheless (RAGChecker; only by a language model)"),
    NOISE(
            "noise_sensitivity",
            Part.SUPPORT,
            "sentences that are wrong although a passage says them (RAGChecker, of relevant and irrelevant "
                    + "passages; only by a language model)"),
    JUDGE_FAILURES("judge_failures", Part.SUPPORT, "judgements that failed, each counted as not supported"),
    REFUSED_RIGHTLY("refused_of_unanswerable", Part.REFUSAL, "topics without an answer for which the system abstained"),
    REFUSED_WRONGLY("refused_of_answerable", Part.REFUSAL, "topics with an answer for which the system abstained"),
    REFUSAL_PRECISION("refusal_precision", Part.REFUSAL, "refusals that were right"),
    NEAREST("refusals_with_nearest", Part.REFUSAL, "refusals that show the passages nearest to the question"),
    SUGGESTIONS("refusals_with_suggestions", Part.REFUSAL, "refusals that suggest questions the articles answer"),
    FAILED("failed_answers", Part.PROMISES, "questions that got no answer: each scores 0 in every measure"),
    BREACHES("invariant_breaches", Part.PROMISES, "broken promises of the API");

    /** A section of the report. */
    public enum Part {
        RETRIEVAL,
        ANSWER,
        SUPPORT,
        REFUSAL,
        PROMISES
    }

    public final String title;
    public final Part part;
    public final String meaning;

    Measure(String title, Part part, String meaning) {
        this.title = title;
        this.part = part;
        this.meaning = meaning;
    }

    /** Whether it is a count and not a share. */
    public boolean counted() {
        return this == JUDGE_FAILURES || this == BREACHES || this == FAILED;
    }

    public boolean lessIsBetter() {
        return List.of(REFUSED_WRONGLY, SENTENCES, HALLUCINATION, NOISE).contains(this) || counted();
    }

    /** The measure of a column: its name, or its name followed by the name of a second judge. */
    public static List<Measure> named(String column) {
        return Arrays.stream(values())
                .filter(measure -> column.equals(measure.title) || column.startsWith(measure.title + "_by_"))
                .toList();
    }
}
