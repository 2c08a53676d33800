package ibid.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Milliseconds by task: wall-clock time and, for tasks of one thread, processor time, which depends less on the
 * machine's other load. Threads may share it.
 */
final class Times {

    private record Spent(double clock, double processor) {}

    private final Map<String, List<Spent>> spent = new LinkedHashMap<>();

    void add(String what, double clock) {
        add(what, new Spent(clock, Double.NaN));
    }

    private synchronized void add(String what, Spent time) {
        spent.computeIfAbsent(what, name -> new ArrayList<>()).add(time);
    }

    <T> T time(String what, Supplier<T> work) {
        long start = System.nanoTime(), busy = processor();
        T result = work.get();
        add(what, new Spent((System.nanoTime() - start) / 1e6, (processor() - busy) / 1e6));
        return result;
    }

    /** Not available for a virtual thread. */
    private static long processor() {
        return Thread.currentThread().isVirtual()
                ? 0
                : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    synchronized double percentile(String what, double share) {
        return percentile(
                spent.getOrDefault(what, List.of()).stream().map(Spent::clock).toList(), share);
    }

    synchronized double processor(String what) {
        return percentile(
                spent.getOrDefault(what, List.of()).stream()
                        .map(Spent::processor)
                        .toList(),
                0.5);
    }

    private static double percentile(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }

    synchronized void print() {
        System.out.printf("%-34s%8s%10s%10s%18s%n", "milliseconds of", "count", "p50", "p95", "processor, p50");
        spent.keySet()
                .forEach(what -> System.out.printf(
                        Locale.ROOT,
                        "%-34s%8d%10.2f%10.2f%18.2f%n",
                        what,
                        spent.get(what).size(),
                        percentile(what, 0.5),
                        percentile(what, 0.95),
                        processor(what)));
    }
}
