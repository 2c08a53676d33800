package ibid.serve.route;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.Turn;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.UserQuestion;
import ibid.serve.http.RequestPool;
import ibid.suggest.SuggestedQuestions;
import ibid.suggest.SuggestedQuestions.Proposed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks questions made from the articles, one after the other, before readers do: a first answer takes many times as
 * long as later ones, until models are loaded, connections open and code compiled. Where the search does not work it
 * tries again. Threads may share it.
 */
public final class WarmUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** Some five seconds on two cores; the last answers take a quarter of the first one's time. */
    private static final int QUESTIONS = 24;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Ask ask;
    private final RequestPool answering;
    private final Readiness readiness;
    private final SuggestedQuestions suggestions;
    private final Thread thread = Thread.ofPlatform()
            .daemon()
            .name("warm-up")
            .uncaughtExceptionHandler((thread, failure) -> LOG.error("the warm-up failed", failure))
            .unstarted(this::run);
    private volatile boolean isUnderWay;
    private volatile String obstacle = "";

    /** @param answering the threads that answer, by which it is told how long they take */
    public WarmUp(Ask ask, RequestPool answering, Readiness readiness, SuggestedQuestions suggestions) {
        this.ask = ask.quoting();
        this.answering = answering;
        this.readiness = readiness;
        this.suggestions = suggestions;
    }

    public void start() {
        isUnderWay = true;
        thread.start();
    }

    boolean isUnderWay() {
        return isUnderWay;
    }

    /** Why it could not be done so far; empty if it was not tried. */
    String obstacle() {
        return obstacle;
    }

    /** Waits for its end, as long as nothing is in its way. */
    public void await() throws InterruptedException {
        while (isUnderWay && obstacle.isEmpty() && readiness.isReady()) {
            Thread.sleep(PAUSE);
        }
    }

    private void run() {
        try {
            while (!isDone()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            isUnderWay = false; // after a bug too: what fails for one question may not keep all readers out
        }
    }

    private boolean isDone() {
        if (!readiness.isReady()) {
            return false;
        }
        try {
            List<Proposed> questions = suggestions.proposed(QUESTIONS);
            for (int i = 0; i < QUESTIONS && !questions.isEmpty(); i++) {
                UserQuestion question =
                        new UserQuestion(questions.get(i % questions.size()).question());
                answering.call(() -> answer(question));
            }
            return true;
        } catch (IbidException away) {
            obstacle = away.getMessage();
            return false;
        }
    }

    /** As a reader would get it; stored nowhere. */
    private String answer(UserQuestion question) {
        AnsweredQuestion answered = ask.answer(question, event -> {});
        Turn turn = new Turn("", "", Instant.now(), question.question(), question.filters(), answered, 0);
        return Json.write(AnswerBody.of(turn));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
