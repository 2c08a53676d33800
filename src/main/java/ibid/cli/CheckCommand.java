package ibid.cli;

import ibid.IbidException;
import ibid.api.CheckRequest;
import ibid.api.Json;
import ibid.api.VerdictBody;
import ibid.model.CrossEncoder;
import ibid.verify.Verdict;
import ibid.verify.Verifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ParseResult;

/** {@code check}: a verdict for each line of claims and evidence. It needs no articles. */
final class CheckCommand {

    private CheckCommand() {}

    static int run(ParseResult command, Terminal terminal) {
        String file = command.matchedPositionalValue(0, "-");
        boolean json = command.hasMatchedOption("--json");
        try (CrossEncoder model = new CrossEncoder();
                BufferedReader lines = open(file)) {
            Verifier verifier = new Verifier(model);
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) continue;
                CheckRequest check = CheckRequest.read(line, "line " + number);
                Verdict verdict = verifier.check(check.claim(), check.evidence());
                if (json) terminal.line(Json.write(VerdictBody.of(verdict)));
                else print(check, verdict, terminal);
            }
            return 0;
        } catch (NoSuchFileException missing) {
            throw new IbidException(IbidException.Code.INVALID, "there is no file " + file, missing);
        } catch (IOException unreadable) {
            throw new IbidException(
                    IbidException.Code.INVALID, "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static BufferedReader open(String file) throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }

    private static void print(CheckRequest check, Verdict verdict, Terminal terminal) {
        String label = verdict.contradicted()
                ? "contradicted"
                : verdict.support().name().toLowerCase(Locale.ROOT);
        terminal.line(terminal.strong(String.format(Locale.ROOT, "%-12s %.2f", label, verdict.score())) + "  "
                + check.claim());
        terminal.line(terminal.faint("                   " + verdict.reason()));
    }
}
