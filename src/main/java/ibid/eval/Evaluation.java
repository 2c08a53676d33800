package ibid.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Asks a server every topic, follow-ups in their conversations, and measures each answer. */
public final class Evaluation {

    private static final int WARM_UP = 40;   // questions asked before times count: the JVM compiles while it runs

    private final TestCollection collection;
    private final Qrels qrels;
    private final Client client;

    public Evaluation(TestCollection collection, Qrels qrels, Client client) {
        this.collection = collection;
        this.qrels = qrels;
        this.client = client;
    }

    /** @param progress told how many of how many topics are done */
    public List<Result> run(BiConsumer<Integer, Integer> progress) {
        collection.topics().stream().limit(WARM_UP).forEach(topic -> client.forget(client.ask(topic.question(), Optional.empty()).answer().path("conversation_id").asText()));
        Map<String, String> conversations = new HashMap<>();
        List<Result> results = new ArrayList<>();
        for (Topic topic : collection.topics()) {
            Client.Timed timed = client.ask(topic.question(), Optional.ofNullable(conversations.get(topic.follows())));
            conversations.put(topic.id(), timed.answer().path("conversation_id").asText());
            results.add(measure(topic, timed));
            progress.accept(results.size(), collection.topics().size());
        }
        conversations.values().stream().distinct().forEach(client::forget);
        return results;
    }

    private Result measure(Topic topic, Client.Timed timed) {
        JsonNode answer = timed.answer();
        List<String> ranking = client.search(answer.path("query").asText(), 10);
        Map<String, Integer> judged = qrels.of(topic.id());
        List<Nugget> nuggets = collection.nuggets(topic.id());
        List<String> breaches = new ArrayList<>(Invariants.breaches(answer, client::text));
        if (!client.answer(answer.path("id").asText()).equals(answer)) breaches.add("the stored answer differs from the streamed one");
        return new Result(topic, answer.path("outcome").asText(), judged.isEmpty() ? Double.NaN : Recall.at(5, ranking, judged), judged.isEmpty() ? Double.NaN : Ndcg.at(10, ranking, judged),
                vital(nuggets, answer.path("text").asText()), goldFirst(nuggets, answer), breaches, timed);
    }

    private static double vital(List<Nugget> nuggets, String text) {
        return nuggets.stream().filter(Nugget::vital).mapToInt(nugget -> nugget.foundIn(text) ? 1 : 0).average().orElse(Double.NaN);
    }

    private static boolean goldFirst(List<Nugget> nuggets, JsonNode answer) {
        for (int at = 0; at < Math.min(2, answer.path("sentences").size()); at++) {
            for (JsonNode number : answer.path("sentences").path(at).path("footnotes")) {
                JsonNode footnote = answer.path("footnotes").path(number.asInt() - 1);
                String quote = footnote.path("quote").path("exact").asText();
                String article = footnote.path("article").path("id").asText();
                if (nuggets.stream().flatMap(nugget -> nugget.evidence().stream()).anyMatch(gold -> gold.article().equals(article) && (quote.contains(gold.exact()) || gold.exact().contains(quote)))) return true;
            }
        }
        return false;
    }
}
