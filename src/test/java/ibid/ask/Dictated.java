package ibid.ask;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.eval.Invariants;
import ibid.eval.Original;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.log.Turn;
import ibid.log.TurnJson;
import ibid.model.Prompt;
import ibid.model.ScriptedLlm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sample collection asked with a scripted language model; whatever happens, the answer is one that may be stored and shown. */
final class Dictated implements AutoCloseable {

    static final String QUESTION = "How much was the ferry Aurelia sold for?";
    static final String TRUE = "The ferry Aurelia was sold to Bergen for two million crowns.";

    private final ScriptedLlm llm = new ScriptedLlm();
    private final List<Event> events = new ArrayList<>();
    private final Collection collection;
    private final Ask ask;

    Dictated(Path folder) {
        collection = Samples.collection(folder);
        ask = Samples.written(collection, llm);
    }

    ScriptedLlm llm() {
        return llm;
    }

    /** Of all that was asked. */
    List<Event> events() {
        return events;
    }

    Collection collection() {
        return collection;
    }

    Asked asked(Asking asking) {
        Asked asked = ask.answer(asking, events::add);
        Turn turn = new Turn("id", "conversation", Instant.EPOCH, asking.question(), asked, 1);
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(Invariants.breaches(TurnJson.of(turn), id -> snapshot.article(new ArticleId(id)).map(article -> Original.of(article, snapshot.copies().originOf(article.id()))))).isEmpty();
        }
        return asked;
    }

    Asked asked() {
        return asked(new Asking(QUESTION));
    }

    static Answer.Cited cited(Asked asked) {
        assertThat(asked.answer()).isInstanceOf(Answer.Cited.class);
        return (Answer.Cited) asked.answer();
    }

    /** The mark of the passage with these words. */
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
