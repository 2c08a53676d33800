package ibid.cli;

import ibid.serve.BuildVersion;
import ibid.serve.ServerParts;
import ibid.serve.http.RequestPool;
import ibid.serve.limit.AnswerQuota;
import ibid.serve.limit.ReaderLimits;
import ibid.serve.mcp.McpStdio;
import ibid.serve.mcp.Toolbox;
import ibid.serve.metrics.ServerMetrics;
import ibid.serve.route.LiveAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mcp}: serves the Model Context Protocol over standard input and output. */
@Command(
        name = "mcp",
        abbreviateSynopsis = true,
        description = "Gives a desktop assistant the articles as tools, over standard input and output.",
        footer = {"", "Example, in the assistant's settings: \"command\": \"/path/to/ibid\", \"args\": [\"mcp\"]"})
final class McpCommand implements Callable<Integer> {

    private static final int MAX_CALLS_WAITING = 16; // one assistant calls one or two tools at a time
    private static final Duration MAX_CALL_TIME = Duration.ofMinutes(1);

    private final Wiring wiring;

    @Mixin
    private Flags.Collection collection;

    @Mixin
    private Flags.Writer writer;

    McpCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        return wiring.withWriter(wiring.config(collection.given(), writer.given()), McpCommand::serve);
    }

    private static int serve(ServerParts parts) {
        parts.watcher().run(false, (done, total, what) -> {});
        parts.watcher().start();
        try (ServerMetrics metrics = new ServerMetrics(parts.index());
                LiveAnswers answers =
                        new LiveAnswers(parts.ask(), parts.log(), metrics, new AnswerQuota(ReaderLimits.USUAL));
                RequestPool pool = new RequestPool("calls", 1, MAX_CALLS_WAITING, MAX_CALL_TIME)) {
            Toolbox toolbox = new Toolbox(parts.retriever(), parts.index(), parts.verifier(), answers, pool);
            new McpStdio(toolbox, BuildVersion.text()).serve(System.in, System.out);
            return 0;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
