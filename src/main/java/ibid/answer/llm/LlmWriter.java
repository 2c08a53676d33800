package ibid.answer.llm;

import ibid.answer.Draft;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.model.Completion;
import ibid.model.Completion.Failed;
import ibid.model.Completion.Failure;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer that has a language model write from the hits; what comes of it is a claim until it is checked. Threads may share it. */
public final class LlmWriter implements Writer<Draft.Generated> {

    private static final Logger LOG = LoggerFactory.getLogger(LlmWriter.class);
    private static final int MOST_SENTENCES = 10;
    private static final int LEAST_WORDS = 4;
    /** Questions, announcements, and talk of the passages, which the reader does not see: nothing that could be checked. */
    private static final Pattern NO_STATEMENT = Pattern.compile(
            "(?i)[?:]$|\\b(?:the|this|these|each|another) passages?\\b(?! (?:of|through|to|from|for|by|between|across|in|into)\\b)|^(?:the|my|this) (?:answer|sentence|question) (?:is:|above|below|contains|asks|should|you)");

    private static final int LOOP = 2; // times a sentence may be said

    private final Llm llm;
    private final Prompt prose;
    private final Optional<Prompt> objects;
    private final int room;
    private final AtomicBoolean takesSchema = new AtomicBoolean(true);

    /**
     * @param objects where the model can be held to a JSON schema
     * @param room    tokens that prompt and passages may have together
     */
    public LlmWriter(Llm llm, Prompt prose, Optional<Prompt> objects, int room) {
        this.llm = llm;
        this.prose = prose;
        this.objects = objects;
        this.room = room;
    }

    /** The prompt's version, to tell answers of different wordings apart. */
    public String version() {
        return (objects.isPresent() && takesSchema.get() ? objects.get() : prose).version();
    }

    @Override
    public Draft.Generated write(WritingTask task, Listener listener) {
        if (objects.isPresent() && takesSchema.get()) {
            Draft.Generated draft = write(objects.get(), task, listener);
            boolean rejected = draft.failure()
                    .map(Failed::failure)
                    .filter(Failure.REJECTED::equals)
                    .isPresent();
            if (!rejected) return draft;
            takesSchema.set(false); // many servers that speak the dialect do not know schemas
        }
        return write(prose, task, listener);
    }

    private Draft.Generated write(Prompt prompt, WritingTask task, Listener listener) {
        int promptTokens = PassageSheet.tokens(prompt.system() + prompt.user() + task.question());
        PassageSheet sheet = new PassageSheet(task.together().hits(), room - promptTokens);
        Hearing hearing = new Hearing(sheet, listener);
        Completion completion = llm.complete(
                prompt.fill(Map.of(
                        "today",
                        task.today().toString(),
                        "question",
                        task.question().replaceAll("\\s+", " "),
                        "passages",
                        sheet.text())),
                hearing::hear);
        hearing.end(completion instanceof Completion.Finished finished && !finished.stopped());
        if (hearing.unknown > 0)
            LOG.warn("the language model gave {} marks that no passage has; they were dropped", hearing.unknown);
        Optional<Failed> failed = completion instanceof Failed one
                ? Optional.of(one)
                : hearing.garbled()
                        ? Optional.of(new Failed(
                                Failure.MALFORMED,
                                completion.text(),
                                completion.usage(),
                                Optional.empty(),
                                "not the JSON asked for"))
                        : Optional.empty();
        return new Draft.Generated(
                hearing.statements != null && hearing.statements.none(),
                hearing.statements == null ? "" : hearing.statements.missing(),
                hearing.unknown,
                failed,
                prompt.version(),
                completion.usage());
    }

    /** Listens to one answer. */
    private static final class Hearing {

        private final PassageSheet sheet;
        private final Listener listener;
        private final StringBuilder opening = new StringBuilder();
        private final Map<String, Integer> said = new HashMap<>();
        private StatementParser statements;
        private int unknown;
        private int count;

        Hearing(PassageSheet sheet, Listener listener) {
            this.sheet = sheet;
            this.listener = listener;
        }

        /** The first visible character tells whether it is JSON; some put it in a code fence. */
        boolean hear(String piece) {
            listener.piece(piece);
            if (statements != null) return tell(statements.hear(piece));
            opening.append(piece);
            String plain = opening.toString().strip().replaceFirst("^`{1,3}(json)?\\s*", "");
            if (plain.isEmpty()
                    || plain.matches("[a-z]{1,4}") && opening.toString().strip().startsWith("`")) return true;
            statements = plain.startsWith("{") ? new JsonStatements() : new ProseStatements();
            return tell(statements.hear(plain.startsWith("{") ? plain : opening.toString()));
        }

        void end(boolean whole) {
            if (statements != null) tell(statements.end(whole));
        }

        boolean garbled() {
            return statements instanceof JsonStatements json && !json.readable();
        }

        /** @return false where the model goes round in circles or does not stop */
        private boolean tell(List<Statement> whole) {
            for (Statement statement : whole) {
                if (said.merge(statement.text(), 1, Integer::sum) >= LOOP || ++count > MOST_SENTENCES) return false;
                if (NO_STATEMENT.matcher(statement.text()).find()
                        || statement.text().split("\\s+").length < LEAST_WORDS) continue;
                List<Hit> passages = statement.handles().stream()
                        .flatMap(handle -> sheet.hit(handle).stream())
                        .distinct()
                        .toList();
                unknown += (int) statement.handles().stream()
                        .filter(handle -> sheet.hit(handle).isEmpty())
                        .count();
                listener.sentence(statement.text(), passages);
            }
            return true;
        }
    }
}
