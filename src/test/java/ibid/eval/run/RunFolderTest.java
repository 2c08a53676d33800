package ibid.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final RunManifest MADE =
            new RunManifest(Map.of("judge", "openai:a", "index_digest", "7", "started", "today"));

    @TempDir
    private Path folder;

    @Test
    void writtenResultsAreReadTheSame() {
        new RunFolder(folder, MADE).finish(new MeasuredRun(MADE, Results.SOME));
        assertThat(RunFolder.read(folder)).isEqualTo(new MeasuredRun(MADE, Results.SOME));
        assertThat(folder.resolve("unfinished")).doesNotExist();
    }

    @Test
    void anInterruptedRunIsResumedIfItsManifestIsTheSame() {
        new RunFolder(folder, MADE).keep(Results.SOME.getFirst());
        assertThat(new RunFolder(folder, MADE.with("started", "tomorrow")).done())
                .containsExactly(Results.SOME.getFirst());
    }

    @Test
    void aRunWithAnotherJudgeStartsAgainAndTheOldOneIsKept() {
        new RunFolder(folder, MADE).keep(Results.SOME.getFirst());
        RunFolder other = new RunFolder(folder, MADE.with("judge", "openai:b"));
        assertThat(other.done()).isEmpty();
        assertThat(other.message()).contains("judge: was openai:a, is openai:b", "unfinished-1");
        assertThat(RunFolder.read(folder.resolve("unfinished-1")).results()).containsExactly(Results.SOME.getFirst());
    }

    @Test
    void aFinishedRunIsKeptUntilANewOneIsComplete() {
        new RunFolder(folder, MADE).finish(new MeasuredRun(MADE, Results.SOME));
        RunFolder again = new RunFolder(folder, MADE);
        assertThat(again.done()).isEmpty();
        again.keep(Results.SOME.getLast());
        assertThat(RunFolder.read(folder).results()).isEqualTo(Results.SOME);
    }

    @Test
    void topicsOnWhichTheJudgeFailedAreAskedAgain() {
        TopicResult failed = Results.failed(Results.SOME.getFirst()), fine = Results.SOME.getLast();
        RunFolder cut = new RunFolder(folder, MADE);
        cut.keep(failed);
        cut.keep(fine);
        assertThat(new RunFolder(folder, MADE).done()).containsExactly(fine);
        cut.finish(new MeasuredRun(MADE.with(RunManifest.WRITER, "extractive"), List.of(failed, fine)));
        RunFolder finished = new RunFolder(folder, MADE);
        assertThat(finished.done()).as("of a run that came to its end too").containsExactly(fine);
        assertThat(finished.message()).contains("1 on which a judge failed are asked again");
    }
}
