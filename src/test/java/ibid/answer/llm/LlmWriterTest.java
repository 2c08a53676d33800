package ibid.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.Draft;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.answer.extract.Rankings;
import ibid.index.Collection;
import ibid.model.Completion;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.Ranking;
import ibid.search.parts.SubQuestions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many passages a model is given, by how fast it reads. The clock is the fake model's. */
class LlmWriterTest {

    private static final String QUESTION = "What did the harbour office say of the ferry Aurelia?";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<String> REPORTS = List.of(
            "her engines were repaired in the dry dock of Stord",
            "two hundred schoolchildren had painted her funnel yellow",
            "no buyer came to the auction on Tuesday",
            "the winter timetable leaves out the island of Grip",
            "a diver had found nothing wrong with the rudder",
            "the captain retires after thirty years on the bridge");

    @TempDir
    private Path folder;

    private Collection collection;
    private long now;
    private final List<Prompt.Filled> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        for (int article = 0; article < REPORTS.size(); article++) {
            String text = "The harbour office said of the ferry Aurelia that " + REPORTS.get(article) + ". "
                    + String.join(" ", Collections.nCopies(60, "Word" + article + "."));
            collection.with("report" + article, "Harbour Post", "2025-03-0" + (article + 1), text);
        }
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    /** Reads so many tokens a second and then writes that the passages do not answer. */
    private Llm reading(double tokensPerSecond) {
        return (prompt, listener) -> reply(prompt, listener, tokensPerSecond);
    }

    private Completion reply(Prompt.Filled prompt, Predicate<String> listener, double tokensPerSecond) {
        asked.add(prompt);
        int passages = PassageSheet.estimateTokens(prompt.user());
        now += (long) (passages * NANOS_PER_SECOND / tokensPerSecond);
        listener.test("NONE");
        return new Completion.Finished("NONE", Completion.Usage.NONE, false);
    }

    private LlmWriter writer(Llm llm) {
        Prompt prompt = Prompt.named("answer", "today", "question", "passages");
        return new LlmWriter(llm, prompt, Optional.empty(), 4000, new ReadingSpeed(() -> now));
    }

    private Draft.Generated write(LlmWriter writer) {
        Ranking ranking = Rankings.of(collection, QUESTION);
        WritingTask task =
                new WritingTask(SubQuestions.one(QUESTION), List.of(ranking), ranking, LocalDate.parse("2025-04-01"));
        return writer.write(task, Writer.Listener.SILENT);
    }

    private long passagesGiven() {
        return asked.getLast()
                .user()
                .lines()
                .filter(line -> line.startsWith("<passage "))
                .count();
    }

    @Test
    void aFastModelIsGivenEveryPassageAndTheReaderIsToldNothing() {
        LlmWriter writer = writer(reading(2_000));
        writer.warmUp();
        assertThat(write(writer).leftOut()).isEmpty();
        assertThat(passagesGiven()).isEqualTo(6);
        assertThat(writer.isSlow()).isFalse();
    }

    @Test
    void aSlowModelIsGivenThoseThatItReadsInTenSeconds() {
        LlmWriter writer = writer(reading(40));
        writer.warmUp();
        Draft.Generated draft = write(writer);
        assertThat(writer.isSlow()).isTrue();
        assertThat(passagesGiven()).isBetween(1L, 4L);
        assertThat(draft.leftOut())
                .isEqualTo("The language model is slow here: so that it begins within 10 seconds, it was given "
                        + passagesGiven() + " of 6 passages.");
    }

    @Test
    void theSpeedIsLearnedFromTheFirstReplyWhereNothingWasMeasured() {
        LlmWriter writer = writer(reading(40));
        assertThat(write(writer).leftOut()).isEmpty();
        assertThat(write(writer).leftOut()).contains("slow");
    }

    @Test
    void itIsMeasuredOnceAndStoppedAtItsFirstWords() {
        List<Boolean> wentOn = new ArrayList<>();
        LlmWriter writer = writer((prompt, listener) -> {
            asked.add(prompt);
            now += (long) NANOS_PER_SECOND;
            wentOn.add(listener.test("The"));
            return new Completion.Finished("The", Completion.Usage.NONE, true);
        });
        writer.warmUp();
        writer.warmUp();
        assertThat(asked).hasSize(2);
        assertThat(wentOn).containsOnly(false);
    }

    @Test
    void aModelThatIsNotThereIsAskedOnce() {
        LlmWriter writer = writer((prompt, listener) -> {
            asked.add(prompt);
            return new Completion.Failed(
                    Completion.Failure.ABSENT, "", Completion.Usage.NONE, Optional.empty(), "nobody");
        });
        writer.warmUp();
        assertThat(asked).hasSize(1);
        assertThat(writer.isSlow()).isFalse();
    }
}
