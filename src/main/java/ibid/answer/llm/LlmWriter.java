package ibid.answer.llm;

import ibid.answer.Draft;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.model.Completion;
import ibid.model.Completion.Failure;
import ibid.model.Llm;
import ibid.model.Prompt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer that uses a language model. Its sentences are unchecked claims. Threads may share it. */
public final class LlmWriter implements Writer<Draft.Generated> {

    private static final Logger LOG = LoggerFactory.getLogger(LlmWriter.class);

    private final Llm llm;
    private final Prompt prose;
    private final Optional<Prompt> structured;
    private final int maxTokens;
    private final AtomicBoolean takesSchema;

    /**
     * @param structured where the model can be held to a JSON schema
     * @param maxTokens  limit for the prompt with its passages
     */
    public LlmWriter(Llm llm, Prompt prose, Optional<Prompt> structured, int maxTokens) {
        this.llm = llm;
        this.prose = prose;
        this.structured = structured;
        this.maxTokens = maxTokens;
        this.takesSchema = new AtomicBoolean(structured.isPresent());
    }

    /** The version of the prompt for the next answer. */
    public String version() {
        return prompt().version();
    }

    private Prompt prompt() {
        return takesSchema.get() ? structured.orElse(prose) : prose;
    }

    @Override
    public Draft.Generated write(WritingTask task, Listener listener) {
        Prompt prompt = prompt();
        Draft.Generated draft = write(prompt, task, listener);
        if (prompt == prose || !isRejected(draft)) {
            return draft;
        }
        takesSchema.set(false); // many OpenAI-compatible servers do not support schemas
        return write(prose, task, listener);
    }

    private static boolean isRejected(Draft.Generated draft) {
        return draft.failure().isPresent() && draft.failure().get().failure() == Failure.REJECTED;
    }

    private Draft.Generated write(Prompt prompt, WritingTask task, Listener listener) {
        int promptTokens = PassageSheet.estimateTokens(prompt.system() + prompt.user() + task.question());
        PassageSheet sheet = new PassageSheet(task.together().hits(), task.question(), maxTokens - promptTokens);
        StatementRelay relay = new StatementRelay(sheet, listener);
        Completion completion = llm.complete(prompt.fill(inputs(task, sheet)), relay::accept);
        relay.finish(completion instanceof Completion.Finished finished && !finished.stopped());
        if (relay.unknownMarks() > 0) {
            LOG.warn("the language model gave {} marks that no passage has; they were dropped", relay.unknownMarks());
        }
        return draft(relay, completion, prompt.version());
    }

    private static Map<String, String> inputs(WritingTask task, PassageSheet sheet) {
        return Map.of(
                "today", task.today().toString(),
                "question", PassageSheet.singleSpaced(task.question()),
                "passages", sheet.text());
    }

    private static Draft.Generated draft(StatementRelay relay, Completion completion, String version) {
        return new Draft.Generated(
                relay.declines(),
                relay.missing(),
                relay.unknownMarks(),
                failure(completion, relay),
                version,
                completion.usage());
    }

    private static Optional<Completion.Failed> failure(Completion completion, StatementRelay relay) {
        if (completion instanceof Completion.Failed failed) {
            return Optional.of(failed);
        }
        if (!relay.isGarbled()) {
            return Optional.empty();
        }
        return Optional.of(new Completion.Failed(
                Failure.MALFORMED, completion.text(), completion.usage(), Optional.empty(), "not the JSON asked for"));
    }
}
