package ibid.cli;

import ibid.IbidException;
import ibid.cli.process.NativeLibraries;
import ibid.cli.process.StopSignal;
import ibid.cli.process.VisibleText;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Starts Ibid: reads the command line, runs the command and turns every failure into a message and an exit code. */
@Command(
        name = "ibid",
        abbreviateSynopsis = true,
        description = "Answers questions from a folder of articles, every sentence with a footnote to the exact words.",
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong usage."})
public final class Main implements Callable<Integer> {

    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "this text")
    private boolean help;

    @Spec
    private CommandSpec spec;

    Main() {}

    public static void main(String[] arguments) {
        StopSignal stop = new StopSignal();
        stop.listen();
        Terminal terminal = new Terminal(System.out, System.console() != null);
        Wiring wiring = new Wiring(System.getenv(), terminal, stop, data -> new NativeLibraries(data).unpack());
        // llama.cpp leaves a thread behind that would keep the process alive.
        System.exit(run(arguments, wiring));
    }

    static int run(String[] arguments, Map<String, String> environment, Terminal terminal) {
        return run(arguments, new Wiring(environment, terminal, new StopSignal(), data -> {}));
    }

    private static int run(String[] arguments, Wiring wiring) {
        CommandLine commands = wiring.commands()
                .setExecutionExceptionHandler((failure, command, parsed) ->
                        wiring.stop().isReceived() ? stopped(command, wiring.stop()) : failed(failure))
                .setParameterExceptionHandler((wrong, given) -> reportWrongUsage(wrong));
        return withinMemory(() -> commands.execute(arguments));
    }

    /** Says how to get more memory where it does not suffice. */
    static int withinMemory(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (OutOfMemoryError full) {
            long most = Runtime.getRuntime().maxMemory() >> 20;
            System.err.println("ibid: the memory does not suffice (" + full.getMessage() + ", " + most
                    + " MB at most); give Ibid more: IBID_JAVA_OPTIONS=-Xmx1g");
            return FAILED;
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.err);
        return WRONG_USAGE;
    }

    private static int reportWrongUsage(CommandLine.ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
        System.err.println(VisibleText.of(wrong.getMessage()) + "; ./" + command + " --help lists what there is");
        return WRONG_USAGE;
    }

    /** A server is meant to be stopped; another command was cut off. */
    private static int stopped(CommandLine command, StopSignal stop) {
        return command.getCommandName().equals("serve") ? 0 : stop.exitCode();
    }

    private static int failed(Exception failure) {
        if (failure instanceof IbidException expected) {
            System.err.println("ibid: " + VisibleText.of(expected.getMessage()));
            return expected.code() == IbidException.Code.INVALID ? WRONG_USAGE : FAILED;
        }
        if (failure instanceof UncheckedIOException storage && storage.getCause() != null) {
            System.err.println("ibid: " + VisibleText.of(storage.getMessage()));
            LoggerFactory.getLogger(Main.class).debug("failed", storage);
            return FAILED;
        }
        LoggerFactory.getLogger(Main.class).error("failed", failure);
        System.err.println("ibid: internal error, logged above");
        return FAILED;
    }
}
