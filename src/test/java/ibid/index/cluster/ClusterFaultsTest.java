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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node killed, and one that is stopped without being closed, while questions are asked. */
class ClusterFaultsTest {

    private static final Duration SEARCH_TIME = Duration.ofMillis(1250); // as the server has it
    private static final int STORIES = 60;
    private static final int QUESTIONS = 20;
    private static final int AT_ONCE = 6;

    private interface Fault {

        void strike() throws Exception;
    }

    @TempDir
    private Path folder;

    /** How questions ended: found in full, found in part and said so, or refused. */
    private record Outcome(int whole, int partial, int refused, List<Long> millis) {

        static Outcome of(List<Outcome> some) {
            List<Long> millis = new ArrayList<>();
            some.forEach(one -> millis.addAll(one.millis()));
            return new Outcome(
                    some.stream().mapToInt(Outcome::whole).sum(),
                    some.stream().mapToInt(Outcome::partial).sum(),
                    some.stream().mapToInt(Outcome::refused).sum(),
                    millis);
        }

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

    /** Many search at once, and in their midst a node is frozen. */
    private static Outcome askDuring(Collection collection, Fault fault) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> asking = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                asking.add(threads.submit(() -> ask(collection)));
            }
            fault.strike();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : asking) {
                outcomes.add(one.get());
            }
            return Outcome.of(outcomes);
        }
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
            Outcome during = askDuring(collection, () -> cluster.freeze(2));
            report.add(during.report("a node frozen under " + AT_ONCE + " at once"));
            cluster.thaw(2);
            cluster.await(3);
            cluster.get(1, "/_cluster/health?wait_for_status=green&timeout=60s");
            cluster.kill(1);
            Outcome killed = ask(collection);
            report.add(killed.report("a node killed"));
            collection.with("new", "Desk", "2024-11-05", "The zeppelin landed.").update();
            report.add(ask(collection).report("afterwards"));
            report.forEach(System.out::println);
            assertThat(frozen.whole() + frozen.partial()).isGreaterThan(QUESTIONS / 2);
            assertThat(during.whole() + during.partial()).isGreaterThan(AT_ONCE * QUESTIONS / 2);
            assertThat(killed.whole() + killed.partial()).isGreaterThan(QUESTIONS / 2);
        }
    }
}
