package ibid.eval.measure;

import ibid.eval.client.AnswerView;
import ibid.eval.client.OriginalArticle;
import ibid.eval.judge.CachingJudge;
import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.Judge;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.judge.Judgement;
import ibid.eval.statistics.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs each judge on each sentence of an answer with the words of its footnotes, and computes the measures of support.
 */
public final class Judging {

    private static final List<Measure> MEASURES = List.of(
            Measure.FAITHFULNESS,
            Measure.CITATION_RECALL,
            Measure.CITATION_PRECISION,
            Measure.SUPPORT_PRECISION,
            Measure.SUPPORT_RECALL);

    private final Map<String, Judge> judges;
    private final Function<String, Optional<OriginalArticle>> originals;

    /**
     * @param judges    by name; measures of the first have plain names, those of another end with the judge's name
     * @param originals articles by id, from the server
     */
    public Judging(Map<String, Judge> judges, Function<String, Optional<OriginalArticle>> originals) {
        this.judges = new LinkedHashMap<>(judges);
        this.originals = originals;
    }

    /** @param found the texts of all passages found */
    public List<JudgedSentence> judge(AnswerView answer, List<String> found, Map<String, Tally> scores) {
        List<JudgedSentence> judged = new ArrayList<>();
        if (answer.sentences().isEmpty()) {
            return judged;
        }
        List<String> context = new ArrayList<>(answer.footnotes().stream()
                .map(footnote -> footnote.quote().exact())
                .toList());
        context.addAll(found);
        List<CitedSentence> cited = CitedSentence.of(answer.body(), originals);
        judges.forEach((name, judge) -> {
            CachingJudge remembering = new CachingJudge(CitedSentence.rejectingUnfounded(cited, judge));
            measure(cited, context, remembering, suffix(name), scores);
            for (int at = 0; at < cited.size(); at++) {
                judged.addAll(
                        verdicts(name, cited.get(at), answer.sentences().get(at).footnotes(), context, remembering));
            }
        });
        return judged;
    }

    /** The scores of a failed answer. */
    public void failed(Map<String, Tally> scores) {
        for (String name : judges.keySet()) {
            for (Measure measure : MEASURES) {
                scores.put(measure.title + suffix(name), Tally.score(0));
            }
        }
    }

    private String suffix(String judge) {
        return judge.equals(judges.keySet().iterator().next()) ? "" : "_by_" + judge;
    }

    private static void measure(
            List<CitedSentence> cited,
            List<String> context,
            CachingJudge judge,
            String suffix,
            Map<String, Tally> scores) {
        Alce alce = Alce.of(cited, judge);
        TrecSupport support = TrecSupport.of(cited, judge);
        Faithfulness faithful =
                Faithfulness.of(cited.stream().map(CitedSentence::sentence).toList(), context, judge);
        scores.put(Measure.FAITHFULNESS.title + suffix, new Tally(faithful.supported(), faithful.claims()));
        scores.put(Measure.CITATION_RECALL.title + suffix, Tally.score(alce.recall()));
        scores.put(Measure.CITATION_PRECISION.title + suffix, Tally.score(alce.precision()));
        scores.put(Measure.SUPPORT_PRECISION.title + suffix, Tally.score(support.weightedPrecision()));
        scores.put(Measure.SUPPORT_RECALL.title + suffix, Tally.score(support.weightedRecall()));
        scores.put(Measure.JUDGE_FAILURES.title + suffix, Tally.score(judge.failures()));
    }

    /**
     * Judges a sentence against its footnotes together, against each alone if there are several, and against all
     * passages found if its footnotes do not support it.
     */
    private static List<JudgedSentence> verdicts(
            String name, CitedSentence cited, List<Integer> footnotes, List<String> context, Judge judge) {
        String claim = cited.sentence();
        List<JudgedSentence> verdicts = new ArrayList<>();
        Judgement together = judge.judge(claim, cited.evidence());
        verdicts.add(judged(name, claim, footnotes, together));
        for (int at = 0; at < footnotes.size() && footnotes.size() > 1; at++) {
            verdicts.add(judged(
                    name,
                    claim,
                    footnotes.subList(at, at + 1),
                    judge.judge(claim, cited.evidence().subList(at, at + 1))));
        }
        if (!together.isFull()) {
            verdicts.add(judged(name, claim, List.of(), judge.judge(claim, context)));
        }
        return verdicts;
    }

    private static JudgedSentence judged(String name, String claim, List<Integer> numbers, Judgement judgement) {
        return switch (judgement) {
            case Judgement.Given given ->
                new JudgedSentence(
                        name,
                        claim,
                        numbers,
                        given.contradicted()
                                ? "contradicted"
                                : given.support().name().toLowerCase(Locale.ROOT),
                        given.score(),
                        given.reason());
            case Judgement.Failed failed -> new JudgedSentence(name, claim, numbers, "failed", 0, failed.reason());
        };
    }
}
