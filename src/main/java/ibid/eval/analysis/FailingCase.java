package ibid.eval.analysis;

import ibid.eval.judge.JudgedSentence;
import ibid.eval.measure.Measure;
import ibid.eval.run.TopicResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something about a topic that a person should look at.
 *
 * @param words what it is, of this topic
 */
public record FailingCase(Wrong wrong, String words) {

    /** What can go wrong, the causes before what follows from them: a case stands under the first that holds. */
    public enum Wrong {
        BREACH("a promise of the API is broken", Measure.BREACHES),
        NOT_REFUSED("answered, though the articles do not say", Measure.REFUSED_RIGHTLY),
        UNSUPPORTED(
                "a sentence is not borne out by its footnotes",
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
        REFUSED("refused, though the articles answer", Measure.REFUSED_WRONGLY, Measure.REFUSAL_PRECISION),
        NO_NUGGET("no vital nugget is in the answer", Measure.VITAL, Measure.GOLD),
        SOME_NUGGETS(
                "some vital nuggets are not in the answer", Measure.NUGGETS, Measure.WEIGHTED, Measure.UTILISATION),
        OTHER_OUTCOME("answered whole where a part is right, or the other way round", Measure.OUTCOME),
        ALONE("asked alone it is answered otherwise", Measure.AGREE);

        public final String words;
        public final Set<Measure> seenIn;

        Wrong(String words, Measure... seenIn) {
            this.words = words;
            this.seenIn = Set.of(seenIn);
        }

        /** A name for the page. */
        public String anchor() {
            return "why-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Each in words. */
    public static List<String> of(TopicResult result) {
        return found(result).stream().map(FailingCase::words).toList();
    }

    public static List<FailingCase> found(TopicResult result) {
        List<FailingCase> failings = new ArrayList<>();
        if (result.score("outcome_right") == 0)
            failings.add(new FailingCase(
                    outcome(result),
                    result.outcome() + ", but right is " + result.topic().outcome()));
        if (result.score("vital_nuggets") < 1 && !result.abstained()) {
            Wrong nuggets = result.score("vital_nuggets") == 0 ? Wrong.NO_NUGGET : Wrong.SOME_NUGGETS;
            failings.add(new FailingCase(nuggets, nuggets.words));
        }
        if (result.score("recall@5") == 0) failings.add(new FailingCase(Wrong.NOT_FOUND, Wrong.NOT_FOUND.words));
        for (JudgedSentence judged : result.verdicts()) {
            if (!judged.word().equals("full"))
                failings.add(new FailingCase(
                        judged.word().equals("failed") ? Wrong.JUDGE_FAILED : Wrong.UNSUPPORTED,
                        "“" + judged.sentence() + "” beside "
                                + (judged.footnotes().isEmpty() ? "all that was found" : judged.footnotes()) + ": "
                                + judged.word() + ", " + judged.reason()));
        }
        if (result.score("follow_ups_agree") == 0) failings.add(new FailingCase(Wrong.ALONE, Wrong.ALONE.words));
        result.breaches().forEach(breach -> failings.add(new FailingCase(Wrong.BREACH, "breach: " + breach)));
        return failings;
    }

    private static Wrong outcome(TopicResult result) {
        return result.abstained()
                ? Wrong.REFUSED
                : result.topic().unanswerable() ? Wrong.NOT_REFUSED : Wrong.OTHER_OUTCOME;
    }
}
