package ibid.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The command line: which commands there are, what they take, and their help. */
final class Usage {

    private static final List<Setting> COLLECTION = List.of(Setting.CORPUS, Setting.DATA);
    private static final List<Setting> SERVER = List.of(
            Setting.CORPUS,
            Setting.DATA,
            Setting.HOST,
            Setting.PORT,
            Setting.MODEL,
            Setting.MODEL_URL,
            Setting.MODEL_WINDOW);
    private static final List<Setting> ASKING =
            List.of(Setting.CORPUS, Setting.DATA, Setting.MODEL, Setting.MODEL_URL, Setting.MODEL_WINDOW);

    private Usage() {}

    static CommandLine tree() {
        CommandSpec root = command(
                "ibid",
                List.of(),
                "Answers questions from a folder of articles, every sentence with a footnote to the exact words.");
        root.usageMessage().footer("", "Exit codes: 0 done, 1 failed, 2 wrong usage.");
        root.addSubcommand(
                "serve",
                command(
                        "serve",
                        SERVER,
                        "Reads the articles and opens the chat in the browser's reach.",
                        "./ibid serve --corpus ~/articles"));
        root.addSubcommand(
                "ask",
                command("ask", ASKING, "Prints an answer with its footnotes.", "./ibid ask \"What did ASEAN say?\"")
                        .addPositional(words("QUESTION", "the question, in quotes"))
                        .addOption(flag("--json", "the answer as JSON, for programs")));
        root.addSubcommand(
                "index",
                command(
                                "index",
                                COLLECTION,
                                "Brings the index up to date and says what it did.",
                                "./ibid index --rebuild")
                        .addOption(flag("--rebuild", "read every file anew")));
        root.addSubcommand(
                "search",
                command(
                                "search",
                                COLLECTION,
                                "Ranked passages with the score of each leg.",
                                "./ibid search \"carrier strike group\"")
                        .addPositional(words("QUERY", "the words to search for"))
                        .addOption(value("--limit", "N", "how many passages", "10")));
        root.addSubcommand(
                "check",
                command(
                                "check",
                                List.of(),
                                "Reads JSON Lines of {\"claim\", \"evidence\"} and prints a verdict each; evidence is a text or a list of texts.",
                                "echo '{\"claim\": \"Ten came.\", \"evidence\": \"Two came.\"}' | ./ibid check")
                        .addPositional(file("FILE", "the lines; without it, or with -, standard input"))
                        .addOption(flag("--json", "verdicts as JSON Lines, for programs")));
        root.addSubcommand(
                "doctor",
                command(
                        "doctor",
                        SERVER,
                        "Looks whether everything Ibid needs is there, and says how to mend what is not.",
                        "IBID_MODEL=ollama:llama3.2 ./ibid doctor"));
        root.addSubcommand("eval", evaluation());
        return new CommandLine(root);
    }

    private static CommandSpec evaluation() {
        CommandSpec eval = command(
                "eval",
                SERVER,
                "Asks a dataset's questions, measures the answers and prints one table; ends with 1 where a measure is worse than the dataset's expected.tsv allows.",
                "./ibid eval --report report",
                "  ./ibid eval --report new --compare report      beside an earlier run",
                "  ./ibid eval --url http://127.0.0.1:7070        a server that runs",
                "  ./ibid eval --draft mine --corpus ~/articles   a dataset from your articles",
                "  ./ibid eval --draft mine --from-log            one from answers rated down",
                "  ./ibid eval --dataset mine --report report     and what it gives",
                "  ./ibid eval --calibrate eval/labelled.jsonl    the judge beside people",
                "  ./ibid eval --sample 60 --report report        sentences of a run for people to label",
                "  ./ibid eval --labels report/sample.jsonl --report report    and what their labels say");
        eval.addOption(value(
                        "--dataset",
                        "DIR",
                        "folder with topics.tsv and, where there are such, nuggets.jsonl, qrels.txt and expected.tsv",
                        "eval"))
                .addOption(value("--url", "URL", "a running server; without it one is started for the run", ""))
                .addOption(value(
                        "--report",
                        "DIR",
                        "also write report.html, report.md and results.jsonl there; a run that was cut off goes on",
                        ""))
                .addOption(
                        value("--compare", "DIR", "the --report folder of an earlier run to set beside this one", ""))
                .addOption(value(
                        "--judge",
                        "WHO",
                        "who says whether footnotes bear sentences out: checker, llm or both",
                        "checker"))
                .addOption(
                        value("--judge-model", "NAME", "the language model that judges, where it is not --model", ""));
        eval.addOption(value(
                        "--sample",
                        "N",
                        "write N of the sentences of the run in --report to sample.jsonl there, for people to label, and stop",
                        ""))
                .addOption(value(
                        "--labels",
                        "FILE",
                        "the sample with people's labels: estimates from them, and writes the report in --report anew without asking",
                        ""));
        return eval.addOption(value(
                        "--calibrate",
                        "FILE",
                        "lay the judge beside claims that people labelled, and stop; with --report also as calibration.html",
                        ""))
                .addOption(value(
                        "--limit",
                        "N",
                        "with --calibrate: at most so many claims of each set, always the same ones",
                        ""))
                .addOption(value("--draft", "DIR", "write a dataset to go over, from the articles, and stop", ""))
                .addOption(flag("--from-log", "with --draft: from the answers that readers rated down"))
                .addOption(flag("--qrels", "write qrels.txt anew from the nuggets' quotes, and stop"));
    }

    private static CommandSpec command(String name, List<Setting> settings, String... text) {
        CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(false);
        spec.usageMessage().description(text[0]).abbreviateSynopsis(true);
        if (text.length > 1)
            spec.usageMessage()
                    .footer(Stream.concat(
                                    Stream.of("", "Example: " + text[1]),
                                    Arrays.stream(text).skip(2))
                            .toArray(String[]::new));
        for (Setting setting : settings)
            spec.addOption(value(setting.flag(), setting.parameter(), setting.meaning(), null));
        return spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("this text")
                .build());
    }

    private static OptionSpec flag(String name, String meaning) {
        return OptionSpec.builder(name).type(boolean.class).description(meaning).build();
    }

    private static OptionSpec value(String name, String parameter, String meaning, String usual) {
        OptionSpec.Builder option = OptionSpec.builder(name)
                .paramLabel(parameter)
                .type(String.class)
                .description(meaning);
        return (usual == null ? option : option.defaultValue(usual)).build();
    }

    private static PositionalParamSpec file(String label, String meaning) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity("0..1")
                .index("0")
                .type(String.class)
                .description(meaning)
                .build();
    }

    private static PositionalParamSpec words(String label, String meaning) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity("1")
                .index("0")
                .type(String.class)
                .description(meaning)
                .build();
    }

    /** The settings, with the model that is to judge where one is named for it. */
    static Map<Setting, String> judging(ParseResult command) {
        Map<Setting, String> given = settings(command);
        if (command.commandSpec().findOption("--judge-model") != null && command.hasMatchedOption("--judge-model"))
            given.put(Setting.MODEL, command.matchedOptionValue("--judge-model", ""));
        return given;
    }

    static Map<Setting, String> settings(ParseResult command) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            if (command.commandSpec().findOption(setting.flag()) != null && command.hasMatchedOption(setting.flag()))
                given.put(setting, command.matchedOptionValue(setting.flag(), ""));
        }
        return given;
    }
}
