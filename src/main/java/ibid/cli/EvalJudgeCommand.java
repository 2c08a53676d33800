package ibid.cli;

import ibid.eval.dataset.LabelledClaim;
import ibid.eval.judge.JudgeCalibration;
import ibid.eval.judge.Judges;
import ibid.eval.report.CalibrationPage;
import ibid.eval.run.RunFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval judge}: compares each judge with claims that people labelled. */
@Command(
        name = "judge",
        abbreviateSynopsis = true,
        description = "Compares the judges with claims that people labelled.",
        footer = {
            "",
            "Examples:",
            "  ./ibid eval judge --claims eval/labelled.jsonl",
            "  ./ibid eval judge --claims claims.jsonl --limit 200 --report calibration --judge both --judge-model NAME"
        })
final class EvalJudgeCommand implements Callable<Integer> {

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Writer writer;

    @Mixin
    private Flags.Judge judge;

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            required = true,
            description = "the labelled claims, as JSON Lines")
    private Path file;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many claims of each set, always the same ones")
    private String limit;

    @Option(names = "--report", paramLabel = "DIR", description = "also write calibration.html there")
    private Path report;

    EvalJudgeCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int max = limit == null ? Integer.MAX_VALUE : Config.number("limit", limit, 1, 1_000_000);
        List<LabelledClaim> claims = LabelledClaim.read(file);
        return wiring.withJudges(judge, writer, judges -> compare(judges, claims, max));
    }

    private int compare(Judges judges, List<LabelledClaim> claims, int max) {
        Map<String, JudgeCalibration> calibrations = new LinkedHashMap<>();
        for (String name : judges.byName().keySet()) {
            JudgeCalibration calibration = compare(judges, name, claims, max);
            String description = judges.descriptions().get(name);
            calibrations.put(description, calibration);
            print(description, calibration);
        }
        if (report != null) {
            write(calibrations);
        }
        return 0;
    }

    private void print(String judge, JudgeCalibration calibration) {
        terminal.line(terminal.strong("judge: " + judge) + "\n" + calibration.table());
    }

    private JudgeCalibration compare(Judges judges, String name, List<LabelledClaim> claims, int max) {
        try (Terminal.Bar bar = terminal.bar("Judging with " + name, "claims")) {
            return JudgeCalibration.of(
                    judges.byName().get(name), claims, max, (done, total) -> bar.at(done, total, ""));
        }
    }

    private void write(Map<String, JudgeCalibration> calibrations) {
        String which = limit == null ? ", every claim" : ", at most " + limit + " claims of each set";
        RunFolder.write(report, "calibration.html", new CalibrationPage(calibrations, file + which).html());
        terminal.line("wrote calibration.html to " + report);
    }
}
