package ibid.eval.run;

import java.util.List;

/** The results of a run, and what it was made of. */
public record MeasuredRun(RunManifest made, List<TopicResult> results) {

    public MeasuredRun {
        results = List.copyOf(results);
    }
}
