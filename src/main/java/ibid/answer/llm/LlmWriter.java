package ibid.answer.llm;

import ibid.answer.Draft;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.model.Completion;
import ibid.model.Completion.Failure;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.Hit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer that uses a language model. Its sentences are unchecked claims. A model that reads slowly is given fewer
 * passages, so that it begins within ten seconds. Threads may share it.
 */
public final class LlmWriter implements Writer<Draft.Generated> {

    private static final Logger LOG = LoggerFactory.getLogger(LlmWriter.class);

    private static final String WARM_UP_QUESTION = "Is this a question?";
    private static final int WARM_UP_CHARS = 500; // about 150 tokens: 15 s at 10 tokens a second, the slowest of use

    private final Llm llm;
    private final Prompt prose;
    private final Optional<Prompt> structured;
    private final int maxTokens;
    private final AtomicBoolean takesSchema;
    private final ReadingSpeed speed;

    /**
     * @param structured where the model can be held to a JSON schema
     * @param maxTokens  limit for the prompt with its passages
     */
    public LlmWriter(Llm llm, Prompt prose, Optional<Prompt> structured, int maxTokens) {
        this(llm, prose, structured, maxTokens, new ReadingSpeed(System::nanoTime));
    }

    LlmWriter(Llm llm, Prompt prose, Optional<Prompt> structured, int maxTokens, ReadingSpeed speed) {
        this.llm = llm;
        this.prose = prose;
        this.structured = structured;
        this.maxTokens = maxTokens;
        this.takesSchema = new AtomicBoolean(structured.isPresent());
        this.speed = speed;
    }

    /**
     * Measures how fast the model reads, where that is not known yet: a call without passages, in which the model may
     * be loaded and keeps the prompt's text in its cache, then one with a few words. Each ends at the model's first
     * word.
     */
    public Completion.Usage warmUp() {
        if (speed.tokensPerSecond().isPresent()) {
            return Completion.Usage.NONE;
        }
        Prompt prompt = prompt();
        Completion loaded = llm.complete(prompt.fill(inputs(WARM_UP_QUESTION, LocalDate.EPOCH, "")), piece -> false);
        if (loaded instanceof Completion.Failed) {
            return loaded.usage();
        }
        String words = prompt.system()
                .substring(0, Math.min(WARM_UP_CHARS, prompt.system().length()));
        Predicate<String> timed = speed.timed(PassageSheet.estimateTokens(words), piece -> false);
        Completion measured = llm.complete(prompt.fill(inputs(WARM_UP_QUESTION, LocalDate.EPOCH, words)), timed);
        speed.tokensPerSecond().ifPresent(LlmWriter::logSpeed);
        return loaded.usage().plus(measured.usage());
    }

    /** Whether it reads so slowly that it is not given a whole prompt. */
    public boolean isSlow() {
        return speed.maxTokens() < maxTokens;
    }

    private static void logSpeed(double tokensPerSecond) {
        LOG.info("the language model reads about {} tokens a second", Math.round(tokensPerSecond));
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
        List<Hit> hits = task.together().hits();
        PassageSheet whole = new PassageSheet(hits, task.question(), maxTokens - promptTokens);
        PassageSheet sheet =
                new PassageSheet(hits, task.question(), Math.min(maxTokens - promptTokens, speed.maxTokens()));
        StatementRelay relay = new StatementRelay(sheet, listener);
        Prompt.Filled filled = prompt.fill(inputs(task.question(), task.today(), sheet.text()));
        Completion completion = llm.complete(filled, speed.timed(sheet.tokens(), relay::accept));
        relay.finish(completion instanceof Completion.Finished finished && !finished.stopped());
        if (relay.unknownMarks() > 0) {
            LOG.warn("the language model gave {} marks that no passage has; they were dropped", relay.unknownMarks());
        }
        return draft(relay, completion, prompt.version(), leftOut(whole.size(), sheet.size()));
    }

    private static Map<String, String> inputs(String question, LocalDate today, String passages) {
        return Map.of(
                "today", today.toString(),
                "question", PassageSheet.singleSpaced(question),
                "passages", passages);
    }

    /** For the reader, what a slow model was not given; empty where it was given all that fits. */
    private static String leftOut(int fitting, int given) {
        if (given >= fitting) {
            return "";
        }
        LOG.info("the language model is slow: it is given {} of {} passages", given, fitting);
        return "The language model is slow here: so that it begins within " + ReadingSpeed.MAX_WAIT.toSeconds()
                + " seconds, it was given " + given + " of " + fitting + " passages.";
    }

    private static Draft.Generated draft(StatementRelay relay, Completion completion, String version, String leftOut) {
        return new Draft.Generated(
                relay.declines(),
                relay.missing(),
                relay.unknownMarks(),
                failure(completion, relay),
                version,
                completion.usage(),
                leftOut);
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
