package ibid.serve.route;

import ibid.IbidException;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.IndexWatcher;
import io.javalin.http.Handler;

/** Whether the index is ready to answer: it has a generation, and no file in it was removed before the start. */
public final class Readiness {

    private final PassageIndex index;
    private final IndexWatcher watcher;

    public Readiness(PassageIndex index, IndexWatcher watcher) {
        this.index = index;
        this.watcher = watcher;
    }

    PassageIndex index() {
        return index;
    }

    boolean isReady() {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return watcher.isSettled() && !snapshot.generation().isEmpty();
        }
    }

    /** Wraps a handler so that it refuses requests until the index is ready. */
    public Handler required(Handler handler) {
        return context -> {
            if (!isReady()) {
                throw new IbidException(IbidException.Code.BUSY, reason());
            }
            handler.handle(context);
        };
    }

    private String reason() {
        return index.damage().isPresent()
                ? "the index was damaged and is being made anew from the articles; ask again in a moment"
                : "Ibid has just been started and is looking through the articles; ask again in a moment";
    }
}
