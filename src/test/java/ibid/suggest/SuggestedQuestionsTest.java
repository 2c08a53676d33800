package ibid.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.ask.Answer;
import ibid.ask.Ask;
import ibid.ask.Samples;
import ibid.ask.UserQuestion;
import ibid.index.Collection;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestedQuestionsTest {

    @TempDir
    private Path folder;

    @Test
    void everySuggestionIsAnsweredWhenAsked() {
        try (Collection collection = Samples.collection(folder)) {
            Ask ask = Samples.ask(collection);
            assertThat(Samples.suggestions(collection).sample(10))
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
            assertThat(suggestions.sample(10))
                    .anyMatch(question -> question.contains("Bergen") || question.contains("Aurelia"));
            collection.without("ferry.md").without("copy.md").update();
            assertThat(suggestions.sample(10))
                    .noneMatch(question -> question.contains("Bergen") || question.contains("Aurelia"));
        }
    }

    @Test
    void anEmptyCollectionSuggestsNothing() {
        try (Collection collection = new Collection(folder)) {
            collection.update();
            assertThat(Samples.suggestions(collection).sample(4)).isEmpty();
        }
    }
}
