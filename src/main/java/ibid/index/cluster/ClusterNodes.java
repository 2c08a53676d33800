package ibid.index.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The nodes that are asked, in turn; one that did not answer is passed over for some seconds. Threads may share it. */
final class ClusterNodes {

    static final Duration PASSED_OVER = Duration.ofSeconds(10); // a restart takes some 20 s

    private final List<URI> all;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, Long> failedAt = new ConcurrentHashMap<>();
    private final Map<URI, String> ids = new ConcurrentHashMap<>();

    ClusterNodes(List<URI> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The next one that is not passed over, or the next one if all are.
     *
     * @param tried not this one, if there is another
     */
    URI next(Optional<URI> tried) {
        List<URI> some = new ArrayList<>(well());
        if (some.size() > 1) {
            tried.ifPresent(some::remove);
        }
        return some.get(Math.floorMod(turn.getAndIncrement(), some.size()));
    }

    /** Those that are not passed over, or all if all are. */
    List<URI> well() {
        List<URI> well = all.stream().filter(node -> !isPassedOver(node)).toList();
        return well.isEmpty() ? all : well;
    }

    boolean areAllWell() {
        return all.stream().noneMatch(this::isPassedOver);
    }

    private boolean isPassedOver(URI node) {
        Long failed = failedAt.get(node);
        return failed != null && System.nanoTime() - failed < PASSED_OVER.toNanos();
    }

    void failed(URI node) {
        failedAt.put(node, System.nanoTime());
    }

    void answered(URI node) {
        failedAt.remove(node);
    }

    List<URI> unnamed() {
        return all.stream().filter(node -> !ids.containsKey(node)).toList();
    }

    /** @param id by which the cluster knows the node, or empty if it does not say */
    void name(URI node, String id) {
        ids.put(node, id);
    }

    void forget(URI node) {
        ids.remove(node);
    }

    /**
     * By which shards to search while a node is passed over: those of the others. A node that is asked looks for each
     * shard at any node that has it, and would wait for one that is frozen.
     */
    Optional<String> preference() {
        List<String> preferred = new ArrayList<>();
        for (URI node : well()) {
            String id = ids.getOrDefault(node, "");
            if (!id.isEmpty()) {
                preferred.add(id);
            }
        }
        boolean isAny = preferred.isEmpty() || preferred.size() == all.size();
        return isAny ? Optional.empty() : Optional.of("_prefer_nodes:" + String.join(",", preferred));
    }
}
