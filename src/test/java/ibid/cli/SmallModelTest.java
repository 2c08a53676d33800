package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.Turn;
import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnswerSentence;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.UserQuestion;
import ibid.ask.WriterCredit;
import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.model.Completion;
import ibid.model.Llm;
import ibid.model.ModelChoice;
import ibid.model.ModelProvider;
import ibid.model.OpenModel;
import ibid.model.Prompt;
import ibid.model.TimeLimits;
import ibid.verify.Support;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real language model, small enough for any machine, from its text to the shown answer; {@code -Dquestions=50} for
 * the figures of eval/README.md.
 */
@EnabledIf(value = "there", disabledReason = "no language model at target/models/smollm2.gguf; .ci/run fetches it")
class SmallModelTest {

    static final Path MODEL = Path.of(System.getProperty("gguf", "target/models/smollm2.gguf"));
    private static final int WINDOW = 2048;
    static final TimeLimits LIMITS =
            new TimeLimits(Duration.ofSeconds(120), Duration.ofSeconds(60), Duration.ofSeconds(240));

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();
    private OpenModel open;
    private int written, held, shown, heldShown, byModel, refused;

    static boolean there() {
        return Files.exists(MODEL);
    }

    @BeforeEach
    void load() {
        open = OpenModel.of(new ModelChoice(ModelProvider.GGUF, MODEL.toString(), "", "", WINDOW));
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** Records the prompts and replies of the model. */
    private static final class Overheard implements Llm {

        private final Llm llm;
        private final List<String> passages = new ArrayList<>();
        private String text = "";

        Overheard(Llm llm) {
            this.llm = llm;
        }

        @Override
        public Completion complete(Prompt.Filled prompt, Predicate<String> hear) {
            Completion completion = llm.complete(prompt, hear);
            if (!prompt.version().startsWith("answer@")) {
                return completion;
            }
            passages.addAll(Starter.passages(prompt.user()));
            text = completion.text();
            return completion;
        }

        List<String> sentences() {
            Text plain = new Text(text.replaceAll("\\s*\\[S?\\d+]", "")
                    .replaceAll("\\s+", " ")
                    .strip());
            return Sentences.in(plain, new Span(0, plain.length())).stream()
                    .map(plain::slice)
                    .filter(sentence ->
                            sentence.matches(".*\\p{L}.*") && !sentence.matches("(?i)\\W*(none|missing:.*)\\W*"))
                    .toList();
        }
    }

    @Test
    void shownSentencesAreSupportedWhateverTheModelWrites() {
        try (Starter starter = new Starter(Path.of("corpus"), folder)) {
            for (String question : Starter.questions(3)) {
                ask(starter, question);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d questions: %d sentences written, %d of them supported (%.2f); %d answers by the model with "
                        + "%d sentences, %d of them supported (%.2f); %d refused%n",
                lines.size(),
                written,
                held,
                held / (double) Math.max(1, written),
                byModel,
                shown,
                heldShown,
                heldShown / (double) Math.max(1, shown),
                refused);
        lines.forEach(System.out::println);
        assertThat(heldShown).isGreaterThanOrEqualTo(shown * 95 / 100);
    }

    private void ask(Starter starter, String question) {
        Overheard model = new Overheard(open.withoutRetries(LIMITS));
        Ask ask = starter.ask(model, open.maxPromptTokens());
        List<AnswerEvent> events = new ArrayList<>();
        long start = System.nanoTime();
        AnsweredQuestion asked = ask.answer(new UserQuestion(question), events::add);
        assertThat(starter.breaches(new Turn("id", "c", Instant.EPOCH, question, asked, 1)))
                .isEmpty();
        List<String> said = model.sentences();
        written += said.size();
        held += (int) said.stream()
                .filter(sentence -> model.passages.stream()
                        .anyMatch(passage -> starter.verifier()
                                        .check(sentence, List.of(passage))
                                        .support()
                                == Support.FULL))
                .count();
        if (asked.answer() instanceof Answer.Abstained) {
            refused++;
        }
        if (asked.answer() instanceof Answer.Cited cited
                && !asked.credit().model().equals(WriterCredit.EXTRACTIVE)) {
            byModel++;
            shown += cited.sentences().size();
            for (AnswerSentence sentence : cited.sentences()) {
                List<String> quotes = cited.footnotes().stream()
                        .filter(note -> sentence.footnotes().contains(note.number()))
                        .map(note -> note.quote().exact())
                        .toList();
                if (starter.verifier()
                                .check(sentence.text().replaceAll(" \\[[^\\]]*]", ""), quotes)
                                .support()
                        == Support.FULL) {
                    heldShown++;
                }
            }
        }
        lines.add(String.format(
                        Locale.ROOT,
                        "%5.1f s  %-10s %s%n          wrote: %s",
                        (System.nanoTime() - start) / 1e9,
                        asked.credit().model(),
                        question,
                        said)
                + (asked.answer() instanceof Answer.Cited cited
                        ? "\n          shown: " + cited.text().replace("\n", " ")
                                + cited.footnotes().stream()
                                        .map(note -> "\n            [" + note.number() + "] "
                                                + note.verdict().score() + " "
                                                + note.quote().exact())
                                        .toList()
                        : "\n          refused"));
    }
}
