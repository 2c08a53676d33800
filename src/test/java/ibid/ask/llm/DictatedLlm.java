package ibid.ask.llm;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.Turn;
import ibid.article.ArticleId;
import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.Samples;
import ibid.ask.SourceArticle;
import ibid.ask.UserQuestion;
import ibid.eval.client.OriginalArticle;
import ibid.eval.measure.Invariants;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.model.Prompt;
import ibid.model.ScriptedLlm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sample collection with a scripted language model. Checks that every answer can be stored and shown. */
final class DictatedLlm implements AutoCloseable {

    static final String QUESTION = "How much was the ferry Aurelia sold for?";
    static final String TRUE = "The ferry Aurelia was sold to Bergen for two million crowns.";

    private final ScriptedLlm llm = new ScriptedLlm();
    private final List<AnswerEvent> events = new ArrayList<>();
    private final Collection collection;
    private final Ask ask;

    DictatedLlm(Path folder) {
        collection = Samples.collection(folder);
        ask = Samples.written(collection, llm);
    }

    ScriptedLlm llm() {
        return llm;
    }

    /** The prompts of all calls. */
    List<AnswerEvent> events() {
        return events;
    }

    Collection collection() {
        return collection;
    }

    AnsweredQuestion asked(UserQuestion asking) {
        AnsweredQuestion asked = ask.answer(asking, events::add);
        Turn turn = new Turn("id", "conversation", Instant.EPOCH, asking.question(), asked, 1);
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(Invariants.breaches(
                            AnswerBody.of(turn),
                            id -> snapshot.article(new ArticleId(id))
                                    .map(article -> new OriginalArticle(
                                            ArticleBody.of(SourceArticle.of(article, snapshot)), article.text()))))
                    .isEmpty();
        }
        return asked;
    }

    AnsweredQuestion asked() {
        return asked(new UserQuestion(QUESTION));
    }

    static Answer.Cited cited(AnsweredQuestion asked) {
        assertThat(asked.answer()).isInstanceOf(Answer.Cited.class);
        return (Answer.Cited) asked.answer();
    }

    /** The mark of the passage that contains these words. */
    static String mark(Prompt.Filled prompt, String words) {
        String before = prompt.user().substring(0, prompt.user().indexOf(words));
        int at = before.lastIndexOf("mark=\"") + 6;
        return "[" + before.substring(at, before.indexOf('"', at)) + "]";
    }

    @Override
    public void close() {
        collection.close();
    }
}
