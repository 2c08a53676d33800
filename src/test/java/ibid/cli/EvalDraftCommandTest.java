package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.ReaderId;
import ibid.api.AnswerBody;
import ibid.api.FeedbackBody;
import ibid.api.Turn;
import ibid.ask.Ask;
import ibid.ask.Samples;
import ibid.ask.UserQuestion;
import ibid.eval.dataset.DraftDataset;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.index.Collection;
import ibid.log.AskedQuestion;
import ibid.log.TurnLog;
import ibid.search.SearchFilters;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalDraftCommandTest {

    private static final FeedbackBody DOWN = new FeedbackBody(FeedbackBody.Rating.DOWN, "", List.of("wrong figure"));

    @TempDir
    private Path folder;

    @Test
    void aQuestionRatedDownIsDraftedWithItsConversation() {
        try (Collection collection = Samples.collection(folder);
                TurnLog log = new TurnLog(folder.resolve("log.sqlite"))) {
            Ask ask = Samples.ask(collection);
            for (String id : List.of("a", "aa", "aaa")) {
                String asked = "Question " + id + "?";
                log.questions()
                        .ask(new AskedQuestion(
                                id, ReaderId.LOCAL, "c", !id.equals("a"), Instant.EPOCH, asked, Optional.empty()));
                log.add(AnswerBody.of(new Turn(
                        id,
                        "c",
                        Instant.parse("2025-01-01T00:00:0" + id.length() + "Z"),
                        "Question " + id + "?",
                        ask.answer(new UserQuestion("How much was the ferry Aurelia sold for?"), event -> {}),
                        1)));
            }
            log.rate("aa", DOWN);
            DraftDataset drafted = DraftDataset.fromLog(EvalDraftCommand.rated(log));
            assertThat(drafted.collection().topics())
                    .containsExactly(
                            new Topic("l001", "before", "", "", "Question a?", "", ""),
                            new Topic("l002", "rated-down", "", "l001", "Question aa?", "", ""));
            assertThat(drafted.notes()).containsOnlyKeys("l002");
            log.rate("a", DOWN);
            assertThat(DraftDataset.fromLog(EvalDraftCommand.rated(log))
                            .collection()
                            .topics())
                    .extracting(Topic::kind)
                    .containsExactly("rated-down", "rated-down");
        }
    }

    /** A question about a publisher's articles until a day, asked of all articles, is another question. */
    @Test
    void theFiltersAReaderHadSetGoWithTheQuestion() {
        try (Collection collection = Samples.collection(folder);
                TurnLog log = new TurnLog(folder.resolve("log.sqlite"))) {
            SearchFilters filters = new SearchFilters(
                            List.of("Harbour Gazette"), List.of(), LocalDate.MIN, LocalDate.MAX)
                    .asOf(LocalDate.of(2025, 3, 31));
            log.questions().ask(AskedQuestion.first("a", "c", Instant.EPOCH, "Who bought it?"));
            log.add(AnswerBody.of(new Turn(
                    "a",
                    "c",
                    Instant.EPOCH,
                    "Who bought it?",
                    filters,
                    Samples.ask(collection).answer(new UserQuestion("Who bought it?", List.of(), filters), event -> {}),
                    1)));
            log.rate("a", DOWN);
            TestCollection drafted =
                    DraftDataset.fromLog(EvalDraftCommand.rated(log)).collection();
            assertThat(drafted.topics())
                    .extracting(Topic::filters)
                    .containsExactly("{\"publishers\":[\"Harbour Gazette\"],\"published_to\":\"2025-03-31\"}");
            drafted.write(folder.resolve("drafted"), Map.of());
            assertThat(TestCollection.read(folder.resolve("drafted")).topics()).isEqualTo(drafted.topics());
        }
    }

    @Test
    void theSentenceAQuestionWasMadeFromIsItsEvidence() {
        DraftDataset drafted = DraftDataset.fromArticles(List.of(
                new DraftDataset.Proposal("When was it signed?", "treaty", "It was signed in 1951."),
                new DraftDataset.Proposal("What do the articles say about peace?", "peace", "")));
        assertThat(drafted.collection().topics()).extracting(Topic::id).containsExactly("a001", "a002");
        assertThat(drafted.collection().nuggets())
                .singleElement()
                .satisfies(nugget -> assertThat(nugget.evidence())
                        .containsExactly(new Nugget.Evidence("treaty", "It was signed in 1951.")));
    }
}
