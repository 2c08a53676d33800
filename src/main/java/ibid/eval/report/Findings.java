package ibid.eval.report;

import ibid.eval.analysis.MeasureNote;
import ibid.eval.analysis.RunChanges;
import ibid.eval.dataset.TestCollection;
import ibid.eval.judge.JudgeCalibration;
import ibid.eval.run.MeasuredRun;
import java.util.List;
import java.util.Optional;

/**
 * The content of a report.
 *
 * @param changes the comparison with an earlier run, if any
 * @param outside a description of each measure outside its tolerance
 * @param notes caveats about measures
 * @param judge   the first judge compared with people's labels, if the dataset has labelled claims
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

    /** The brief caveat shown next to a measure's figure, if any. */
    Optional<String> note(String measure) {
        return notes.stream()
                .filter(note -> note.about().equals(measure))
                .map(MeasureNote::brief)
                .findFirst();
    }
}
