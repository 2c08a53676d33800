package ibid.cli;

import ibid.api.Turn;
import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnsweredQuestion;
import ibid.ask.SourceArticle;
import ibid.ask.UserQuestion;
import ibid.index.UpdateSummary;
import ibid.log.TurnJson;
import ibid.search.Hit;
import ibid.search.Query;
import ibid.serve.ServerParts;
import java.time.Instant;
import java.util.UUID;
import picocli.CommandLine.ParseResult;

/** The commands that do one thing and end: {@code ask}, {@code index}, {@code search}. */
final class SingleCommands {

    private SingleCommands() {}

    static int index(ParseResult command, ServerParts parts, Terminal terminal) {
        try (Terminal.Bar bar = terminal.reading()) {
            UpdateSummary update = parts.watch().run(command.hasMatchedOption("--rebuild"), bar);
            bar.close();
            terminal.update(update);
            terminal.line("generation " + update.generation());
            return 0;
        }
    }

    static int ask(ParseResult command, ServerParts parts, Terminal terminal) {
        parts.watch().run(false, (done, total, what) -> {});
        boolean json = command.hasMatchedOption("--json");
        String question = command.matchedPositionalValue(0, "");
        Instant created = Instant.now();
        AnsweredQuestion asked = parts.ask().answer(new UserQuestion(question), event -> {
            if (!json && event instanceof AnswerEvent.Shown shown)
                terminal.line(label(shown, terminal) + shown.sentence().text() + " " + terminal.strong(marks(shown)));
        });
        Turn turn = new Turn(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                created,
                question,
                asked,
                Instant.now().toEpochMilli() - created.toEpochMilli());
        parts.log().add(turn);
        if (json) {
            terminal.line(TurnJson.of(turn).toPrettyString());
            return 0;
        }
        switch (asked.answer()) {
            case Answer.Cited cited -> {
                if (!cited.missing().isEmpty()) terminal.line(cited.missing());
                cited.disagreements()
                        .forEach(one ->
                                terminal.line(terminal.strong("The articles disagree about ") + one.about() + "."));
                terminal.footnotes(cited.footnotes());
            }
            case Answer.Abstained abstained -> terminal.abstained(abstained);
        }
        if (!asked.authorship().note().isEmpty())
            terminal.line(terminal.faint(asked.authorship().note()));
        return 0;
    }

    private static String label(AnswerEvent.Shown shown, Terminal terminal) {
        return shown.sentence().label().isEmpty()
                ? ""
                : terminal.strong(shown.sentence().label()) + ": ";
    }

    private static String marks(AnswerEvent.Shown shown) {
        StringBuilder marks = new StringBuilder();
        shown.sentence()
                .footnotes()
                .forEach(number -> marks.append('[').append(number).append(']'));
        return marks.toString();
    }

    static int search(ParseResult command, ServerParts parts, Terminal terminal) {
        parts.watch().run(false, (done, total, what) -> {});
        int limit = Config.number("limit", command.matchedOptionValue("--limit", "10"), 1, 1000);
        int rank = 1;
        for (Hit hit : parts.retriever()
                .retrieve(new Query(command.matchedPositionalValue(0, "")), limit)
                .hits()) {
            StringBuilder legs = new StringBuilder();
            hit.legs()
                    .forEach(leg -> legs.append("  ")
                            .append(leg.name())
                            .append(leg.rank() == 0 ? " –" : String.format(" %.3f (%d)", leg.score(), leg.rank())));
            terminal.line(String.format("%2d  %.3f", rank++, hit.score())
                    + terminal.faint(legs + "  " + hit.passage().id()));
            terminal.line("    " + terminal.strong(Terminal.name(SourceArticle.of(hit))));
            terminal.line("    " + hit.text().replaceAll("\\s+", " "));
        }
        if (rank == 1) terminal.line("No passage matches.");
        return 0;
    }
}
