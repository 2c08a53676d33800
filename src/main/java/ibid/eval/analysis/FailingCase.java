package ibid.eval.analysis;

import ibid.eval.judge.JudgedSentence;
import ibid.eval.measure.Measure;
import ibid.eval.run.TopicResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A fault in the answer to a topic that a person should look at.
 *
 * @param description the fault in words
 */
public record FailingCase(FailureKind kind, String description) {

    /** The kinds of faults, causes before their effects: a case is listed under the first kind that applies. */
    public enum FailureKind {
        BREACH("a promise of the API is broken", Measure.BREACHES),
        NOT_REFUSED("answered, but the articles do not say", Measure.REFUSED_RIGHTLY),
        UNSUPPORTED(
                "a sentence is not supported by its footnotes",
                Measure.FAITHFULNESS,
                Measure.CITATION_RECALL,
                Measure.CITATION_PRECISION,
                Measure.SUPPORT_PRECISION,
                Measure.SUPPORT_RECALL),
        JUDGE_FAILED("the judge gave no verdict", Measure.JUDGE_FAILURES),
        NOT_FOUND(
                "no judged passage among the first five found",
                Measure.RECALL,
                Measure.NDCG,
                Measure.MRR,
                Measure.MAP,
                Measure.CLAIM_RECALL),
        REFUSED("refused, but the articles have the answer", Measure.REFUSED_WRONGLY, Measure.REFUSAL_PRECISION),
        NO_NUGGET("no vital nugget is in the answer", Measure.VITAL, Measure.GOLD_EARLY),
        SOME_NUGGETS(
                "some vital nuggets are not in the answer", Measure.NUGGETS, Measure.WEIGHTED, Measure.UTILISATION),
        OTHER_OUTCOME("answered instead of partial, or partial instead of answered", Measure.OUTCOME),
        ALONE("the stand-alone question gets a different answer", Measure.AGREE);

        public final String description;
        public final Set<Measure> seenIn;

        FailureKind(String description, Measure... seenIn) {
            this.description = description;
            this.seenIn = Set.of(seenIn);
        }

        /** The anchor on the report page. */
        public String anchor() {
            return "why-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The descriptions of a topic's faults. */
    public static List<String> descriptions(TopicResult result) {
        return find(result).stream().map(FailingCase::description).toList();
    }

    static List<FailingCase> find(TopicResult result) {
        List<FailingCase> failings = new ArrayList<>();
        if (result.score(Measure.OUTCOME.title) == 0) {
            String right = result.topic().outcome();
            failings.add(new FailingCase(outcome(result), result.outcome() + ", but right is " + right));
        }
        double vital = result.score(Measure.VITAL.title);
        if (vital < 1 && !result.abstained()) {
            add(failings, vital == 0 ? FailureKind.NO_NUGGET : FailureKind.SOME_NUGGETS);
        }
        if (result.score(Measure.RECALL.title) == 0) {
            add(failings, FailureKind.NOT_FOUND);
        }
        for (JudgedSentence judged : result.verdicts()) {
            if (!judged.word().equals("full")) {
                failings.add(unsupported(judged));
            }
        }
        if (result.score(Measure.AGREE.title) == 0) {
            add(failings, FailureKind.ALONE);
        }
        for (String breach : result.breaches()) {
            failings.add(new FailingCase(FailureKind.BREACH, "breach: " + breach));
        }
        return failings;
    }

    private static void add(List<FailingCase> failings, FailureKind wrong) {
        failings.add(new FailingCase(wrong, wrong.description));
    }

    private static FailingCase unsupported(JudgedSentence judged) {
        FailureKind wrong = judged.word().equals("failed") ? FailureKind.JUDGE_FAILED : FailureKind.UNSUPPORTED;
        String evidence = judged.footnotes().isEmpty() ? "all passages found" : String.valueOf(judged.footnotes());
        String words =
                "“" + judged.sentence() + "” against " + evidence + ": " + judged.word() + ", " + judged.reason();
        return new FailingCase(wrong, words);
    }

    /** The faults of a topic, causes first. */
    public static List<FailureKind> kinds(TopicResult result) {
        return find(result).stream().map(FailingCase::kind).distinct().sorted().toList();
    }

    private static FailureKind outcome(TopicResult result) {
        if (result.abstained()) {
            return FailureKind.REFUSED;
        }
        return result.topic().unanswerable() ? FailureKind.NOT_REFUSED : FailureKind.OTHER_OUTCOME;
    }
}
