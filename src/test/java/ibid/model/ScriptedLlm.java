package ibid.model;

import ibid.model.Completion.Failed;
import ibid.model.Completion.Failure;
import ibid.model.Completion.Finished;
import ibid.model.Completion.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A fake language model that replies to each prompt with a given text, a few characters at a time, and may fail. */
public final class ScriptedLlm implements Llm {

    private static final int PIECE = 5;

    private final Map<String, Function<Prompt.Filled, Says>> parts = new HashMap<>();
    private final List<Prompt.Filled> asked = Collections.synchronizedList(new ArrayList<>());

    /** @param then the failure after the text, or empty */
    public record Says(String text, Optional<Failure> then) {

        public static Says all(String text) {
            return new Says(text, Optional.empty());
        }
    }

    /** @param prompt the name of its file: "answer" */
    public ScriptedLlm to(String prompt, Function<Prompt.Filled, Says> says) {
        parts.put(prompt, says);
        return this;
    }

    public ScriptedLlm to(String prompt, String text) {
        return to(prompt, filled -> Says.all(text));
    }

    public ScriptedLlm to(String prompt, String text, Failure then) {
        return to(prompt, filled -> new Says(text, Optional.of(then)));
    }

    public List<Prompt.Filled> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Completion complete(Prompt.Filled prompt, Predicate<String> hear) {
        asked.add(prompt);
        String name = prompt.version().substring(0, prompt.version().indexOf('@'));
        Says says = parts.getOrDefault(name, filled -> Says.all("NONE")).apply(prompt);
        for (int at = 0; at < says.text().length(); at += PIECE) {
            int end = Math.min(says.text().length(), at + PIECE);
            if (!hear.test(says.text().substring(at, end))) {
                return new Finished(says.text().substring(0, end), Usage.NONE, true);
            }
        }
        Usage usage = new Usage(100, 10);
        return says.then()
                .<Completion>map(failure -> new Failed(failure, says.text(), usage, Optional.empty(), "scripted"))
                .orElse(new Finished(says.text(), usage, false));
    }
}
