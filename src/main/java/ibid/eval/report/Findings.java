package ibid.eval.report;

import ibid.eval.analysis.MeasureNote;
import ibid.eval.analysis.RunChanges;
import ibid.eval.dataset.TestCollection;
import ibid.eval.judge.JudgeCalibration;
import ibid.eval.run.MeasuredRun;
import java.util.List;
import java.util.Optional;

/**
 * All that a report tells.
 *
 * @param changes against an earlier run, where there is one to compare with
 * @param outside the measures out of their tolerance, each in words
 * @param notes   what must be said of measures
 * @param judge   the first judge beside claims that people labelled, where the dataset has such
 */
public record Findings(
        MeasuredRun run,
        TestCollection collection,
        Optional<RunChanges> changes,
        List<String> outside,
        List<MeasureNote> notes,
        Optional<JudgeCalibration> judge) {

    public Findings {
        outside = List.copyOf(outside);
        notes = List.copyOf(notes);
    }

    /** The few words to stand beside a measure's figure; empty where nothing must be said. */
    Optional<String> note(String measure) {
        return notes.stream()
                .filter(note -> note.about().equals(measure))
                .map(MeasureNote::brief)
                .findFirst();
    }
}
