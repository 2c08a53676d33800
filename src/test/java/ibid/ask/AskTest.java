package ibid.ask;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Note;
import ibid.index.Collection;
import ibid.search.FakeRetriever;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.SearchFilters;
import ibid.search.rewrite.EarlierTurn;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskTest {

    @TempDir
    private Path folder;

    private Collection collection;
    private Ask ask;
    private final List<AnswerEvent> events = new ArrayList<>();

    @BeforeEach
    void open() {
        collection = Samples.collection(folder);
        ask = Samples.ask(collection);
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Answer answer(String question) {
        return ask.answer(new UserQuestion(question), events::add).answer();
    }

    @Test
    void answersWithFootnotesToTheExactWords() {
        Answer.Cited cited = (Answer.Cited) answer("How much was the ferry Aurelia sold for?");
        assertThat(cited.text()).startsWith("The ferry Aurelia was sold to Bergen for two million crowns. [1]");
        assertThat(cited.footnotes().getFirst().quote().exact())
                .isEqualTo("The ferry Aurelia was sold to Bergen for two million crowns.");
    }

    @Test
    void aCopyIsASecondFootnoteOfTheSameSentence() {
        Answer.Cited cited = (Answer.Cited) answer("How much was the ferry Aurelia sold for?");
        assertThat(cited.sentences().getFirst().footnotes()).containsExactly(1, 2);
        assertThat(cited.footnotes().subList(0, 2))
                .extracting(note -> note.article().id().value())
                .containsExactlyInAnyOrder("ferry", "copy");
    }

    @Test
    void aFootnoteHasTheArticlesOwnNotes() {
        Answer.Cited cited = (Answer.Cited) answer("How much was the ferry Aurelia sold for?");
        Footnote ferry = cited.footnotes().stream()
                .filter(note -> note.article().id().value().equals("ferry"))
                .findFirst()
                .orElseThrow();
        assertThat(ferry.notes()).extracting(Note::label).containsExactly("1");
    }

    @Test
    void aQuoteHasItsPrefixAndSuffix() {
        Answer.Cited cited = (Answer.Cited) answer("Who announced the sale on Monday?");
        QuoteSelector quote = cited.footnotes().getFirst().quote();
        assertThat(quote.exact()).startsWith("Anna Berg, the harbour master");
        assertThat(quote.prefix()).endsWith("two million crowns. ");
        assertThat(quote.suffix()).startsWith(" She had waited");
    }

    @Test
    void abstainsWithTheNearestPassagesAndNoFootnote() {
        assertThat(answer("What did Kylie Minogue do?")).isInstanceOfSatisfying(Answer.Abstained.class, abstained -> {
            assertThat(abstained.reason()).isEqualTo(Answer.Reason.NOT_ANSWERED);
            assertThat(abstained.missing()).isEqualTo("The articles do not mention Kylie Minogue.");
            assertThat(abstained.nearest()).hasSize(3);
        });
    }

    @Test
    void aRefusalShowsTheClosestSentence() {
        assertThat(answer("Had Zorro refused the engines that nobody had tested?"))
                .isInstanceOfSatisfying(Answer.Abstained.class, abstained -> {
                    assertThat(abstained.missing()).isEqualTo("The articles do not mention Zorro.");
                    assertThat(abstained.closest().orElseThrow().excerpt())
                            .isEqualTo("The insurers refused the engines because nobody had tested them.");
                });
    }

    @Test
    void smallTalkIsRepliedToWithoutASearch() {
        Ask withoutSearch = Samples.ask(collection, new FakeRetriever((query, depth) -> {
            throw new IllegalStateException("searched for " + query.text());
        }));
        AnsweredQuestion asked = withoutSearch.answer(new UserQuestion("hello"), events::add);
        assertThat(asked.answer()).isInstanceOfSatisfying(Answer.Abstained.class, abstained -> {
            assertThat(abstained.reason()).isEqualTo(Answer.Reason.NOT_A_QUESTION);
            assertThat(abstained.missing()).startsWith("Hello. Ibid answers questions");
            assertThat(abstained.suggestions()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        });
        assertThat(events).isEmpty();
    }

    @Test
    void aFollowUpAfterSmallTalkGoesOnWithTheQuestionBefore() {
        List<EarlierTurn> earlier = List.of(
                new EarlierTurn("What is the Aurelia?", "What is the Aurelia?", ""),
                new EarlierTurn("ok, thanks", "ok, thanks", ""));
        UserQuestion question = new UserQuestion("How much was it sold for?", earlier, SearchFilters.NONE);
        assertThat(ask.answer(question, event -> {}).query()).isEqualTo("How much was the Aurelia sold for?");
    }

    @Test
    void abstainsForAnotherReasonWhereFiltersAdmitNothing() {
        AnsweredQuestion asked = ask.answer(
                new UserQuestion(
                        "How much was the ferry Aurelia sold for?",
                        List.of(),
                        SearchFilters.NONE.asOf(LocalDate.parse("2020-01-01"))),
                event -> {});
        assertThat(asked.answer())
                .isInstanceOfSatisfying(
                        Answer.Abstained.class,
                        abstained -> assertThat(abstained.reason()).isEqualTo(Answer.Reason.NOTHING_RETRIEVED));
    }

    @Test
    void aFollowUpIsSearchedInItsOwnWords() {
        AnsweredQuestion asked = ask.answer(
                new UserQuestion(
                        "How much was it sold for?",
                        List.of(new EarlierTurn("What is the Aurelia?", "What is the Aurelia?", "")),
                        SearchFilters.NONE),
                event -> {});
        assertThat(asked.query()).isEqualTo("How much was the Aurelia sold for?");
        assertThat(asked.answer()).isInstanceOf(Answer.Cited.class);
    }

    @Test
    void reportsItsStagesInOrderAndEachSentenceOnce() {
        Answer.Cited cited = (Answer.Cited) answer("How much was the ferry Aurelia sold for?");
        assertThat(events.stream()
                        .filter(AnswerEvent.Started.class::isInstance)
                        .map(event -> ((AnswerEvent.Started) event).stage()))
                .containsExactly(AnswerEvent.Stage.values());
        assertThat(events.stream()
                        .filter(AnswerEvent.Shown.class::isInstance)
                        .map(event -> ((AnswerEvent.Shown) event).sentence()))
                .isEqualTo(cited.sentences());
        assertThat(events).filteredOn(AnswerEvent.Found.class::isInstance).hasSize(1);
    }

    @Test
    void aRemovedArticleLeavesEveryAnswer() {
        collection.without("ferry.md").without("copy.md").update();
        assertThat(answer("How much was the ferry Aurelia sold for?")).isInstanceOf(Answer.Abstained.class);
    }

    @Test
    void anArticleRemovedWhileItIsAnsweredFromIsNotInTheAnswer() {
        AnsweredQuestion asked = ask.answer(new UserQuestion("How much was the ferry Aurelia sold for?"), event -> {
            if (event instanceof AnswerEvent.Found
                    && collection.folder().files().size() == 3) {
                collection.without("ferry.md").update();
            }
        });
        assertThat(((Answer.Cited) asked.answer()).footnotes())
                .extracting(note -> note.article().id().value())
                .containsOnly("copy");
    }

    @Test
    void everyPartOfAQuestionIsAnsweredFromOneGeneration() {
        List<Integer> asked = new ArrayList<>();
        HybridRetriever retriever = new HybridRetriever(collection.index(), text -> {
            asked.add(1);
            collection
                    .with("more" + asked.size(), "Desk", "2025-01-01", "More about it came.")
                    .update();
            return collection.embedder().embed(text);
        });
        List<Ranking> rankings =
                retriever.retrieve(List.of(new Query("the ferry"), new Query("the bridge")), query -> 3);
        assertThat(rankings).hasSize(2);
        assertThat(rankings.getFirst().generation())
                .isEqualTo(rankings.getLast().generation());
    }
}
