package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.Turn;
import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnswerSentence;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.UserQuestion;
import ibid.model.Prompt;
import ibid.model.ScriptedLlm;
import ibid.search.IndexTerms;
import ibid.verify.Support;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that states something true and then a lie of every kind, for many questions. {@code -Dquestions=100} gives
 * the figures of eval/README.md.
 */
class LiesTest {

    private static final int DEFAULT_QUESTIONS = 4;

    @TempDir
    private static Path folder;

    private static Starter starter;

    private final Map<Lie, int[]> counts = new EnumMap<>(Lie.class); // told and shown as supported
    private final List<String> shown = new ArrayList<>(), lost = new ArrayList<>(), breaches = new ArrayList<>();
    private final List<Double> waits =
            new ArrayList<>(); // milliseconds from the model's first word to the first checked sentence
    private final List<Double> checks = new ArrayList<>(); // of both sentences, with repairs
    private int truths;

    @BeforeAll
    static void read() {
        starter = new Starter(Path.of("corpus"), folder);
    }

    @AfterAll
    static void close() {
        starter.close();
    }

    /** The model's last reply. */
    private record Said(Lie.Sentence truth, Optional<String> lie) {}

    @Test
    void noLieIsShownAsSupportedAndTheTruthStays() {
        List<String> questions = Starter.questions(DEFAULT_QUESTIONS);
        for (int i = 0; i < questions.size(); i++) {
            for (Lie lie : Lie.values()) {
                ask(lie, questions.get(i), i);
            }
        }
        int lies = counts.values().stream().mapToInt(count -> count[0]).sum();
        counts.forEach((lie, count) ->
                System.out.printf(Locale.ROOT, "%-24s%6d told%6d shown as supported%n", lie, count[0], count[1]));
        System.out.printf(
                Locale.ROOT,
                "%d lies, %d shown as supported; %d true sentences, %d lost%n",
                lies,
                shown.size(),
                truths,
                lost.size());
        print("first checked sentence after the model's first word", waits);
        print("checking and repairing both sentences", checks);
        shown.forEach(one -> System.out.println("shown: " + one));
        lost.stream().limit(20).forEach(one -> System.out.println("lost: " + one));
        assertThat(breaches).isEmpty();
        assertThat(lies).isGreaterThan(questions.size() * Lie.values().length / 2);
        assertThat(shown.size()).isLessThanOrEqualTo(lies / 50);
        assertThat(lost.size()).isLessThanOrEqualTo(truths / 20);
    }

    private static void print(String what, List<Double> millis) {
        millis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p95 %.1f ms%n",
                what,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100));
    }

    private void ask(Lie lie, String question, int seed) {
        Said[] said = new Said[1];
        long[] spoke = new long[1];
        ScriptedLlm liar = new ScriptedLlm().to("answer", prompt -> {
            said[0] = said(lie, prompt, question, seed);
            spoke[0] = System.nanoTime();
            return ScriptedLlm.Says.all(said[0].truth().text() + said[0].truth().mark() + "\n"
                    + said[0].lie().orElse(""));
        });
        Ask ask = starter.ask(liar, 4000);
        List<Double> shownAfter = new ArrayList<>();
        AnsweredQuestion asked = ask.answer(new UserQuestion(question), event -> {
            if (event instanceof AnswerEvent.Shown) {
                shownAfter.add((System.nanoTime() - spoke[0]) / 1e6);
            }
        });
        if (said[0] == null) {
            return; // refused before the model was asked
        }
        breaches.addAll(starter.breaches(new Turn("id", "c", Instant.EPOCH, question, asked, 1)));
        List<AnswerSentence> sentences = asked.answer() instanceof Answer.Cited cited ? cited.sentences() : List.of();
        truths++;
        checks.add((double) asked.millis().getOrDefault(AnswerEvent.Stage.VERIFY, 0L));
        shownAfter.stream().findFirst().ifPresent(waits::add);
        if (sentences.stream()
                .noneMatch(sentence -> sentence.text().contains(said[0].truth().text()))) {
            lost.add(said[0].truth().text() + " | "
                    + sentences.stream().map(AnswerSentence::text).toList());
        }
        said[0].lie().map(text -> text.replaceAll(" \\[S\\d+]$", "")).ifPresent(text -> {
            counts.computeIfAbsent(lie, kind -> new int[2])[0]++;
            if (sentences.stream()
                    .noneMatch(sentence -> sentence.support() == Support.FULL
                            && sentence.text().contains(text))) {
                return;
            }
            counts.get(lie)[1]++;
            shown.add(lie + " " + text + " | "
                    + ((Answer.Cited) asked.answer())
                            .footnotes().stream()
                                    .map(note -> note.quote().exact() + " " + note.verdict())
                                    .toList());
        });
    }

    private static Said said(Lie lie, Prompt.Filled prompt, String question, int seed) {
        List<String> passages = Starter.passages(prompt.user());
        List<Lie.Sentence> sentences = Lie.sentences(passages);
        Lie.Sentence truth = sentences.stream()
                .filter(one -> isAbout(one.text(), question))
                .findFirst()
                .orElse(sentences.getFirst());
        return new Said(truth, lie.tell(passages, seed + 1));
    }

    /** What has no word of the question is refused whether it is true or not. */
    private static boolean isAbout(String sentence, String question) {
        return IndexTerms.of(question).stream().anyMatch(IndexTerms.of(sentence)::contains);
    }
}
