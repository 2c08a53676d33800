package ibid.serve.route;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.AnswerRequest;
import ibid.api.EventBody;
import ibid.api.Turn;
import ibid.ask.AnswerEvent;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.UserQuestion;
import ibid.log.TurnLog;
import ibid.serve.http.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Answers questions on separate threads and stores the answers, with or without listeners. Keeps the events of recent
 * answers. Threads may share it.
 */
public final class LiveAnswers {

    private static final int MAX_AT_ONCE = 64;
    private static final int MAX_KEPT = 256; // answers with their events
    private static final int EVENTS_VERSION = 1;
    private static final String DELETED = "the conversation was deleted before this answer was done; it is not stored";
    private static final double NANOS_IN_MILLI = 1e6;

    private final Ask ask;
    private final TurnLog log;
    private final Semaphore places = new Semaphore(MAX_AT_ONCE);
    private final Map<String, LiveAnswer> answers = new ConcurrentHashMap<>();

    /** An accepted request with its conversation. */
    private record Job(LiveAnswer live, boolean isFollowUp, Instant created, UserQuestion question) {

        String conversation() {
            return live.conversation();
        }
    }

    public LiveAnswers(Ask ask, TurnLog log) {
        this.ask = ask;
        this.log = log;
    }

    /** A running or recently finished answer. */
    Optional<LiveAnswer> find(String id) {
        return Optional.ofNullable(answers.get(id));
    }

    /** Starts the answer to a request. */
    public LiveAnswer start(AnswerRequest request) {
        Optional<String> existing = request.conversation();
        existing.ifPresent(this::checkExists);
        UserQuestion question = new UserQuestion(
                request.question(), existing.map(log::earlier).orElse(List.of()), request.searchFilters());
        return start(existing, question, request.provisional());
    }

    /**
     * Starts an answer; refuses if too many are running.
     *
     * @param existing    the conversation it continues; empty for a new one
     * @param provisional whether its events have a language model's words before they are checked
     */
    public LiveAnswer start(Optional<String> existing, UserQuestion question, boolean provisional) {
        if (!places.tryAcquire()) {
            throw new IbidException(
                    IbidException.Code.BUSY, MAX_AT_ONCE + " questions are being answered; ask again in a moment");
        }
        LiveAnswer live = new LiveAnswer(newId(), existing.orElseGet(LiveAnswers::newId));
        Job job = new Job(live, existing.isPresent(), Instant.now(), question);
        forgetOld();
        answers.put(live.id(), live);
        Thread.ofVirtual().name("answer-" + live.id()).start(() -> run(job, provisional));
        return live;
    }

    private void checkExists(String conversation) {
        if (log.conversation(conversation).isEmpty()) {
            throw new IbidException(
                    IbidException.Code.NOT_FOUND,
                    "no conversation “" + conversation + "”; leave “conversation_id” out to start one");
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Stops the answers of a deleted conversation and forgets their events. Call it after the deletion. */
    void forget(String conversation) {
        for (LiveAnswer live : List.copyOf(answers.values())) {
            if (live.conversation().equals(conversation)) {
                live.cancel(new EventBody.Failed(Problems.body(404, DELETED)));
                answers.remove(live.id());
            }
        }
    }

    private static IbidException deleted() {
        return new IbidException(IbidException.Code.NOT_FOUND, DELETED);
    }

    private void announce(Job job) {
        String question = job.question().question();
        if (!job.isFollowUp()) {
            log.begin(job.conversation(), question, job.created());
        } else if (!log.goOn(job.conversation(), job.created())) {
            throw deleted();
        }
        job.live()
                .add(new EventBody.Created(
                        job.live().id(), job.conversation(), job.created(), question, EVENTS_VERSION));
    }

    private void run(Job job, boolean provisional) {
        LiveAnswer live = job.live();
        try {
            Problems.reporting(problem -> live.add(new EventBody.Failed(problem)), () -> {
                announce(job);
                live.add(new EventBody.Completed(answer(job, provisional)));
            });
        } finally {
            live.finish();
            places.release();
        }
    }

    /** Stores the answer before a reader sees that it is complete. */
    private AnswerBody answer(Job job, boolean provisional) {
        long start = System.nanoTime();
        AnsweredQuestion answered = ask.answer(job.question(), event -> {
            if (job.live().isFinished()) {
                throw deleted();
            }
            if (provisional || !(event instanceof AnswerEvent.Provisional)) {
                job.live().add(EventBody.of(event));
            }
        });
        long millis = Math.round((System.nanoTime() - start) / NANOS_IN_MILLI);
        Turn turn = new Turn(
                job.live().id(),
                job.conversation(),
                job.created(),
                job.question().question(),
                job.question().filters(),
                answered,
                millis);
        AnswerBody answer = AnswerBody.of(turn);
        if (!log.add(answer)) {
            throw deleted();
        }
        return answer;
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
}
