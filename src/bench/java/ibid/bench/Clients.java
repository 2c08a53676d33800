package ibid.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Clients that each ask the next question as soon as the previous one is answered. They are virtual threads in this
 * process; no HTTP is used.
 */
record Clients(int count, int seconds) {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Prints answers per second and processor time per answer, which depends less on the machine's other load. */
    void ask(String whom, List<String> questions, Consumer<String> answerer) {
        AtomicInteger next = new AtomicInteger(), answered = new AtomicInteger();
        Times times = new Times();
        long busy = MACHINE.getProcessCpuTime();
        long start = System.nanoTime(), end = start + seconds * 1_000_000_000L;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < count; client++) {
                clients.execute(() -> {
                    while (System.nanoTime() < end) {
                        String question = questions.get(Math.floorMod(next.getAndIncrement(), questions.size()));
                        times.time("answer", () -> {
                            answerer.accept(question);
                            return answered.incrementAndGet();
                        });
                    }
                });
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-26s%4d clients%10.1f answers/s%10.1f ms p50%10.1f ms p95%10.1f ms of processor each%n",
                whom,
                count,
                answered.get() / ((System.nanoTime() - start) / 1e9),
                times.percentile("answer", 0.5),
                times.percentile("answer", 0.95),
                (MACHINE.getProcessCpuTime() - busy) / 1e6 / answered.get());
    }
}
