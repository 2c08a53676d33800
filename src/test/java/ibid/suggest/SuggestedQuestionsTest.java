package ibid.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.extract.Rankings;
import ibid.ask.Answer;
import ibid.ask.Ask;
import ibid.ask.Samples;
import ibid.ask.UserQuestion;
import ibid.index.Collection;
import ibid.search.HybridRetriever;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestedQuestionsTest {

    @TempDir
    private Path folder;

    @Test
    void everySuggestionIsAnsweredWhenAsked() {
        try (Collection collection = Samples.collection(folder)) {
            Ask ask = Samples.ask(collection);
            assertThat(all(Samples.suggestions(collection)))
                    .isNotEmpty()
                    .allSatisfy(question -> assertThat(ask.answer(new UserQuestion(question), event -> {})
                                    .answer())
                            .as(question)
                            .isInstanceOf(Answer.Cited.class));
        }
    }

    @Test
    void theyFollowTheCollection() {
        try (Collection collection = Samples.collection(folder)) {
            SuggestedQuestions suggestions = Samples.suggestions(collection);
            assertThat(all(suggestions))
                    .anyMatch(question -> question.contains("Bergen") || question.contains("Aurelia"));
            collection.without("ferry.md").without("copy.md").update();
            assertThat(all(suggestions))
                    .noneMatch(question -> question.contains("Bergen") || question.contains("Aurelia"));
        }
    }

    private static List<String> all(SuggestedQuestions suggestions) {
        suggestions.findAll(() -> {});
        return suggestions.sample(20);
    }

    @Test
    void whatIsFoundInAFewSecondsIsOfferedAndTheSearchGoesOnFromThere() {
        try (Collection collection = Samples.collection(folder)) {
            AtomicLong minutes = new AtomicLong(); // each look at the clock takes a minute
            SuggestedQuestions slow = new SuggestedQuestions(
                    new HybridRetriever(collection.index(), collection.embedder()),
                    Rankings.writer(),
                    collection.index(),
                    () -> Duration.ofMinutes(minutes.incrementAndGet()).toNanos());
            List<String> all = all(Samples.suggestions(collection));
            List<String> first = slow.sample(20);
            assertThat(first).hasSizeLessThan(all.size());
            assertThat(slow.isComplete()).isFalse();
            List<String> last = first;
            for (int call = 0; call < 20 && !last.equals(all); call++) {
                assertThat(all).containsAll(last);
                last = slow.sample(20);
            }
            assertThat(last).isEqualTo(all);
            assertThat(slow.isComplete()).isTrue();
        }
    }

    @Test
    void anEmptyCollectionSuggestsNothing() {
        try (Collection collection = new Collection(folder)) {
            collection.update();
            assertThat(Samples.suggestions(collection).sample(4)).isEmpty();
        }
    }

    @Test
    void thoseNearAQuestionShareItsTermsAndAreAnswered() {
        try (Collection collection = Samples.collection(folder)) {
            Ask ask = Samples.ask(collection);
            List<String> near = near(collection, "How many passengers had the Aurelia in winter?");
            assertThat(near).first().asString().contains("Aurelia");
            assertThat(near)
                    .allSatisfy(question -> assertThat(ask.answer(new UserQuestion(question), event -> {})
                                    .answer())
                            .as(question)
                            .isInstanceOf(Answer.Cited.class));
        }
    }

    @Test
    void otherQuestionsGetOtherSuggestions() {
        try (Collection collection = Samples.collection(folder)) {
            assertThat(near(collection, "Who painted the Aurelia?"))
                    .isNotEqualTo(near(collection, "Who designed the trams of the Sunday bridge?"));
        }
    }

    @Test
    void aQuestionWithNothingNearGetsSuggestionsBeforeAnyWereLookedFor() {
        try (Collection collection = Samples.collection(folder)) {
            SuggestedQuestions suggestions = Samples.suggestions(collection);
            assertThat(suggestions.nearest(Rankings.of(collection, "Zzyzx qwrtp?"), 2))
                    .isNotEmpty()
                    .isEqualTo(suggestions.offered(2));
        }
    }

    private static List<String> near(Collection collection, String question) {
        return Samples.suggestions(collection).nearest(Rankings.of(collection, question), 2);
    }
}
