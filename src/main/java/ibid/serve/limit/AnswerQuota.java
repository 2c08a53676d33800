package ibid.serve.limit;

import ibid.IbidException;
import java.util.HashMap;
import java.util.Map;

/** Counts the answers that each reader has under way. Threads may share it. */
public final class AnswerQuota {

    private final Limit limit;
    private final Map<String, Integer> underWay = new HashMap<>();

    public AnswerQuota(ReaderLimits limits) {
        this.limit = limits.answers();
    }

    /**
     * Takes a place for an answer.
     *
     * @return gives the place back; to be run once
     * @throws IbidException LIMITED if the reader has as many under way as one may have
     */
    public synchronized Runnable take(Requester requester) {
        if (limit.holdsFor(requester)) {
            requester.counted().forEach(this::check);
        }
        requester.counted().forEach(counted -> underWay.merge(counted.name(), 1, Integer::sum));
        return () -> giveBack(requester);
    }

    private void check(Requester.Counted counted) {
        int most = limit.most() * counted.share();
        if (underWay.getOrDefault(counted.name(), 0) >= most) {
            throw new IbidException(
                    IbidException.Code.LIMITED,
                    "you have " + most + " answers under way, as many as one reader may have; ask again when one is"
                            + " done");
        }
    }

    private synchronized void giveBack(Requester requester) {
        for (Requester.Counted counted : requester.counted()) {
            underWay.computeIfPresent(counted.name(), (name, count) -> count == 1 ? null : count - 1);
        }
    }
}
