package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.AccessDatabase;
import ibid.access.AuditTrail;
import ibid.access.ReaderId;
import ibid.access.Role;
import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.api.FeedbackBody;
import ibid.api.Json;
import ibid.log.AskedQuestion;
import ibid.log.TurnLog;
import ibid.storage.DatabaseChoice;
import ibid.storage.PostgresAddress;
import ibid.storage.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code keys} and {@code log}. */
@ParameterizedClass
@EnumSource
class RecordsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Parameter
    private TestDatabase engine;

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        out.reset();
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", folder.toString()))
                .toArray(String[]::new);
        return Main.run(all, environment(), new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false));
    }

    private Map<String, String> environment() {
        return engine.address(folder, "") instanceof PostgresAddress server
                ? Map.of("IBID_DATABASE", server.url())
                : Map.of();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aKeyIsPrintedOnceListedByNameAndRevoked() {
        assertThat(run("keys", "add", "newsroom", "--role", "editor")).isZero();
        String secret = printed().strip();
        try (AccessDatabase access = new AccessDatabase(engine.address(folder, AccessDatabase.NAME))) {
            assertThat(access.find(secret))
                    .hasValueSatisfying(key -> assertThat(key.role()).isEqualTo(Role.EDITOR));
        }
        assertThat(run("keys", "list")).isZero();
        assertThat(printed()).startsWith("newsroom  editor  since ").doesNotContain(secret);
        assertThat(run("keys", "revoke", "newsroom")).isZero();
        assertThat(run("keys", "revoke", "newsroom")).isEqualTo(Main.FAILED);
        assertThat(run("keys", "list")).isZero();
        assertThat(printed()).contains("no keys");
        assertThat(run("keys", "add", "x", "--role", "king")).isEqualTo(Main.WRONG_USAGE);
        assertThat(run("keys")).isEqualTo(Main.WRONG_USAGE);
    }

    private void ask(TurnLog log, String id, String day, String question) {
        Instant created = Instant.parse(day + "T12:00:00Z");
        log.questions().ask(AskedQuestion.first(id, "c-" + id, created, question));
        String json = """
                {"id": "%s", "conversation_id": "c-%s", "created": "%s", "question": "%s", "query": "q", "text": "t",
                 "outcome": "abstained", "writer": {"model": "m"},
                 "index": "g", "timings_ms": {"total": 1}}""".formatted(id, id, created, question);
        log.add(Json.readLenient(json, AnswerBody.class, "it"));
        log.rate(id, new FeedbackBody(FeedbackBody.Rating.DOWN, "no, \"never\"", List.of()));
    }

    @Test
    void answersAreExportedByDayAndDeletedForGood() {
        try (TurnLog log = new TurnLog(engine.address(folder, "log.sqlite"))) {
            ask(log, "a", "2026-11-01", "First, or last?");
            ask(log, "b", "2026-11-02", "Second?");
            ask(log, "d", "2026-11-03", "Third?");
        }
        assertThat(run("log", "export", "--from", "2026-11-02", "--to", "2026-11-02"))
                .isZero();
        assertThat(printed().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"question\":\"Second?\"", "\"rating\":\"down\""));
        assertThat(run("log", "export", "--format", "csv", "--to", "2026-11-01"))
                .isZero();
        assertThat(printed().lines())
                .hasSize(2)
                .last()
                .isEqualTo("a,c-a,2026-11-01T12:00:00Z,\"First, or last?\",abstained,t,down,\"no, \"\"never\"\"\"");
        assertThat(run("log", "delete", "c-b")).isZero();
        assertThat(run("log", "delete", "c-b")).isEqualTo(Main.FAILED);
        assertThat(run("log", "export")).isZero();
        assertThat(printed()).contains("First", "Third").doesNotContain("Second");
        assertThat(run("log", "export", "--from", "soon")).isEqualTo(Main.WRONG_USAGE);
    }

    @Test
    void theAuditIsExported() {
        try (AccessDatabase access = new AccessDatabase(engine.address(folder, AccessDatabase.NAME))) {
            access.add(new AuditTrail.Entry(
                    Instant.parse("2026-11-01T12:00:00Z"), "key rita from 192.0.2.7", "add", "a.md", "added"));
        }
        assertThat(run("log", "export", "--what", "audit", "--format", "csv")).isZero();
        assertThat(printed().lines())
                .containsExactly(
                        "time,who,what,article,outcome", "2026-11-01T12:00:00Z,key rita from 192.0.2.7,add,a.md,added");
    }

    @Test
    void filesAreCopiedIntoPostgresqlOnceWithTheirOrder() {
        DatabaseChoice files = new DatabaseChoice(folder, Optional.empty());
        String secret;
        try (TurnLog log = new TurnLog(files.address(TurnLog.NAME));
                AccessDatabase access = new AccessDatabase(files.address(AccessDatabase.NAME))) {
            ask(log, "b", "2026-11-01", "First?");
            ask(log, "a", "2026-11-01", "Second?");
            log.conversations().change("c-b", new ConversationBody.Change("Named", true));
            secret = access.addKey("rita", Role.EDITOR);
        }
        if (engine == TestDatabase.SQLITE) {
            assertThat(run("log", "copy")).isEqualTo(Main.WRONG_USAGE);
            return;
        }
        assertThat(run("log", "copy")).isZero();
        assertThat(run("log", "copy")).isEqualTo(Main.WRONG_USAGE);
        try (TurnLog log = new TurnLog(engine.address(folder, TurnLog.NAME));
                AccessDatabase access = new AccessDatabase(engine.address(folder, AccessDatabase.NAME))) {
            ask(log, "d", "2026-11-01", "Third?");
            assertThat(log.rated(FeedbackBody.Rating.DOWN))
                    .extracting(rated -> rated.answer().asked().question())
                    .containsExactly("First?", "Second?", "Third?");
            assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 10))
                    .extracting(ConversationBody::title)
                    .containsExactly("Named", "Third?", "Second?");
            assertThat(access.find(secret)).isPresent();
        }
    }
}
