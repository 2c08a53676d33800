package ibid.cli;

import ibid.IbidException;
import ibid.api.CheckRequest;
import ibid.api.Json;
import ibid.api.VerdictBody;
import ibid.language.Span;
import ibid.verify.Verdict;
import ibid.verify.Verifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: a verdict for each line of claims and evidence. It needs no articles. */
@Command(
        name = "check",
        abbreviateSynopsis = true,
        description = {
            "Reads JSON Lines of {\"claim\", \"evidence\"} and prints a verdict for each;",
            "evidence is a text or a list of texts."
        },
        footer = {"", "Example: echo '{\"claim\": \"Ten came.\", \"evidence\": \"Two came.\"}' | ./ibid check"})
final class CheckCommand implements Callable<Integer> {

    private static final String INDENT = " ".repeat(19); // label and score

    private final Wiring wiring;
    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "the lines; without it, or with -, standard input")
    private String file;

    @Option(names = "--json", description = "verdicts as JSON Lines, for programs")
    private boolean json;

    CheckCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return wiring.withVerifier(this::check);
    }

    private int check(Verifier verifier) {
        try (BufferedReader lines = open()) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                CheckRequest check = CheckRequest.read(line, "line " + number);
                Verdict verdict = verifier.check(check.claim(), check.evidence());
                if (json) {
                    terminal.line(Json.write(VerdictBody.of(verdict)));
                } else {
                    print(check, verdict);
                }
            }
            return 0;
        } catch (NoSuchFileException missing) {
            throw new IbidException(IbidException.Code.INVALID, "there is no file " + file, missing);
        } catch (IOException unreadable) {
            throw new IbidException(
                    IbidException.Code.INVALID, "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private BufferedReader open() throws IOException {
        if (!file.equals("-")) {
            return Files.newBufferedReader(Path.of(file));
        }
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    private void print(CheckRequest check, Verdict verdict) {
        String support = verdict.support().name().toLowerCase(Locale.ROOT);
        String label = verdict.contradicted() ? "contradicted" : support;
        String head = String.format(Locale.ROOT, "%-12s %.2f", label, verdict.score());
        terminal.line(terminal.strong(head) + "  " + check.claim());
        if (!verdict.unsupported().isEmpty()) {
            terminal.line(INDENT + carets(verdict.unsupported()));
        }
        terminal.line(terminal.faint(INDENT + verdict.reason()));
    }

    /** A line of carets below the words that are not supported. */
    private static String carets(List<Span> unsupported) {
        StringBuilder line = new StringBuilder();
        for (Span words : unsupported) {
            line.repeat(' ', words.start() - line.length()).repeat('^', words.length());
        }
        return line.toString();
    }
}
