package ibid.app;

import ibid.eval.CorrectedFaithfulness;
import ibid.eval.Judge;
import ibid.eval.JudgeCalibration;
import ibid.eval.LabelledClaim;
import ibid.eval.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/** {@code eval --calibrate}: each judge beside claims that people labelled. */
final class Labelled {

    private Labelled() {}

    /** What faithfulness would be were the first judge's mistakes on the dataset's labelled claims taken out; nothing where it has none. */
    static List<String> corrected(Path dataset, Judges judges, List<Result> results) {
        Path file = dataset.resolve("labelled.jsonl");
        if (!Files.exists(file)) return List.of();
        Map.Entry<String, Judge> first = judges.byName().entrySet().iterator().next();
        return List.of(new CorrectedFaithfulness(first.getKey(), JudgeCalibration.of(first.getValue(), LabelledClaim.read(file), Integer.MAX_VALUE, (done, total) -> { })).words(results));
    }

    static int calibrate(ParseResult command, Judges judges, Terminal terminal) {
        List<LabelledClaim> claims = LabelledClaim.read(Path.of(command.matchedOptionValue("--calibrate", "")));
        judges.byName().forEach((name, judge) -> {
            try (Terminal.Bar bar = terminal.new Bar("Judging with " + name, "claims")) {
                JudgeCalibration calibration = JudgeCalibration.of(judge, claims, Integer.MAX_VALUE, (done, total) -> bar.at(done, total, ""));
                bar.close();
                terminal.line(terminal.strong("judge: " + name) + "\n" + calibration.table());
            }
        });
        return 0;
    }
}
