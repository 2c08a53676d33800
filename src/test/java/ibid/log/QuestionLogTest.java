package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.ReaderId;
import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.api.Json;
import ibid.api.RatedAnswer;
import ibid.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class QuestionLogTest {

    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");
    private static final String CUT_OFF = "cut off";

    @Parameter
    private TestDatabase engine;

    @TempDir
    private Path folder;

    private TurnLog log;

    @BeforeEach
    void open() {
        log = new TurnLog(engine.address(folder, "log.sqlite"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void ask(String id, String conversation, Instant when, String question) {
        boolean isFollowUp = log.conversations().one(conversation).isPresent();
        log.questions()
                .ask(new AskedQuestion(id, ReaderId.LOCAL, conversation, isFollowUp, when, question, Optional.empty()));
    }

    private void answer(String id, String conversation, Instant when, String question) {
        ask(id, conversation, when, question);
        String form = """
                {"id": "%s", "conversation_id": "%s", "created": "%s", "question": "%s", "query": "q", "text": "t",
                 "outcome": "abstained", "writer": {"model": "m"}, "index": "g", "timings_ms": {"total": 1}}""";
        String json = form.formatted(id, conversation, when, question);
        assertThat(log.add(Json.readLenient(json, AnswerBody.class, "it"))).isTrue();
    }

    private AskedQuestion keyed(String id, String key, Instant when) {
        AskedQuestion.Key sent = new AskedQuestion.Key(key, "body");
        return new AskedQuestion(id, ReaderId.LOCAL, "c-" + id, false, when, "Who?", Optional.of(sent));
    }

    @Test
    void turnsFollowTheOrderOfAskingThoughTheClockIsSetBack() {
        answer("z", "c", NOON, "First?");
        answer("y", "c", NOON.minusSeconds(3600), "Second?");
        answer("x", "c", NOON.minusSeconds(7200), "Third?");
        assertThat(log.answers("c"))
                .extracting(RatedAnswer::answer)
                .extracting(AnswerBody::id)
                .containsExactly("z", "y", "x");
        assertThat(log.earlier("c"))
                .extracting(earlier -> earlier.question())
                .containsExactly("First?", "Second?", "Third?");
        answer("w", "other", NOON.minusSeconds(9000), "Other?");
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 9))
                .extracting(ConversationBody::id)
                .containsExactly("other", "c");
    }

    @Test
    void aQuestionThatWasCutOffIsKnownAfterwardsAndGoneWhenItIsAskedAgain() {
        answer("a", "c", NOON, "First?");
        ask("b", "c", NOON, "Second?");
        assertThat(log.questions().endInterrupted(CUT_OFF, NOON)).isEqualTo(1);
        assertThat(log.questions().endInterrupted("again", NOON)).isZero();
        assertThat(log.questions().unanswered("c"))
                .containsExactly(new ConversationBody.Unanswered("b", NOON, "Second?", CUT_OFF, "a"));
        answer("d", "c", NOON, "Second?");
        assertThat(log.questions().unanswered("c")).isEmpty();
        assertThat(log.questions().question("b"))
                .map(QuestionLog.Stored::problem)
                .contains(CUT_OFF);
    }

    @Test
    void aQuestionThatIsAnsweredHasNoProblemThoughItsServerCouldNotTell() {
        answer("a", "c", NOON, "First?");
        log.questions().fail("a", "the connection was lost at the commit");
        assertThat(log.questions().unanswered("c")).isEmpty();
        ask("b", "c", NOON, "Second?");
        log.questions().fail("b", "broken");
        assertThat(log.questions().unanswered("c")).hasSize(1);
    }

    @Test
    void aConversationWithoutAnAnswerGoesAfterADayAndOthersStay() {
        ask("a", "cut", NOON, "First?");
        answer("b", "answered", NOON, "Other?");
        log.questions().endInterrupted(CUT_OFF, NOON);
        assertThat(log.conversations().one("cut")).isPresent();
        log.questions().endInterrupted(CUT_OFF, NOON.plusSeconds(90_000));
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 9))
                .extracting(ConversationBody::id)
                .containsExactly("answered");
        assertThat(log.questions().question("a")).isEmpty();
    }

    @Test
    void aQuestionTakenBackLeavesNoConversation() {
        AskedQuestion asked = keyed("a", "k", NOON);
        log.questions().ask(asked);
        log.questions().withdraw(asked);
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 9)).isEmpty();
        assertThat(log.questions().withKey("k", NOON)).isEmpty();
    }

    @Test
    void aKeyIsKnownForADayAndMayThenBeUsedAnew() {
        log.questions().ask(keyed("a", "k", NOON));
        log.close();
        log = new TurnLog(engine.address(folder, "log.sqlite"));
        assertThat(log.questions().withKey("k", NOON))
                .map(QuestionLog.Stored::id)
                .contains("a");
        Instant later = NOON.plusSeconds(90_000);
        assertThat(log.questions().withKey("k", later)).isEmpty();
        assertThat(log.questions().ask(keyed("b", "k", later))).isTrue();
        assertThat(log.questions().withKey("k", later))
                .map(QuestionLog.Stored::id)
                .contains("b");
    }

    @Test
    void aDeletedConversationTakesItsQuestionsWithIt() {
        answer("a", "c", NOON, "First?");
        ask("b", "c", NOON, "Second?");
        log.deletion().conversation("c");
        assertThat(log.questions().question("a")).isEmpty();
        assertThat(log.questions().question("b")).isEmpty();
    }

    @Test
    void aLongConversationIsReadByPagesAndAFollowUpGetsItsLastTurns() {
        for (int i = 10; i < 35; i++) {
            answer("a" + i, "c", NOON, "Question " + i + "?");
            answer("b" + i, "other", NOON, "Other?");
        }
        assertThat(log.newest("c", "", 2))
                .extracting(rated -> rated.answer().id())
                .containsExactly("a33", "a34");
        assertThat(log.newest("c", "a12", 5))
                .extracting(rated -> rated.answer().id())
                .containsExactly("a10", "a11");
        assertThat(log.newest("c", "a10", 5)).isEmpty();
        assertThat(log.newest("c", "unknown", 5)).isEmpty();
        assertThat(log.countOlder("a33")).isEqualTo(23);
        assertThat(log.countOlder("a10")).isZero();
        assertThat(log.earlier("c")).hasSize(10);
        assertThat(log.earlier("c").getLast().question()).isEqualTo("Question 34?");
    }

    @Test
    void theLongestQuestionIsCountedAmongTheFigures() {
        String longest = new Random(1)
                .ints(2000, 0x4e00, 0x9fff) // Chinese, three bytes each, which nothing compresses
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        answer("a", "c", NOON, longest);
        answer("bb", "c", NOON, longest.substring(1));
        LocalDate day = LocalDate.parse("2025-01-01");
        assertThat(log.figures().between(day, day, List.of()).unanswered()).isNotEmpty();
        assertThat(log.figures().between(day, day, List.of()).days())
                .singleElement()
                .satisfies(figures -> assertThat(figures.answers()).isEqualTo(2));
    }
}
