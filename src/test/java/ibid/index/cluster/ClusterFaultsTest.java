package ibid.index.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.IbidException;
import ibid.index.Collection;
import ibid.index.Stories;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node killed, and one that is stopped without being closed, while questions are asked. */
class ClusterFaultsTest {

    private static final Duration SEARCH_TIME = Duration.ofMillis(1250); // as the server has it
    private static final int STORIES = 60;
    private static final int QUESTIONS = 20;

    @TempDir
    private Path folder;

    /** How questions ended: found in full, found in part and said so, or refused. */
    private record Outcome(int whole, int partial, int refused, List<Long> millis) {

        String report(String what) {
            List<Long> sorted = millis.stream().sorted().toList();
            return what + ": " + whole + " whole, " + partial + " partial, " + refused + " refused; "
                    + sorted.get(sorted.size() / 2) + " ms at the median, " + sorted.getLast() + " at most";
        }
    }

    private static Outcome ask(Collection collection) {
        HybridRetriever retriever = new HybridRetriever(collection.index(), collection.embedder());
        int whole = 0;
        int partial = 0;
        int refused = 0;
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            long start = System.nanoTime();
            try {
                Ranking ranking = retriever.retrieve(new Query("boat near " + Stories.word(i * 11)), 10);
                assertThat(ranking.hits()).isNotEmpty();
                whole += ranking.isPartial() ? 0 : 1;
                partial += ranking.isPartial() ? 1 : 0;
            } catch (IbidException busy) {
                assertThat(busy.code()).isEqualTo(IbidException.Code.BUSY);
                refused++;
            }
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        return new Outcome(whole, partial, refused, millis);
    }

    /** Each of three nodes needs some 400 MB and ten seconds to start. */
    @Test
    void answersGoOnWhileANodeIsLost() throws Exception {
        assumeTrue(Boolean.getBoolean("faults"), "run with -DargLine=-Dfaults=true");
        try (TestCluster cluster = TestCluster.start(3);
                Collection collection = Collection.inCluster(folder, cluster.address("faults"), SEARCH_TIME)) {
            for (int i = 0; i < STORIES; i++) {
                collection.with("story" + i, "Desk", "2024-11-04", Stories.story(i));
            }
            collection.update();
            cluster.get(0, "/_cluster/health?wait_for_status=green&timeout=60s");
            ask(collection); // the first questions wait for what a node loads when it is first needed
            List<String> report = new ArrayList<>();
            report.add(ask(collection).report("well"));
            cluster.freeze(0);
            Outcome frozen = ask(collection);
            report.add(frozen.report("a node frozen"));
            cluster.thaw(0);
            cluster.await(3);
            cluster.get(1, "/_cluster/health?wait_for_status=green&timeout=60s");
            cluster.kill(1);
            Outcome killed = ask(collection);
            report.add(killed.report("a node killed"));
            collection.with("new", "Desk", "2024-11-05", "The zeppelin landed.").update();
            report.add(ask(collection).report("afterwards"));
            report.forEach(System.out::println);
            assertThat(frozen.whole() + frozen.partial()).isGreaterThan(QUESTIONS / 2);
            assertThat(killed.whole() + killed.partial()).isGreaterThan(QUESTIONS / 2);
        }
    }
}
