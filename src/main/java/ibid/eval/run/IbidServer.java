package ibid.eval.run;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.eval.client.ApiClient;
import ibid.eval.client.Dialogue;
import ibid.eval.client.OriginalArticle;
import ibid.eval.dataset.Nugget;
import ibid.eval.judge.ServerJudge;
import ibid.eval.measure.Invariants;
import ibid.eval.measure.Measure;
import ibid.eval.measure.StatedSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A running Ibid, asked over its own API, of which everything can be measured. */
public final class IbidServer implements MeasuredServer {

    private static final int MAX_ATTEMPTS = 10; // of 30 s each, the longest that a request is given

    private final ApiClient client;

    public IbidServer(ApiClient client) {
        this.client = client;
    }

    @Override
    public Dialogue converse() {
        return new Dialogue() {
            private Optional<String> conversation = Optional.empty();

            @Override
            public ApiClient.Timed ask(String question, String filters) {
                ApiClient.Timed asked = client.ask(question, conversation, filters);
                conversation = Optional.of(asked.answer().asked().conversationId());
                return asked;
            }

            @Override
            public void close() {
                conversation.ifPresent(IbidServer.this::forget);
            }
        };
    }

    private void forget(String conversation) {
        try {
            client.forget(conversation);
        } catch (IbidException failed) {
            return; // a conversation left on the server affects no measure
        }
    }

    @Override
    public void prepare() {
        for (int attempts = 0; attempts < MAX_ATTEMPTS && !client.suggest(); attempts++) {
            continue; // the server goes on from where it was cut off
        }
    }

    @Override
    public Optional<OriginalArticle> original(String article) {
        return client.original(article);
    }

    @Override
    public String origin(String article) {
        return client.original(article).map(OriginalArticle::origin).orElse(article);
    }

    @Override
    public List<String> breaches(AnswerBody answer) {
        List<String> breaches = new ArrayList<>(Invariants.breaches(answer, client::original));
        breaches.addAll(new StatedSupport(client::original, new ServerJudge(client)).breaches(answer));
        boolean stored = client.answer(answer.id()).equals(answer);
        if (!stored) {
            breaches.add("the stored answer differs from the streamed one");
        }
        return breaches;
    }

    @Override
    public Set<Measure> unmeasured(List<Nugget> nuggets, AnswerBody answer) {
        return Set.of();
    }
}
