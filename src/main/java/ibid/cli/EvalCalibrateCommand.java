package ibid.cli;

import ibid.IbidException;
import ibid.eval.dataset.LabelledClaim;
import ibid.eval.judge.JudgeCalibration;
import ibid.eval.report.CalibrationPage;
import ibid.eval.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code eval --calibrate}: each judge beside claims that people labelled. */
final class EvalCalibrateCommand {

    private EvalCalibrateCommand() {}

    /** The first judge beside the dataset's labelled claims; nothing where it has none. */
    static Optional<JudgeCalibration> calibration(Path dataset, JudgeChoice judges, Terminal terminal) {
        Path file = dataset.resolve("labelled.jsonl");
        if (!Files.exists(file)) return Optional.empty();
        try (Terminal.Bar bar = terminal.new Bar("Judging " + file, "claims")) {
            return Optional.of(JudgeCalibration.of(
                    judges.byName().values().iterator().next(),
                    LabelledClaim.read(file),
                    Integer.MAX_VALUE,
                    (done, total) -> bar.at(done, total, "")));
        }
    }

    static int calibrate(ParseResult command, JudgeChoice judges, Terminal terminal) {
        Path file = Path.of(command.matchedOptionValue("--calibrate", ""));
        List<LabelledClaim> claims = LabelledClaim.read(file);
        int most = command.hasMatchedOption("--limit") ? number(command, "--limit") : Integer.MAX_VALUE;
        Map<String, JudgeCalibration> calibrations = new LinkedHashMap<>();
        judges.byName().forEach((name, judge) -> {
            try (Terminal.Bar bar = terminal.new Bar("Judging with " + name, "claims")) {
                calibrations.put(
                        judges.made().get(name),
                        JudgeCalibration.of(judge, claims, most, (done, total) -> bar.at(done, total, "")));
            }
            terminal.line(terminal.strong("judge: " + judges.made().get(name)) + "\n"
                    + calibrations.get(judges.made().get(name)).table());
        });
        RunReporting.folder(command).ifPresent(folder -> {
            RunFolder.write(
                    folder,
                    "calibration.html",
                    new CalibrationPage(
                                    calibrations,
                                    file
                                            + (most == Integer.MAX_VALUE
                                                    ? ", every claim"
                                                    : ", at most " + most + " claims of each set"))
                            .html());
            terminal.line("wrote calibration.html to " + folder);
        });
        return 0;
    }

    /** A whole number above nought. */
    static int number(ParseResult command, String option) {
        String value = command.matchedOptionValue(option, "");
        if (!value.matches("[1-9]\\d{0,8}"))
            throw invalid(
                    "“" + value + "” after " + option + " is no number of things; say, for example, " + option + " 50");
        return Integer.parseInt(value);
    }

    static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
