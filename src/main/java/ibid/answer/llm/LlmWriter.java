package ibid.answer.llm;

import ibid.model.Completion;
import ibid.model.Completion.Failed;
import ibid.model.Completion.Failure;
import ibid.model.Completion.Usage;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.Hit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer that has a language model write from the hits; what comes of it is a claim until it is checked. Threads may share it. */
public final class LlmWriter {

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

    /** Who is told while the model writes, on the thread that asked. */
    public interface Listener {

        /** A whole sentence, with those of its passages that exist. */
        void sentence(String text, List<Hit> passages);

        /** Text as it comes, not checked. */
        void piece(String text);
    }

    /**
     * How it went.
     *
     * @param none    whether the model says that the articles do not answer
     * @param missing what it says they leave open, or empty; its words, not checked
     * @param unknown how many marks it gave that no passage has
     * @param prompt  version of the prompt it was given
     */
    public record Outcome(
            Optional<Failed> failed, boolean none, String missing, int unknown, String prompt, Usage usage) {}

    /** The prompt's version, to tell answers of different wordings apart. */
    public String version() {
        return (objects.isPresent() && takesSchema.get() ? objects.get() : prose).version();
    }

    public Outcome write(String question, LocalDate today, List<Hit> hits, Listener listener) {
        if (objects.isPresent() && takesSchema.get()) {
            Outcome outcome = write(objects.get(), question, today, hits, listener);
            if (outcome.failed()
                    .map(Failed::failure)
                    .filter(Failure.REJECTED::equals)
                    .isEmpty()) return outcome;
            takesSchema.set(false); // many servers that speak the dialect do not know schemas
        }
        return write(prose, question, today, hits, listener);
    }

    private Outcome write(Prompt prompt, String question, LocalDate today, List<Hit> hits, Listener listener) {
        PassageSheet sheet =
                new PassageSheet(hits, room - PassageSheet.tokens(prompt.system() + prompt.user() + question));
        Hearing hearing = new Hearing(sheet, listener);
        Completion completion = llm.complete(
                prompt.fill(Map.of(
                        "today",
                        today.toString(),
                        "question",
                        question.replaceAll("\\s+", " "),
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
        return new Outcome(
                failed,
                hearing.statements != null && hearing.statements.none(),
                hearing.statements == null ? "" : hearing.statements.missing(),
                hearing.unknown,
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
