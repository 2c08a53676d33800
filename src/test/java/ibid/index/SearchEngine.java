package ibid.index;

import ibid.index.cluster.TestCluster;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The engines that a test of finding runs with. OpenSearch is a real one, of one node, started once a JVM. */
public enum SearchEngine {
    LUCENE {
        @Override
        public Collection open(Path folder) {
            return new Collection(folder);
        }
    },
    OPENSEARCH {
        @Override
        public Collection open(Path folder) {
            String unused = "test" + NUMBER.incrementAndGet();
            return Collection.inCluster(folder, TestCluster.shared().address(unused));
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A collection that has nothing yet. */
    public abstract Collection open(Path folder);
}
