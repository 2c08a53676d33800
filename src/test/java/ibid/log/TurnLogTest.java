package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.IbidException;
import ibid.api.Turn;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.Samples;
import ibid.ask.UserQuestion;
import ibid.index.Collection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnLogTest {

    @TempDir
    private Path folder;

    private Collection collection;
    private TurnLog log;

    @BeforeEach
    void open() {
        collection = Samples.collection(folder);
        log = new TurnLog(folder.resolve("log.sqlite"));
    }

    @AfterEach
    void close() {
        log.close();
        collection.close();
    }

    private Turn turn(String id, String conversation, String question) {
        Ask ask = Samples.ask(collection);
        AnsweredQuestion asked = ask.answer(new UserQuestion(question), event -> {});
        Turn turn = new Turn(
                id, conversation, Instant.parse("2025-01-01T00:00:0" + id.length() + "Z"), question, asked, 12);
        log.add(turn);
        return turn;
    }

    private String sql(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.sqlite"));
                var rows = connection.createStatement().executeQuery(query)) {
            return rows.getString(1);
        }
    }

    @Test
    void anAnswerIsGivenBackToTheLetterAlsoAfterARestart() {
        String shown = TurnJson.of(turn("a", "c", "How much was the ferry Aurelia sold for?"))
                .toString();
        assertThat(log.answer("a")).contains(shown);
        log.close();
        log = new TurnLog(folder.resolve("log.sqlite"));
        assertThat(log.answer("a")).contains(shown);
        assertThat(log.answer("b")).isEmpty();
    }

    @Test
    void everythingTheAnswerRestsOnIsStored() throws SQLException {
        Turn turn = turn("a", "c", "How much was the ferry Aurelia sold for?");
        assertThat(sql("SELECT count(*) FROM passage"))
                .isEqualTo(String.valueOf(turn.asked().ranking().hits().size()));
        assertThat(sql("SELECT quote FROM footnote WHERE number = 1"))
                .isEqualTo("The ferry Aurelia was sold to Bergen for two million crowns.");
        assertThat(sql("SELECT ms FROM timing WHERE stage = 'total'")).isEqualTo("12");
        assertThat(sql("SELECT generation FROM answer"))
                .isEqualTo(turn.asked().ranking().generation())
                .isNotEmpty();
        assertThat(sql("SELECT outcome FROM answer")).isEqualTo("answered");
        assertThat(sql("PRAGMA journal_mode")).isEqualTo("wal");
    }

    @Test
    void aConversationIsListedByItsFirstQuestionNewestFirst() {
        turn("a", "c1", "How much was the ferry Aurelia sold for?");
        turn("bb", "c2", "Who is Anna Berg?");
        turn("ccc", "c1", "and the bridge?");
        assertThat(log.conversations(10)).extracting(ConversationSummary::id).containsExactly("c1", "c2");
        assertThat(log.conversations(10).getFirst()).satisfies(conversation -> {
            assertThat(conversation.title()).isEqualTo("How much was the ferry Aurelia sold for?");
            assertThat(conversation.answers()).isEqualTo(2);
        });
        assertThat(log.earlier("c1"))
                .extracting(earlier -> earlier.question())
                .containsExactly("How much was the ferry Aurelia sold for?", "and the bridge?");
    }

    @Test
    void aConversationBegunIsThereBeforeItsFirstAnswer() {
        log.begin("c9", "What is to come?", Instant.EPOCH);
        assertThat(log.conversation("c9")).isPresent();
        assertThat(log.answers("c9")).isEmpty();
    }

    @Test
    void aLongQuestionMakesAShortTitleWithoutCuttingACharacterInTwo() {
        turn("a", "c", "😀".repeat(200));
        assertThat(log.conversations(1).getFirst().title()).endsWith("😀…").hasSizeLessThan(200);
    }

    @Test
    void theLastFeedbackStands() {
        turn("a", "c", "Who is Anna Berg?");
        assertThat(log.rate("a", new Feedback(Feedback.Rating.UP, List.of(), "")))
                .isTrue();
        assertThat(log.rate("a", new Feedback(Feedback.Rating.DOWN, List.of("wrong", "other"), "no")))
                .isTrue();
        assertThat(log.feedback("a")).contains(new Feedback(Feedback.Rating.DOWN, List.of("wrong", "other"), "no"));
        assertThat(log.rate("nobody", new Feedback(Feedback.Rating.UP, List.of(), "")))
                .isFalse();
    }

    @Test
    void deletingAConversationLeavesNothingOfIt() throws SQLException {
        turn("a", "c", "Who is Anna Berg?");
        log.rate("a", new Feedback(Feedback.Rating.UP, List.of(), ""));
        assertThat(log.deleteConversation("c")).isTrue();
        assertThat(log.deleteConversation("c")).isFalse();
        for (String table : List.of("conversation", "answer", "passage", "footnote", "timing", "feedback"))
            assertThat(sql("SELECT count(*) FROM " + table)).as(table).isEqualTo("0");
    }

    @Test
    void aLogOfANewerIbidIsLeftAlone() throws SQLException {
        log.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.sqlite"))) {
            connection.createStatement().execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> new TurnLog(folder.resolve("log.sqlite")))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("newer Ibid");
        log = new TurnLog(folder.resolve("other.sqlite"));
    }

    @Test
    void anAbstainedAnswerHasItsReasonAndNoFootnotes() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(TurnJson.of(turn("a", "c", "What did Kylie Minogue do?"))
                        .toString());
        assertThat(json.path("outcome").asText()).isEqualTo("abstained");
        assertThat(json.path("reason").asText()).isEqualTo("not_answered");
        assertThat(json.path("footnotes")).isEmpty();
        assertThat(json.path("nearest")).isNotEmpty();
    }
}
