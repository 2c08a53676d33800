package ibid.cli;

import ibid.IbidException;
import ibid.eval.judge.CheckerJudge;
import ibid.eval.judge.Judge;
import ibid.eval.judge.JudgeWatch;
import ibid.eval.judge.LlmJudge;
import ibid.model.CrossEncoder;
import ibid.model.ModelChoice;
import ibid.model.OpenModel;
import ibid.verify.Verifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * The judges that {@code --judge} asks for: the check that answers go through before they are shown, a language model,
 * or both.
 *
 * @param byName the one whose word counts first
 * @param made   what each is: its model, where that is asked, and the wording
 */
record JudgeChoice(
        Map<String, Judge> byName, Map<String, String> made, CrossEncoder encoder, Optional<OpenModel> language)
        implements AutoCloseable {

    static JudgeChoice open(ParseResult command, Optional<ModelChoice> model) {
        String wanted = command.matchedOptionValue("--judge", "checker");
        if (!List.of("checker", "llm", "both").contains(wanted))
            throw invalid("“" + wanted + "” is no judge; say --judge checker, llm or both");
        if (!wanted.equals("checker") && model.isEmpty())
            throw invalid(
                    "--judge " + wanted
                            + " needs a language model; name one with --judge-model ollama:llama3.2, or with --model where it is to write the answers too");
        Map<String, Judge> judges = new LinkedHashMap<>();
        CrossEncoder encoder = new CrossEncoder(); // loads nothing before it is asked
        Optional<OpenModel> language = wanted.equals("checker") ? Optional.empty() : model.map(OpenModel::of);
        if (!wanted.equals("llm")) judges.put("checker", new CheckerJudge(new Verifier(encoder)));
        Map<String, String> made = new LinkedHashMap<>();
        if (judges.containsKey("checker")) made.put("checker", "checker");
        language.ifPresent(open -> {
            LlmJudge judge = new LlmJudge(open.unhurried());
            ModelChoice choice = model.orElseThrow();
            made.put(
                    "llm",
                    choice.label() + (choice.url().isEmpty() ? "" : " at " + choice.url()) + ", " + judge.version());
            judges.put("llm", new JudgeWatch(choice.label(), judge));
        });
        return new JudgeChoice(judges, made, encoder, language);
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }

    @Override
    public void close() {
        language.ifPresent(OpenModel::close);
        encoder.close();
    }
}
