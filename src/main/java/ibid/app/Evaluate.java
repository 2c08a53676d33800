package ibid.app;

import ibid.eval.Client;
import ibid.eval.Evaluation;
import ibid.eval.Expected;
import ibid.eval.Grounds;
import ibid.eval.MarkdownReport;
import ibid.eval.Report;
import ibid.eval.ReportPage;
import ibid.eval.Result;
import ibid.eval.Run;
import ibid.eval.RunFolder;
import ibid.eval.TestCollection;
import ibid.model.ModelChoice;
import ibid.serve.AdminKey;
import ibid.serve.Parts;
import ibid.serve.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code eval}: measures a running server, or one started for the purpose. */
final class Evaluate {

    private final ParseResult command;
    private final Judges judges;
    private final Terminal terminal;

    private Evaluate(ParseResult command, Judges judges, Terminal terminal) {
        this.command = command;
        this.judges = judges;
        this.terminal = terminal;
    }

    /** What needs no articles here: a server that runs, or a judge beside people's labels. */
    static boolean needsNoArticles(ParseResult command) {
        return command.hasMatchedOption("--url") || command.hasMatchedOption("--calibrate");
    }

    static int elsewhere(ParseResult command, Optional<ModelChoice> judging, Terminal terminal) {
        try (Judges judges = Judges.open(command, judging)) {
            if (command.hasMatchedOption("--calibrate")) return Labelled.calibrate(command, judges, terminal);
            return new Evaluate(command, judges, terminal).measure(command.matchedOptionValue("--url", ""), command.matchedOptionValue("--url", ""));
        }
    }

    static int own(ParseResult command, Config config, Optional<ModelChoice> judging, Parts parts, Terminal terminal) {
        try (Terminal.Bar bar = terminal.reading()) {
            parts.watch().run(false, bar);
        }
        if (command.hasMatchedOption("--draft")) return Drafting.draft(command, parts, terminal);
        if (command.hasMatchedOption("--qrels")) return Drafting.qrels(dataset(command), parts, terminal);
        try (Judges judges = Judges.open(command, judging); Server server = new Server(config.host(), 0, AdminKey.NONE, parts).start()) {
            return new Evaluate(command, judges, terminal).measure("http://" + config.host() + ":" + server.port(), config.model().map(ModelChoice::label).orElse("extractive"));
        }
    }

    static Path dataset(ParseResult command) {
        return Path.of(command.matchedOptionValue("--dataset", "eval"));
    }

    /** @param asked which server, for the note of what was run */
    private int measure(String url, String asked) {
        Path folder = dataset(command);
        TestCollection collection = TestCollection.read(folder);
        Expected expected = Expected.read(folder.resolve("expected.tsv"));
        List<Result> before = command.hasMatchedOption("--compare") ? RunFolder.read(Path.of(command.matchedOptionValue("--compare", ""))) : List.of();   // read first: it may be the folder written to
        try (Client client = new Client(url)) {
            Optional<RunFolder> files = Optional.of(command.matchedOptionValue("--report", "")).filter(name -> !name.isEmpty()).map(name -> new RunFolder(Path.of(name), what(collection, client, asked)));
            Grounds.check(collection, folder, client);
            List<Result> results = ask(new Evaluation(collection, judges.byName(), client), files);
            Report report = new Report(results);
            terminal.line(report.table());
            List<String> notes = Labelled.corrected(folder, judges, results), outside = expected.outside(report.measures());
            notes.forEach(terminal::line);
            files.ifPresent(some -> {
                some.finish(results);
                some.write("run.txt", Run.of(results).lines());
                some.write("report.md", new MarkdownReport(results, before, outside, notes).text());
                some.write("report.html", new ReportPage(results, before, outside, notes).html());
                terminal.line("wrote report.html, report.md, results.jsonl and run.txt to " + command.matchedOptionValue("--report", ""));
            });
            outside.forEach(line -> terminal.line(terminal.strong("OUTSIDE ITS TOLERANCE ") + line));
            if (!outside.isEmpty()) terminal.line("The evaluation came to its end and failed: measures worse than " + folder.resolve("expected.tsv") + " allows: " + outside.size() + ".");
            return outside.isEmpty() ? 0 : 1;
        }
    }

    /** What a run must have in common with one that was cut off, to go on with it. */
    private Map<String, String> what(TestCollection collection, Client client, String asked) {
        Map<String, String> what = new LinkedHashMap<>();
        what.put("dataset", Integer.toHexString(collection.hashCode()));
        what.put("index", client.generation());
        what.put("judges", String.join(", ", judges.byName().keySet()));
        what.put("asked", asked);
        what.put("program", program());
        return what;
    }

    private List<Result> ask(Evaluation evaluation, Optional<RunFolder> files) {
        List<Result> done = files.map(RunFolder::done).orElse(List.of());
        if (!done.isEmpty()) terminal.line("Going on with the run that was cut off: " + done.size() + " topics are done.");
        try (Terminal.Bar bar = terminal.new Bar("Asking", "topics")) {
            evaluation.warmUp();
            return evaluation.run(done, result -> files.ifPresent(some -> some.keep(result)), (asked, total) -> bar.at(asked, total, ""));
        }
    }

    /** When this build was made, so that a run that was cut off is not gone on with by another. */
    private static String program() {
        try {
            Path code = Path.of(Evaluate.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.getLastModifiedTime(code).toString();
        } catch (URISyntaxException | IOException unreadable) {
            throw new UncheckedIOException(new IOException("cannot see when this build was made", unreadable));
        }
    }
}
