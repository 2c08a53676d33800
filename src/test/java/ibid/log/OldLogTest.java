package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.access.ReaderId;
import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.api.FeedbackBody;
import ibid.api.Json;
import ibid.api.RatedAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of Ibid 0.8, version 1 of its tables, opened by this Ibid. */
class OldLogTest {

    private static final String DAY = "2025-01-01T00:00:00Z";
    private static final String INSERT_BRIDGE = """
            INSERT INTO answer VALUES (?, 'conversation-2', ?, 'Which?', 'Which?', 'abstained', '', 'w', 'g', '{}')
            """;
    private static final ObjectMapper TREES = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path file;
    private List<String> stored;

    @BeforeEach
    void writeOldLog() throws IOException, SQLException {
        file = folder.resolve("log.sqlite");
        stored = resource("answers-0.8.jsonl").lines().toList();
        try (Connection connection = connect()) {
            for (String sql : resource("V1.sql").split(";\\s*\\n")) {
                if (!sql.isBlank()) {
                    connection.createStatement().execute(sql);
                }
            }
            connection.createStatement().execute("PRAGMA user_version = 1");
            update(connection, "INSERT INTO conversation VALUES ('conversation-1', 'Ferry', ?, ?)", DAY, DAY);
            for (String answer : stored) {
                insert(connection, TREES.readTree(answer), answer);
            }
            update(connection, "INSERT INTO feedback VALUES ('answer-1', 'down', 'wrong', 'no', ?)", DAY);
            update(connection, "INSERT INTO timing VALUES ('answer-1', 'total', 12)");
            update(connection, "INSERT INTO passage VALUES ('answer-1', 1, 'ferry#0', 1, 1, 1)");
        }
    }

    private static void insert(Connection connection, JsonNode answer, String json) throws SQLException {
        update(
                connection,
                "INSERT INTO answer VALUES (?, 'conversation-1', ?, ?, ?, ?, ?, 'extractive', 'g', ?)",
                answer.path("id").asText(),
                answer.path("created").asText(),
                answer.path("question").asText(),
                answer.path("query").asText(),
                answer.path("outcome").asText(),
                answer.path("text").asText(),
                json);
    }

    private static void update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = TurnLog.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Test
    void everyAnswerIsGivenBackAsItWasShown() throws IOException {
        try (TurnLog log = new TurnLog(file)) {
            for (String answer : stored) {
                JsonNode shown = TREES.readTree(answer);
                AnswerBody read = log.answer(shown.path("id").asText()).orElseThrow();
                JsonNode given = TREES.readTree(Json.write(read));
                removeNewFields(given, shown);
                assertThat(given).isEqualTo(shown);
            }
            assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 10))
                    .singleElement()
                    .satisfies(
                            conversation -> assertThat(conversation.answers()).isEqualTo(stored.size()));
        }
    }

    /** Fields that later versions added are empty in an older answer. */
    private static void removeNewFields(JsonNode read, JsonNode shown) {
        for (int i = 0; i < shown.size() && shown.isArray(); i++) {
            removeNewFields(read.get(i), shown.get(i));
        }
        if (shown.isObject()) {
            List<String> names = new ArrayList<>();
            read.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (shown.has(name)) {
                    removeNewFields(read.get(name), shown.get(name));
                } else {
                    assertThat(((ObjectNode) read).remove(name)).as(name).isEmpty();
                }
            }
        }
    }

    @Test
    void conversationsAreListedInTheOrderOfTheirLastAnswers() throws SQLException {
        try (Connection connection = connect()) {
            update(connection, "INSERT INTO conversation VALUES ('conversation-2', 'Bridge', ?, ?)", DAY, DAY);
            for (String created : List.of("1999-01-01T00:00:00Z", "2099-01-01T00:00:00Z")) {
                String id = "bridge-" + created;
                update(connection, INSERT_BRIDGE, id, created);
            }
        }
        try (TurnLog log = new TurnLog(file)) {
            assertThat(titles(log)).containsExactly("Bridge", "Ferry");
            log.deletion().answer("bridge-2099-01-01T00:00:00Z");
            assertThat(titles(log)).containsExactly("Ferry", "Which?");
        }
    }

    private static List<String> titles(TurnLog log) {
        return log.conversations().of(ReaderId.LOCAL, "", 0, 10).stream()
                .map(ConversationBody::title)
                .toList();
    }

    @Test
    void feedbackStaysWithItsAnswer() {
        try (TurnLog log = new TurnLog(file)) {
            assertThat(log.rated(FeedbackBody.Rating.DOWN))
                    .singleElement()
                    .extracting(RatedAnswer::feedback)
                    .isEqualTo(new FeedbackBody(FeedbackBody.Rating.DOWN, "no", List.of("wrong")));
        }
    }

    @Test
    void tablesThatNothingReadsAreDropped() throws SQLException {
        new TurnLog(file).close();
        try (Connection connection = connect()) {
            for (String table : List.of("passage", "footnote", "timing")) {
                assertThatThrownBy(() -> connection.createStatement().executeQuery("SELECT * FROM " + table))
                        .hasMessageContaining("no such table");
            }
        }
    }

    @Test
    void anAnswerWithoutTheFieldsOfTodayIsRead() {
        AnswerBody old = Json.readLenient(
                "{\"id\": \"a\", \"outcome\": \"answered\", \"text\": \"Yes. [1]\", \"gone\": 1}",
                AnswerBody.class,
                "it");
        assertThat(old.text()).isEqualTo("Yes. [1]");
        assertThat(old.footnotes()).isEmpty();
        assertThat(old.evidence().sources()).isNull();
    }
}
