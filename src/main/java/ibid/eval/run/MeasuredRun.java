package ibid.eval.run;

import java.util.List;

/** The results of a run with its manifest. */
public record MeasuredRun(RunManifest made, List<TopicResult> results) {

    public MeasuredRun {
        results = List.copyOf(results);
    }
}
