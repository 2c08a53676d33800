package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import ibid.api.Turn;
import ibid.ask.AnswerEvent;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.UserQuestion;
import ibid.log.TurnJson;
import ibid.log.TurnLog;
import ibid.search.SearchFilters;
import ibid.search.rewrite.EarlierTurn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Answers questions on threads of their own and stores them, whether or not anybody listens; remembers the events of recent ones. */
final class LiveAnswers {

    private static final int MOST_AT_ONCE = 64;
    private static final int REMEMBERED = 256;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ask ask;
    private final TurnLog log;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Map<String, LiveAnswer> answers = new ConcurrentHashMap<>();

    LiveAnswers(Ask ask, TurnLog log) {
        this.ask = ask;
        this.log = log;
    }

    Optional<LiveAnswer> find(String id) {
        return Optional.ofNullable(answers.get(id));
    }

    /**
     * @param conversation an existing one, or empty for a new one
     * @param provisional  whether the events are to hold a language model's text before it is checked
     */
    LiveAnswer start(String question, Optional<String> conversation, SearchFilters filters, boolean provisional) {
        if (conversation.isPresent() && log.conversation(conversation.get()).isEmpty()) {
            throw new IbidException(
                    IbidException.Code.NOT_FOUND,
                    "no conversation “" + conversation.get() + "”; leave “conversation_id” out to start one");
        }
        if (!places.tryAcquire())
            throw new IbidException(
                    IbidException.Code.BUSY, MOST_AT_ONCE + " questions are being answered; ask again in a moment");
        forgetOld();
        LiveAnswer live = new LiveAnswer(UUID.randomUUID().toString());
        answers.put(live.id(), live);
        Instant created = Instant.now();
        String belongsTo = conversation.orElseGet(() -> UUID.randomUUID().toString());
        log.begin(belongsTo, question, created);
        live.add(
                "answer.created",
                JSON.createObjectNode()
                        .put("id", live.id())
                        .put("conversation_id", belongsTo)
                        .put("created", created.toString())
                        .put("question", question)
                        .put("version", 1)
                        .toString());
        List<EarlierTurn> earlier = conversation.map(log::earlier).orElse(List.of());
        Thread.ofVirtual()
                .name("answer-" + live.id())
                .start(() ->
                        answer(live, belongsTo, created, new UserQuestion(question, earlier, filters), provisional));
        return live;
    }

    private void answer(
            LiveAnswer live, String conversation, Instant created, UserQuestion asking, boolean provisional) {
        long start = System.nanoTime();
        try {
            Problems.reporting(problem -> live.add("error", problem), () -> {
                AnsweredQuestion asked = ask.answer(asking, event -> {
                    if (provisional || !(event instanceof AnswerEvent.Provisional)) add(live, event);
                });
                Turn turn = new Turn(
                        live.id(),
                        conversation,
                        created,
                        asking.question(),
                        asking.filters(),
                        asked,
                        Math.round((System.nanoTime() - start) / 1e6));
                log.add(turn); // on disk before the reader sees "done"
                live.add("answer.completed", TurnJson.of(turn).toString());
            });
        } finally {
            live.finish();
            places.release();
        }
    }

    private static void add(LiveAnswer live, AnswerEvent event) {
        ObjectNode json = JSON.createObjectNode();
        switch (event) {
            case AnswerEvent.Started started ->
                live.add(
                        "stage",
                        json.put("name", TurnJson.word(started.stage()))
                                .put("state", "start")
                                .toString());
            case AnswerEvent.Done done ->
                live.add(
                        "stage",
                        json.put("name", TurnJson.word(done.stage()))
                                .put("state", "done")
                                .put("ms", done.millis())
                                .toString());
            case AnswerEvent.Found found -> {
                TurnJson.nearest(json.put("query", found.query()).putArray("passages"), found.passages());
                live.add("passages", json.toString());
            }
            case AnswerEvent.Provisional text ->
                live.add("text.delta", json.put("text", text.text()).toString());
            case AnswerEvent.Shown shown -> {
                json.set("sentence", TurnJson.sentence(shown.sentence()));
                TurnJson.footnotes(json.putArray("footnotes"), shown.footnotes());
                live.add("sentence", json.toString());
            }
        }
    }

    /** Finished answers are in the log; only their events are forgotten. */
    private void forgetOld() {
        if (answers.size() < REMEMBERED) return;
        answers.values().stream()
                .filter(live -> live.lastIfFinished().isPresent())
                .limit(REMEMBERED / 2)
                .map(LiveAnswer::id)
                .toList()
                .forEach(answers::remove);
    }
}
