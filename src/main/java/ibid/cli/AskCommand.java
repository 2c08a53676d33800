package ibid.cli;

import ibid.answer.Draft;
import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.Turn;
import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnsweredQuestion;
import ibid.ask.UserQuestion;
import ibid.index.update.IndexWatcher;
import ibid.log.AskedQuestion;
import ibid.serve.ServerParts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask}: prints one answer. */
@Command(
        name = "ask",
        abbreviateSynopsis = true,
        description = "Prints an answer with its footnotes.",
        footer = {"", "Example: ./ibid ask \"What did ASEAN say?\""})
final class AskCommand implements Callable<Integer> {

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Collection collection;

    @Mixin
    private Flags.Writer writer;

    @Parameters(index = "0", paramLabel = "QUESTION", description = "the question, in quotes")
    private String question;

    @Option(names = "--json", description = "the answer as JSON, for programs")
    private boolean json;

    AskCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return wiring.withWriter(wiring.config(collection.given(), writer.given()), this::ask);
    }

    private int ask(ServerParts parts) {
        readArticles(parts.watcher());
        Instant created = Instant.now();
        AnsweredQuestion asked = parts.ask().answer(new UserQuestion(question), this::show);
        Turn turn = new Turn(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                created,
                question,
                asked,
                Instant.now().toEpochMilli() - created.toEpochMilli());
        AnswerBody answer = AnswerBody.of(turn);
        parts.log()
                .questions()
                .ask(AskedQuestion.first(answer.id(), answer.asked().conversationId(), created, question));
        parts.log().add(answer);
        if (json) {
            terminal.line(Json.writePretty(answer));
        } else {
            print(asked);
        }
        return 0;
    }

    /** With a progress bar for a person; a first index takes minutes. */
    private void readArticles(IndexWatcher watcher) {
        if (!json && terminal.isInteractive()) {
            terminal.read(watcher);
        } else {
            watcher.run(false, (done, total, what) -> {});
        }
    }

    /** Prints the short answer and each sentence as soon as they are known. */
    private void show(AnswerEvent event) {
        if (json) {
            return;
        }
        if (event instanceof AnswerEvent.Short brief) {
            terminal.line(terminal.strong(brief.shortAnswer().text()));
            brief.shortAnswer().corrected().ifPresent(this::show);
        } else if (event instanceof AnswerEvent.Shown shown) {
            show(shown);
        }
    }

    private void show(Draft.Corrected corrected) {
        terminal.line("Corrected: not " + corrected.withdrawn() + ". "
                + corrected.correction().note());
    }

    private void show(AnswerEvent.Shown shown) {
        String label = shown.sentence().details().label();
        String row = label.isEmpty() ? "" : terminal.strong(label) + ": ";
        String marks = marks(shown.sentence().footnotes());
        terminal.line(row + shown.sentence().text() + " " + terminal.strong(marks));
    }

    private static String marks(List<Integer> footnotes) {
        StringBuilder marks = new StringBuilder();
        for (int number : footnotes) {
            marks.append('[').append(number).append(']');
        }
        return marks.toString();
    }

    /** Prints what follows the sentences. */
    private void print(AnsweredQuestion asked) {
        switch (asked.answer()) {
            case Answer.Cited cited -> print(cited);
            case Answer.Abstained abstained -> terminal.abstained(abstained);
        }
        if (asked.ranking().isPartial()) {
            terminal.line("A part of the articles could not be searched just now; ask again in a moment.");
        }
        String note = asked.credit().note();
        if (!note.isEmpty()) {
            terminal.line(terminal.faint(note));
        }
    }

    private void print(Answer.Cited cited) {
        for (Answer.Side side : cited.form().sides()) {
            if (side.sentences().isEmpty()) {
                terminal.line(terminal.strong(side.name()) + ": " + terminal.faint("nothing found"));
            }
        }
        if (!cited.missing().isEmpty()) {
            terminal.line(cited.missing());
        }
        for (Answer.Disagreement one : cited.disagreements()) {
            terminal.line(terminal.strong("The articles disagree about ") + one.about() + ".");
            one.values().forEach(this::print);
        }
        terminal.footnotes(cited.footnotes());
    }

    private void print(Answer.Disagreement.Value value) {
        String speaker = value.speaker().isEmpty() ? "" : ", says " + value.speaker();
        String withdrawn = value.isWithdrawn() ? ", withdrawn" : "";
        terminal.line("  " + value.text() + speaker + withdrawn + " " + terminal.strong(marks(value.footnotes())));
    }
}
