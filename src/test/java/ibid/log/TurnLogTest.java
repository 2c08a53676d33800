package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.access.ReaderId;
import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.api.FeedbackBody;
import ibid.api.Json;
import ibid.api.Turn;
import ibid.ask.Answer;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.Samples;
import ibid.ask.UserQuestion;
import ibid.index.Collection;
import ibid.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of the log, the same with each engine. */
@ParameterizedClass
@EnumSource
class TurnLogTest {

    /** The articles are only read, so all tests share them. */
    @TempDir
    private static Path articles;

    private static Collection collection;

    @Parameter
    private TestDatabase engine;

    @TempDir
    private Path folder;

    private TurnLog log;

    @BeforeAll
    static void readArticles() {
        collection = Samples.collection(articles);
    }

    @AfterAll
    static void closeArticles() {
        collection.close();
    }

    @BeforeEach
    void open() {
        log = new TurnLog(engine.address(folder, "log.sqlite"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private AnswerBody answer(String id, String conversation, String question) {
        Ask ask = Samples.ask(collection);
        AnsweredQuestion asked = ask.answer(new UserQuestion(question), event -> {});
        Instant created = Instant.parse("2025-01-01T00:00:0" + id.length() + "Z");
        AnswerBody answer = AnswerBody.of(new Turn(id, conversation, created, question, asked, 12));
        boolean isFollowUp = log.conversations().one(conversation).isPresent();
        log.questions()
                .ask(new AskedQuestion(
                        id, ReaderId.LOCAL, conversation, isFollowUp, created, question, Optional.empty()));
        assertThat(log.add(answer)).isTrue();
        return answer;
    }

    private String sql(String query) throws SQLException {
        try (Connection connection = engine.connect(folder, "log.sqlite");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void anAnswerIsGivenBackToTheLetterAlsoAfterARestart() {
        AnswerBody shown = answer("a", "c", "How much was the ferry Aurelia sold for?");
        assertThat(log.answer("a")).contains(shown);
        log.close();
        log = new TurnLog(engine.address(folder, "log.sqlite"));
        assertThat(log.answer("a")).contains(shown);
        assertThat(log.answer("a").map(Json::write)).contains(Json.write(shown));
        assertThat(log.answer("b")).isEmpty();
    }

    @Test
    void whatAnAnswerIsFoundByIsStoredBesideIt() throws SQLException {
        AnswerBody shown = answer("a", "c", "How much was the ferry Aurelia sold for?");
        assertThat(sql("SELECT generation FROM answer"))
                .isEqualTo(shown.provenance().index())
                .isNotEmpty();
        assertThat(sql("SELECT outcome FROM answer")).isEqualTo("answered");
        assertThat(sql("SELECT writer FROM answer")).isEqualTo("extractive");
        assertThat(sql("SELECT text FROM answer")).isEqualTo(shown.text());
    }

    @Test
    void aConversationIsListedByItsFirstQuestionNewestFirst() {
        answer("a", "c1", "How much was the ferry Aurelia sold for?");
        answer("bb", "c2", "Who is Anna Berg?");
        answer("ccc", "c1", "and the bridge?");
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 10))
                .extracting(ConversationBody::id)
                .containsExactly("c1", "c2");
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 10).getFirst()).satisfies(conversation -> {
            assertThat(conversation.title()).isEqualTo("How much was the ferry Aurelia sold for?");
            assertThat(conversation.answers()).isEqualTo(2);
        });
        assertThat(log.earlier("c1"))
                .extracting(earlier -> earlier.question())
                .containsExactly("How much was the ferry Aurelia sold for?", "and the bridge?");
    }

    @Test
    void aConversationBegunIsThereBeforeItsFirstAnswer() {
        log.questions().ask(AskedQuestion.first("a", "c9", Instant.EPOCH, "What is to come?"));
        assertThat(log.conversations().one("c9")).isPresent();
        assertThat(log.answers("c9")).isEmpty();
    }

    @Test
    void aLongQuestionMakesAShortTitleWithoutCuttingACharacterInTwo() {
        answer("a", "c", "😀".repeat(200));
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 1).getFirst().title())
                .endsWith("😀…")
                .hasSizeLessThan(200);
    }

    @Test
    void theLastFeedbackReplacesEarlierOnes() {
        answer("a", "c", "Who is Anna Berg?");
        assertThat(log.rate("a", new FeedbackBody(FeedbackBody.Rating.UP, "", List.of())))
                .isTrue();
        assertThat(log.rate("a", new FeedbackBody(FeedbackBody.Rating.DOWN, "no", List.of("wrong", "other"))))
                .isTrue();
        assertThat(log.answers("c").getFirst().feedback())
                .isEqualTo(new FeedbackBody(FeedbackBody.Rating.DOWN, "no", List.of("wrong", "other")));
        assertThat(log.rate("nobody", new FeedbackBody(FeedbackBody.Rating.UP, "", List.of())))
                .isFalse();
    }

    @Test
    void aReasonOfSeveralLinesStaysOneReason() {
        answer("a", "c", "Who is Anna Berg?");
        log.rate("a", new FeedbackBody(FeedbackBody.Rating.UP, "", List.of("clear\nand short", "true")));
        assertThat(log.answers("c").getFirst().feedback().reasons()).containsExactly("clear and short", "true");
    }

    @Test
    void deletingAConversationLeavesNothingOfIt() throws SQLException {
        answer("a", "c", "Who is Anna Berg?");
        log.rate("a", new FeedbackBody(FeedbackBody.Rating.UP, "", List.of()));
        assertThat(log.deletion().conversation("c")).isTrue();
        assertThat(log.deletion().conversation("c")).isFalse();
        for (String table : List.of("conversation", "answer", "feedback")) {
            assertThat(sql("SELECT count(*) FROM " + table)).as(table).isEqualTo("0");
        }
    }

    @Test
    void whatIsDeletedIsInNoByteThatIsKept() throws IOException {
        for (int i = 0; i < 30; i++) {
            answer("before" + i, "kept", "Who is Anna Berg?");
        }
        answer("a", "c", "Did Xanthippe Quillfeather sell the ferry Aurelia?");
        log.rate("a", new FeedbackBody(FeedbackBody.Rating.DOWN, "Quillfeather stays secret", List.of()));
        assertThat(engine.content(folder, "log.sqlite")).contains("Quillfeather");
        log.deletion().conversation("c");
        assertThat(engine.content(folder, "log.sqlite"))
                .doesNotContain("Quillfeather")
                .contains("Anna Berg");
    }

    @Test
    void noAnswerIsStoredInAConversationThatWasDeleted() {
        AnswerBody shown = answer("a", "c", "Who is Anna Berg?");
        log.deletion().conversation("c");
        assertThat(log.add(shown)).isFalse();
        assertThat(log.questions()
                        .ask(new AskedQuestion(
                                "b", ReaderId.LOCAL, "c", true, Instant.EPOCH, "And then?", Optional.empty())))
                .isFalse();
        assertThat(log.answer("a")).isEmpty();
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 10)).isEmpty();
    }

    @Test
    void onlyTheOwnerMayReadTheFiles() throws IOException {
        Path data = folder.resolve("data");
        try (TurnLog other = new TurnLog(data.resolve("log.sqlite"));
                Stream<Path> files = Files.list(data)) {
            other.questions().ask(AskedQuestion.first("a", "c", Instant.EPOCH, "Who is Anna Berg?"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as("%s", file)
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aLogOfANewerIbidIsLeftAlone() throws SQLException {
        log.close();
        try (Connection connection = engine.connect(folder, "log.sqlite")) {
            connection.createStatement().execute(engine.newer());
        }
        assertThatThrownBy(() -> new TurnLog(engine.address(folder, "log.sqlite")))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("newer Ibid");
        log = new TurnLog(folder.resolve("other.sqlite"));
    }

    @Test
    void everyCharacterOfAQuestionCanBeStored() {
        String odd = "Who\0 is “Ånna” Пётр 北京 😀?";
        AnswerBody shown = answer("a", "c", odd);
        assertThat(log.answer("a").map(Json::write)).contains(Json.write(shown));
        log.rate("a", new FeedbackBody(FeedbackBody.Rating.UP, odd, List.of(odd)));
        assertThat(log.answers("c").getFirst().feedback().comment()).contains("“Ånna” Пётр 北京 😀?");
    }

    @Test
    void anAbstainedAnswerHasItsReasonAndNoFootnotes() {
        AnswerBody shown = answer("a", "c", "What did Kylie Minogue do?");
        assertThat(shown.outcome()).isEqualTo(AnswerBody.Outcome.ABSTAINED);
        assertThat(shown.result().reason()).isEqualTo(Answer.Reason.NOT_ANSWERED);
        assertThat(shown.footnotes()).isEmpty();
        assertThat(shown.evidence().nearest()).isNotEmpty();
    }

    @Test
    void anAnswerIsDeletedWithItsQuestionAndWithTheTitleThatItGave() throws IOException {
        answer("a", "c", "Is Xanthippe Quillfeather a captain?");
        answer("bb", "c", "Who is Anna Berg?");
        assertThat(log.deletion().answer("a")).isTrue();
        assertThat(log.deletion().answer("a")).isFalse();
        assertThat(engine.content(folder, "log.sqlite")).doesNotContain("Quillfeather");
        assertThat(log.conversations().one("c")).map(ConversationBody::title).contains("Who is Anna Berg?");
        assertThat(log.deletion().answer("bb")).isTrue();
        assertThat(log.conversations().one("c")).isEmpty();
    }

    @Test
    void whatWasNotUsedIsDeletedAndWhatWasUsedIsNot() {
        answer("a", "old", "Who is Anna Berg?");
        answer("bbbbb", "new", "Who is Anna Berg?");
        assertThat(log.deletion().unusedSince(Instant.parse("2025-01-01T00:00:03Z")))
                .isEqualTo(1);
        assertThat(log.conversations().of(ReaderId.LOCAL, "", 0, 10))
                .extracting(ConversationBody::id)
                .containsExactly("new");
    }
}
