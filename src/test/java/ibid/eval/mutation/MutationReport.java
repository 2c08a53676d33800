package ibid.eval.mutation;

import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.Judge;
import ibid.eval.measure.Invariants;
import ibid.eval.measure.OutcomeConfusion;
import ibid.eval.measure.TrecSupport;
import ibid.eval.statistics.Share;
import ibid.language.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Measures which mutations the scorer detects. Every sentence that a judge supports is broken in every possible way. A
 * mutation is detected if the weighted recall of {@link TrecSupport} falls, more {@link Invariants} are broken, or the
 * outcome becomes wrong. The report is deterministic.
 *
 * @param sentences the number in all answers
 * @param sound the number that the judge supports unchanged; only these are broken
 * @param kinds the counts by mutation
 * @param escaped   the mutations that were not detected, for inspection
 */
public record MutationReport(int sentences, int sound, Map<Mutation, Seen> kinds, List<String> escaped) {

    private static final long SEED = 11;

    /**
     * @param made the number of broken answers
     * @param seen the number detected
     * @param failures the number on which the judge failed; they count as made but not detected
     */
    public record Seen(int made, int seen, int failures) {

        Share rate() {
            return new Share(seen, made);
        }
    }

    public MutationReport {
        kinds = Map.copyOf(kinds);
        escaped = List.copyOf(escaped);
    }

    public static MutationReport of(List<Mutation.Given> answers, Judge judge) {
        return new Trial(answers, judge).report();
    }

    /** Computes one report. For one use. */
    private static final class Trial {

        private final List<Mutation.Given> answers;
        private final Judge judge;
        private final Mutation.Spare spare;
        private final Map<CitedSentence, TrecSupport> scored =
                new HashMap<>(); // a sentence is judged once, however many other sentences are broken
        private final Map<Mutation, Seen> kinds = new EnumMap<>(Mutation.class);
        private final List<String> escaped = new ArrayList<>();
        private int sentences, sound;

        Trial(List<Mutation.Given> answers, Judge judge) {
            this.answers = answers;
            this.judge = judge;
            this.spare = new Mutation.Spare(names(answers), answers, new Random(SEED));
        }

        private static List<String> names(List<Mutation.Given> answers) {
            String everything = String.join(
                    "\n",
                    answers.stream()
                            .flatMap(answer -> answer.sentences().stream())
                            .flatMap(cited -> cited.evidence().stream())
                            .toList());
            return Names.in(everything).stream()
                    .map(Names.Name::text)
                    .distinct()
                    .toList();
        }

        MutationReport report() {
            for (Mutation kind : Mutation.values()) {
                kinds.put(kind, new Seen(0, 0, 0));
            }
            for (Mutation.Given answer : answers) {
                for (int at = 0; at < answer.sentences().size(); at++) {
                    sentences++;
                    TrecSupport whole = scored(answer.sentences().get(at));
                    if (whole.weightedRecall() < 1) {
                        continue;
                    }
                    sound++;
                    for (Mutation kind : Mutation.values()) {
                        record(kind, answer, at);
                    }
                }
                Mutation.answered(answer, spare)
                        .ifPresent(broken -> count(
                                Mutation.UNANSWERABLE,
                                0,
                                outcome(broken) < outcome(answer),
                                answer.topic() + " was answered and the outcome did not tell"));
            }
            return new MutationReport(sentences, sound, kinds, escaped);
        }

        private void record(Mutation kind, Mutation.Given answer, int at) {
            Optional<Mutation.Given> broken = kind.mutate(answer, at, spare);
            if (broken.isEmpty()) {
                return;
            }
            String what = answer.topic() + " " + kind.name().toLowerCase(Locale.ROOT) + ": ";
            if (kind.by == Mutation.By.PROMISES) {
                count(
                        kind,
                        0,
                        broken.get().breaches().size() > answer.breaches().size(),
                        what + broken.get().answer().text());
                return;
            }
            List<CitedSentence> all = broken.get().sentences();
            count(
                    kind,
                    scored(all.get(at)).failures(),
                    recall(all) < recall(answer.sentences()),
                    what + all.get(at).sentence() + " | "
                            + String.join(" | ", all.get(at).evidence()));
        }

        private void count(Mutation kind, int failures, boolean fell, String what) {
            Seen seen = kinds.get(kind);
            boolean clear = fell && failures == 0;
            kinds.put(
                    kind,
                    new Seen(seen.made() + 1, seen.seen() + (clear ? 1 : 0), seen.failures() + (failures > 0 ? 1 : 0)));
            if (!clear) {
                escaped.add(what);
            }
        }

        private TrecSupport scored(CitedSentence cited) {
            return scored.computeIfAbsent(
                    cited, one -> TrecSupport.of(List.of(one), CitedSentence.rejectingUnfounded(List.of(one), judge)));
        }

        private double recall(List<CitedSentence> answer) {
            return answer.stream()
                    .mapToDouble(cited -> scored(cited).weightedRecall())
                    .average()
                    .orElse(0);
        }

        private static double outcome(Mutation.Given answer) {
            OutcomeConfusion one = new OutcomeConfusion().with(answer.right(), answer.outcome());
            return one.confusion().accuracy();
        }
    }

    public String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d of %d sentences supported unchanged%n%-14s%8s%8s%8s%26s%n",
                sound,
                sentences,
                "broken",
                "answers",
                "seen",
                "failed",
                "share seen"));
        for (Mutation kind : Mutation.values()) {
            table.append(row(kind, kinds.get(kind)));
        }
        return table.toString();
    }

    private static String row(Mutation kind, Seen seen) {
        return String.format(
                Locale.ROOT,
                "%-14s%8d%8d%8d%26s%n",
                kind.name().toLowerCase(Locale.ROOT),
                seen.made(),
                seen.seen(),
                seen.failures(),
                seen.made() == 0 ? "–" : seen.rate().interval());
    }
}
