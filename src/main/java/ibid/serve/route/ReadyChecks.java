package ibid.serve.route;

import ibid.IbidException;
import ibid.api.collection.StatusBody;
import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.cluster.PassageCluster;
import ibid.library.FileState;
import ibid.log.TurnLog;
import ibid.serve.http.RequestPool;
import ibid.verify.Verifier;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must hold for the server to answer: the articles were looked through, the index can be read, the log can be
 * written, the models load, a question would be accepted, the disk has room, the warm-up is over. Threads may share it.
 */
public final class ReadyChecks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyChecks.class);
    private static final long MIN_FREE_MB =
            100; // an answer takes 20 KB; merging the index of some thousand articles less
    private static final Duration MAX_TIME = Duration.ofSeconds(2); // a write takes milliseconds
    private static final int MAX_WAITING = 16; // supervisors that ask at the same time

    private final Readiness readiness;
    private final PassageIndex index;
    private final TurnLog log;
    private final RequestPool answering;
    private final WarmUp warmUp;
    private final Verifier verifier;
    private final RequestPool prober = new RequestPool("readiness checks", 1, MAX_WAITING, MAX_TIME);

    /** Apart from the other checks: loading a model may take longer than they may. */
    private final RequestPool loader = new RequestPool("checks of the models", 1, MAX_WAITING, MAX_TIME);

    private volatile boolean isModelLoaded; // what was loaded stays so

    /** @param answering the threads that answer */
    public ReadyChecks(Readiness readiness, TurnLog log, RequestPool answering, WarmUp warmUp, Verifier verifier) {
        this.readiness = readiness;
        this.index = readiness.index();
        this.log = log;
        this.answering = answering;
        this.warmUp = warmUp;
        this.verifier = verifier;
    }

    /** Has them loaded on a thread of its own, so that the first look need not wait; what is wrong each look tells. */
    public void loadModels() {
        Thread.ofPlatform().daemon().name("load-models").start(() -> {
            try {
                requireModels();
            } catch (IbidException | CancellationException untilLater) {
                LOG.debug("the models are not loaded", untilLater);
            }
        });
    }

    public boolean areModelsLoaded() {
        return isModelLoaded;
    }

    /** What fails, each with the mend; empty if the server is ready. Waits for some seconds at most. */
    List<StatusBody.FailingCheck> failing() throws Exception {
        List<StatusBody.FailingCheck> failing = new ArrayList<>();
        if (!readiness.isReady()) {
            add(failing, "articles", Optional.of("the articles are being looked through; wait a moment"));
        }
        if (!answering.hasPlace()) {
            add(failing, "places", Optional.of(answering.places() + " questions are under way; wait a moment"));
        }
        add(failing, "index", index());
        add(failing, "search", search());
        add(failing, "log", log());
        add(failing, "models", models());
        add(failing, "disk", disk());
        add(failing, "warm-up", warmUp());
        return failing;
    }

    private Optional<String> warmUp() {
        String obstacle = warmUp.obstacle();
        String soFar = obstacle.isEmpty() ? "" : " (so far: " + obstacle + ")";
        return warmUp.isUnderWay()
                ? Optional.of(
                        "Ibid asks itself some questions, so that the first readers do not wait; wait a moment" + soFar)
                : Optional.empty();
    }

    private static void add(List<StatusBody.FailingCheck> failing, String check, Optional<String> detail) {
        detail.ifPresent(text -> failing.add(new StatusBody.FailingCheck(check, text)));
    }

    /** Reads one article. */
    private Optional<String> index() throws Exception {
        return probed("the index", "delete the folder “index” and the file catalogue.sqlite, and restart", () -> {
            try (IndexSnapshot snapshot = index.snapshot()) {
                snapshot.files().values().stream()
                        .map(FileState::article)
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .ifPresent(id -> snapshot.article(new ArticleId(id)));
            }
        });
    }

    private Optional<String> search() throws Exception {
        Optional<PassageCluster> cluster = index.cluster();
        if (cluster.isEmpty()) {
            return Optional.empty();
        }
        try {
            return prober.call(cluster.get()::problem);
        } catch (IbidException silent) {
            return Optional.of(silent.getMessage() + "; start its nodes, or correct IBID_SEARCH");
        }
    }

    private Optional<String> log() throws Exception {
        String mend = log.isShared()
                ? "start the database, or look into its log"
                : "free the disk, make the folder writable, or end what locks it";
        return probed("the log", mend, log::checkWritable);
    }

    /** Only the checker's: without the one that embeds the server does not start. */
    private void requireModels() {
        verifier.requireModel();
        isModelLoaded = true;
    }

    private Optional<String> models() throws Exception {
        if (isModelLoaded) {
            return Optional.empty();
        }
        try {
            loader.call(() -> {
                requireModels();
                return null;
            });
            return Optional.empty();
        } catch (IbidException failed) {
            boolean isLoading = failed.code() == IbidException.Code.BUSY;
            return Optional.of(isLoading ? "the models are being loaded; wait a moment" : failed.getMessage());
        }
    }

    private Optional<String> disk() {
        try {
            long free = index.freeBytes() >> 20;
            String problem =
                    "only " + free + " MB are free where the data are; free some, " + MIN_FREE_MB + " MB are needed";
            return free < MIN_FREE_MB ? Optional.of(problem) : Optional.empty();
        } catch (UncheckedIOException gone) {
            return Optional.of(gone.getMessage() + "; bring the data folder back and start Ibid again");
        }
    }

    private Optional<String> probed(String what, String mend, Runnable probe) throws Exception {
        try {
            return prober.call(() -> {
                probe.run();
                return Optional.empty();
            });
        } catch (UncheckedIOException | IbidException failed) {
            return Optional.of(what + " does not work (" + failed.getMessage() + "); " + mend);
        }
    }

    @Override
    public void close() {
        prober.close();
        loader.close();
    }
}
