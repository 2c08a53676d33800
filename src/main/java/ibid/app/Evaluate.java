package ibid.app;

import ibid.IbidException;
import ibid.chunk.Chunker;
import ibid.corpus.Article;
import ibid.corpus.ArticleId;
import ibid.eval.Client;
import ibid.eval.Evaluation;
import ibid.eval.Expected;
import ibid.eval.Qrels;
import ibid.eval.Report;
import ibid.eval.ReportPage;
import ibid.eval.Result;
import ibid.eval.TestCollection;
import ibid.index.Snapshot;
import ibid.serve.Parts;
import ibid.serve.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** {@code eval}: measures a running server, or one started for the purpose. */
final class Evaluate {

    private Evaluate() {}

    static int against(ParseResult command, Terminal terminal) {
        return measure(command.matchedOptionValue("--url", ""), command, terminal);
    }

    static int own(ParseResult command, String host, Parts parts, Terminal terminal) {
        try (Terminal.Bar bar = terminal.reading()) {
            parts.watch().run(false, bar);
        }
        if (command.hasMatchedOption("--qrels")) return writeQrels(topics(command), parts, terminal);
        try (Server server = new Server(host, 0, parts).start()) {
            return measure("http://" + host + ":" + server.port(), command, terminal);
        }
    }

    private static Path topics(ParseResult command) {
        return Path.of(command.matchedOptionValue("--topics", "eval"));
    }

    private static int measure(String url, ParseResult command, Terminal terminal) {
        Path folder = topics(command);
        TestCollection collection = TestCollection.read(folder);
        try (Client client = new Client(url)) {
            List<Result> results = ask(new Evaluation(collection, Qrels.read(folder.resolve("qrels.txt")), client), terminal);
            Report report = new Report(results);
            terminal.line(report.table());
            if (command.hasMatchedOption("--report")) write(Path.of(command.matchedOptionValue("--report", "")), new ReportPage(results), terminal);
            List<String> outside = Expected.read(folder.resolve("expected.tsv")).outside(report.measures());
            outside.forEach(line -> terminal.line(terminal.strong("OUTSIDE ITS TOLERANCE ") + line));
            return outside.isEmpty() ? 0 : 1;
        }
    }

    private static List<Result> ask(Evaluation evaluation, Terminal terminal) {
        try (Terminal.Bar bar = terminal.new Bar("Asking", "topics")) {
            return evaluation.run((done, total) -> bar.at(done, total, ""));
        }
    }

    private static void write(Path folder, ReportPage page, Terminal terminal) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve("report.html"), page.html());
            terminal.line("wrote " + folder.resolve("report.html"));
        } catch (IOException unwritable) {
            throw new IbidException(IbidException.Code.INVALID, "the report cannot be written to " + folder + ": " + unwritable.getMessage(), unwritable);
        }
    }

    private static int writeQrels(Path folder, Parts parts, Terminal terminal) {
        try (Snapshot snapshot = parts.index().snapshot()) {
            Qrels qrels = Qrels.from(TestCollection.read(folder).nuggets(), id -> article(snapshot, id), Chunker::chunk);
            Files.writeString(folder.resolve("qrels.txt"), qrels.lines());
            terminal.line("wrote " + folder.resolve("qrels.txt") + " for " + qrels.grades().size() + " topics");
            return 0;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Article article(Snapshot snapshot, String id) {
        return snapshot.article(new ArticleId(id)).orElseThrow(() -> new IbidException(IbidException.Code.INVALID, "the nuggets name an article “" + id + "” that is not in the collection"));
    }
}
