package ibid.serve.route;

import ibid.IbidException;
import ibid.access.ReaderId;
import ibid.api.AnswerBody;
import ibid.api.AnswerRequest;
import ibid.api.EventBody;
import ibid.api.ProblemBody;
import ibid.api.Turn;
import ibid.ask.AnswerEvent;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.UserQuestion;
import ibid.log.AskedQuestion;
import ibid.log.QuestionLog;
import ibid.log.TurnLog;
import ibid.serve.caller.Asker;
import ibid.serve.http.Problems;
import ibid.serve.http.RequestPool;
import ibid.serve.limit.AnswerQuota;
import ibid.serve.metrics.ServerMetrics;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * Answers questions on threads of its own and stores the answers, with or without listeners. Keeps the events of recent
 * answers. Threads may share it.
 */
public final class LiveAnswers implements AutoCloseable {

    private static final Duration MAX_STOP_TIME = Duration.ofSeconds(5); // within the 10 s that stopping may take
    private static final int MAX_KEPT = 256; // answers with their events
    private static final int EVENTS_VERSION = 1;
    private static final String DELETED = "this was deleted before it was answered; nothing is stored";
    private static final String OTHER_REQUEST = "this Idempotency-Key was sent with another request; make a new one";
    private static final String INTERRUPTED = "Ibid was stopped before this was answered; ask it again";
    private static final double NANOS_IN_MILLI = 1e6;

    private final Ask ask;
    private final TurnLog log;
    private final ServerMetrics metrics;
    private final AnswerQuota quota;
    private final RequestPool pool;
    private final Map<String, LiveAnswer> answers = new ConcurrentHashMap<>();
    private final KeyLocks keys = new KeyLocks();

    /** An accepted request with its conversation. */
    private record Job(LiveAnswer live, AskedQuestion asked, UserQuestion question, boolean provisional) {}

    public LiveAnswers(Ask ask, TurnLog log, ServerMetrics metrics, AnswerQuota quota) {
        this.quota = quota;
        this.pool = AnswerPool.of(ask);
        this.ask = ask;
        this.log = log;
        this.metrics = metrics;
        log.questions().endInterrupted(INTERRUPTED, Instant.now());
        metrics.watch("questions", pool);
    }

    /** A running or recently finished answer. */
    Optional<LiveAnswer> find(String id) {
        return Optional.ofNullable(answers.get(id));
    }

    /** The threads that answer. */
    public RequestPool pool() {
        return pool;
    }

    /**
     * Starts the answer to a request, or gives the answer that was started with the same key. Reads and writes the log:
     * for a thread that may wait.
     */
    public LiveAnswer start(Asker asker, AnswerRequest request, Optional<AskedQuestion.Key> key) {
        if (key.isEmpty()) {
            return startNew(asker, request, key);
        }
        return keys.holding(
                key.get().value(), () -> startedWith(key.get()).orElseGet(() -> startNew(asker, request, key)));
    }

    /** Empty if nothing was asked with the key, or if it was not answered. */
    private Optional<LiveAnswer> startedWith(AskedQuestion.Key key) {
        Optional<QuestionLog.Stored> stored = log.questions().withKey(key.value(), Instant.now());
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        if (!stored.get().request().equals(key.request())) {
            throw new HttpResponseException(422, OTHER_REQUEST);
        }
        log.questions().requireNotElsewhere(stored.get(), Instant.now());
        String id = stored.get().id();
        return find(id).filter(live -> !live.hasFailed())
                .or(() -> log.answer(id).map(LiveAnswer::of));
    }

    private LiveAnswer startNew(Asker asker, AnswerRequest request, Optional<AskedQuestion.Key> key) {
        Optional<String> existing = request.conversation();
        existing.ifPresent(conversation -> checkExists(asker.reader(), conversation));
        UserQuestion question = new UserQuestion(
                request.question(), existing.map(log::earlier).orElse(List.of()), request.searchFilters());
        return start(asker, existing, question, request.provisional(), key);
    }

    /**
     * Starts an answer in a conversation, or a new one; refuses if too many are under way.
     *
     * @param provisional whether its events have a language model's words before they are checked
     */
    public LiveAnswer start(Asker asker, Optional<String> existing, UserQuestion question, boolean provisional) {
        return start(asker, existing, question, provisional, Optional.empty());
    }

    /** The question is on disk before the work begins. */
    private LiveAnswer start(
            Asker asker,
            Optional<String> existing,
            UserQuestion question,
            boolean provisional,
            Optional<AskedQuestion.Key> key) {
        long since = System.nanoTime();
        pool.requireShortWait(); // before anything is written
        LiveAnswer live = new LiveAnswer(newId(), existing.orElseGet(LiveAnswers::newId));
        ReaderId reader = asker.reader();
        AskedQuestion asked = new AskedQuestion(
                live.id(), reader, live.conversation(), existing.isPresent(), Instant.now(), question.question(), key);
        live.onEnd(quota.take(asker.counted()));
        boolean started = false;
        try {
            if (!log.questions().ask(asked)) {
                throw deleted();
            }
            submit(since, new Job(live, asked, question, provisional));
            started = true;
            return live;
        } finally {
            if (!started) {
                live.end(failed("the answer was not started")); // gives its place back
            }
        }
    }

    private void submit(long since, Job job) {
        LiveAnswer live = job.live();
        forgetOld();
        answers.put(live.id(), live);
        try {
            Future<?> running = pool.submit(
                    since, () -> run(job), () -> live.end(failed(pool.tooMany())), () -> live.stop(failed(late())));
            live.onStop(() -> running.cancel(true));
        } catch (IbidException full) {
            withdraw(job);
            throw full;
        }
    }

    /** One that was not begun. */
    private void withdraw(Job job) {
        answers.remove(job.live().id());
        log.questions().withdraw(job.asked());
    }

    private String late() {
        return "not answered within " + pool.limit().toMinutes() + " minutes; ask again, or ask for less";
    }

    private static EventBody.Failed failed(String reason) {
        return new EventBody.Failed(Problems.body(503, reason));
    }

    private void checkExists(ReaderId reader, String conversation) {
        if (!log.owners().ownsConversation(reader, conversation)) {
            throw new IbidException(
                    IbidException.Code.NOT_FOUND,
                    "no conversation “" + conversation + "”; leave “conversation_id” out to start one");
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private void run(Job job) {
        LiveAnswer live = job.live();
        if (live.isFinished()) {
            withdraw(job); // it waited too long
            return;
        }
        try {
            Problems.reporting(problem -> live.end(new EventBody.Failed(problem)), () -> answer(job));
        } finally {
            live.end(new EventBody.Failed(Problems.body(500, "the answer broke off"))); // after an Error
            live.problem().ifPresent(problem -> noteFailure(live, problem));
        }
    }

    private void noteFailure(LiveAnswer live, ProblemBody problem) {
        Thread.interrupted(); // or the log could not be written
        log.questions().fail(live.id(), problem.detail());
    }

    /** Stores the answer before a reader sees that it is complete; one that was stopped is not stored. */
    private void answer(Job job) {
        long start = System.nanoTime();
        LiveAnswer live = job.live();
        if (!live.addMade(() -> created(job))) {
            return;
        }
        AnsweredQuestion answered = ask.answer(job.question(), event -> {
            if (job.provisional() || !(event instanceof AnswerEvent.Provisional)) {
                live.add(EventBody.of(event));
            }
        });
        long millis = Math.round((System.nanoTime() - start) / NANOS_IN_MILLI);
        live.endMade(() -> completed(job, answered, millis));
    }

    private EventBody created(Job job) {
        LiveAnswer live = job.live();
        String question = job.question().question();
        return new EventBody.Created(live.id(), live.conversation(), job.asked().created(), question, EVENTS_VERSION);
    }

    private EventBody completed(Job job, AnsweredQuestion answered, long millis) {
        LiveAnswer live = job.live();
        UserQuestion asked = job.question();
        Turn turn = new Turn(
                live.id(),
                live.conversation(),
                job.asked().created(),
                asked.question(),
                asked.filters(),
                answered,
                millis);
        AnswerBody answer = AnswerBody.of(turn);
        if (!log.add(answer)) {
            throw deleted();
        }
        metrics.answered(answer);
        return new EventBody.Completed(answer);
    }

    /** Stops an answer under way; false if there is none, or if it is complete. */
    boolean stop(String id) {
        LiveAnswer live = answers.get(id);
        return live != null && live.stop(failed("the answer was stopped"));
    }

    /** Stops the answers of a deleted conversation and forgets their events. Call it after the deletion. */
    void forget(String conversation) {
        List.copyOf(answers.values()).stream()
                .filter(live -> live.conversation().equals(conversation))
                .forEach(live -> forgetAnswer(live.id()));
    }

    /** The same with one answer. */
    void forgetAnswer(String id) {
        LiveAnswer live = answers.remove(id);
        if (live != null) {
            live.cancel(new EventBody.Failed(Problems.body(404, DELETED)));
        }
    }

    private static IbidException deleted() {
        return new IbidException(IbidException.Code.NOT_FOUND, DELETED);
    }

    /** Removes old finished answers. They remain in the log; only their events are lost. */
    private void forgetOld() {
        if (answers.size() < MAX_KEPT) {
            return;
        }
        List<String> finished = answers.values().stream()
                .filter(LiveAnswer::isFinished)
                .limit(MAX_KEPT / 2)
                .map(LiveAnswer::id)
                .toList();
        finished.forEach(answers::remove);
    }

    /** Lets what is under way end for some seconds, then stops it. Takes no questions after this. */
    @Override
    public void close() {
        try {
            pool.finish(MAX_STOP_TIME);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        answers.values().forEach(live -> live.stop(failed("the server is stopping; ask again in a moment")));
        pool.close();
    }
}
