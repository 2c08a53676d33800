package ibid.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code eval}: the commands of the evaluation. */
@Command(
        name = "eval",
        abbreviateSynopsis = true,
        description = "Measures the answers to a test collection, and helps to make one.",
        footer = {
            "",
            "Examples:",
            "  ./ibid eval draft --dataset mine --corpus ~/articles   a dataset from your articles",
            "  ./ibid eval run --dataset mine --report report         ask, measure, write a report",
            "  ./ibid eval sample --sentences 60 --report report      sentences for people to label",
            "  ./ibid eval report --report report --labels FILE       what their labels say",
            "  ./ibid eval judge --claims eval/labelled.jsonl         a judge beside people"
        })
final class EvalCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(System.err);
        return Main.WRONG_USAGE;
    }
}
