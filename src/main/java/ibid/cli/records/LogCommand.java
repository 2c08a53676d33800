package ibid.cli.records;

import ibid.IbidException;
import ibid.access.AccessDatabase;
import ibid.api.AnswerBody;
import ibid.api.FeedbackBody;
import ibid.api.Json;
import ibid.api.RatedAnswer;
import ibid.log.TurnLog;
import ibid.storage.DataLock;
import ibid.storage.DatabaseChoice;
import ibid.storage.PostgresImport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code log}: exports what was asked and shown, or the audit, and deletes conversations. */
@Command(
        name = "log",
        abbreviateSynopsis = true,
        description = "Exports answers with their feedback, or the audit; deletes a conversation for good.",
        footer = {
            "",
            "Examples:",
            "  ./ibid log export --format csv --from 2026-11-01 > answers.csv",
            "  ./ibid log export --what audit",
            "  ./ibid log delete 0b9d1f3c-…"
        })
public final class LogCommand implements Runnable {

    /** What can be exported. */
    enum Table {
        ANSWERS,
        AUDIT
    }

    /** How it is written. */
    enum Form {
        JSONL,
        CSV
    }

    private final DatabaseFinder finder;
    private final PrintStream out;

    @Mixin
    private RecordsPlace place;

    @Spec
    private CommandSpec spec;

    /** @param out what is exported, as it is */
    public LogCommand(DatabaseFinder finder, PrintStream out) {
        this.finder = finder;
        this.out = out;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "log needs export, delete or copy");
    }

    @Command(name = "export", description = "Prints answers with their feedback, or the audit, oldest first.")
    int export(
            @Option(names = "--what", paramLabel = "WHAT", defaultValue = "answers", description = "answers or audit")
                    Table what,
            @Option(names = "--format", paramLabel = "FORM", defaultValue = "jsonl", description = "jsonl or csv")
                    Form form,
            @Option(
                            names = "--from",
                            paramLabel = "DAY",
                            defaultValue = "0001-01-01",
                            description = "the first day (UTC)")
                    String from,
            @Option(names = "--to", paramLabel = "DAY", defaultValue = "9999-12-30", description = "the last day (UTC)")
                    String to) {
        Instant begin = day(from).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = day(to).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        if (what == Table.AUDIT) {
            exportAudit(form, begin, end);
        } else {
            exportAnswers(form, begin, end);
        }
        return 0;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IbidException(IbidException.Code.INVALID, "a day is written like 2026-11-30, not “" + text + "”");
        }
    }

    private void exportAudit(Form form, Instant from, Instant to) {
        try (AccessDatabase access = new AccessDatabase(place.in(finder).address(AccessDatabase.NAME))) {
            Rows rows = new Rows(form, "time", "who", "what", "article", "outcome");
            access.audit(
                    from,
                    to,
                    entry -> rows.print(
                            entry, entry.time(), entry.who(), entry.what(), entry.article(), entry.outcome()));
        }
    }

    private void exportAnswers(Form form, Instant from, Instant to) {
        try (TurnLog log = log()) {
            Rows rows = new Rows(
                    form, "id", "conversation_id", "created", "question", "outcome", "text", "rating", "comment");
            log.each(from, to, rated -> print(rows, rated));
        }
    }

    private static void print(Rows rows, RatedAnswer rated) {
        AnswerBody answer = rated.answer();
        Optional<FeedbackBody> feedback = Optional.ofNullable(rated.feedback());
        rows.print(
                rated,
                answer.id(),
                answer.asked().conversationId(),
                answer.asked().created(),
                answer.asked().question(),
                answer.outcome().name().toLowerCase(Locale.ROOT),
                answer.text(),
                feedback.map(FeedbackBody::rating)
                        .map(rating -> rating.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                feedback.map(FeedbackBody::comment).orElse(""));
    }

    @Command(name = "delete", description = "Deletes a conversation for good, also while a server runs.")
    int delete(@Parameters(paramLabel = "CONVERSATION", description = "its id") String id) {
        try (TurnLog log = log()) {
            if (!log.deletion().conversation(id)) {
                throw new IbidException(IbidException.Code.NOT_FOUND, "no conversation “" + id + "”");
            }
            return 0;
        }
    }

    @Command(
            name = "copy",
            description = "Copies answers, keys and audit from the data folder into the PostgreSQL database. Stop the"
                    + " server first.")
    int copy() {
        DatabaseChoice databases = place.in(finder);
        if (databases.server().isEmpty()) {
            throw new IbidException(
                    IbidException.Code.INVALID, "no PostgreSQL database to copy into; name one with --database URL");
        }
        DatabaseChoice files = new DatabaseChoice(databases.data(), Optional.empty());
        try (DataLock lock = new DataLock(databases.data()).take();
                TurnLog from = new TurnLog(files.address(TurnLog.NAME));
                AccessDatabase keys = new AccessDatabase(files.address(AccessDatabase.NAME));
                TurnLog to = log();
                AccessDatabase ring = new AccessDatabase(databases.address(AccessDatabase.NAME))) {
            PostgresImport answers = to.copyOf(from);
            PostgresImport access = ring.copyOf(keys);
            answers.requireEmpty();
            access.requireEmpty();
            out.println("copied " + answers.run() + " rows of the log, " + access.run() + " of keys and audit");
            return 0;
        }
    }

    private TurnLog log() {
        return new TurnLog(place.in(finder).address(TurnLog.NAME));
    }

    /** Prints a table row by row. */
    private final class Rows {

        private final Form form;

        Rows(Form form, Object... header) {
            this.form = form;
            if (form == Form.CSV) {
                printCsv(header);
            }
        }

        /** @param columns of the table; JSON has the whole record */
        void print(Object whole, Object... columns) {
            if (form == Form.CSV) {
                printCsv(columns);
            } else {
                out.println(Json.write(whole));
            }
        }

        private void printCsv(Object... columns) {
            try {
                new CSVPrinter(out, CSVFormat.RFC4180).printRecord(columns);
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }
    }
}
