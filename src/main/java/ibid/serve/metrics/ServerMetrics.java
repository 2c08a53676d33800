package ibid.serve.metrics;

import ibid.api.AnswerBody;
import ibid.api.SentenceBody;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.serve.http.RequestPool;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Counts requests, answers and what they cost. Threads may share it. */
public final class ServerMetrics implements AutoCloseable {

    /** From a look-up in the log to an answer of a language model on two cores. */
    private static final Duration MIN_SECONDS = Duration.ofMillis(5);

    private static final Duration MAX_SECONDS = Duration.ofMinutes(5);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();

    public ServerMetrics(PassageIndex index) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collector.bindTo(registry);
        addIndexGauge(index, "ibid.index.articles", "Articles in the index", IndexSnapshot::articleCount);
        addIndexGauge(index, "ibid.index.passages", "Passages in the index", IndexSnapshot::passageCount);
    }

    private void addIndexGauge(PassageIndex index, String name, String help, ToIntFunction<IndexSnapshot> count) {
        Gauge.builder(name, index, counted -> {
                    try (IndexSnapshot snapshot = counted.snapshot()) {
                        return count.applyAsInt(snapshot);
                    }
                })
                .description(help)
                .register(registry);
    }

    /** Adds gauges of a pool: how many are under way and wait, and how many it takes. */
    public void watch(String name, RequestPool pool) {
        addPoolGauge("ibid.pool.running", "Requests that run", name, pool, RequestPool::running);
        addPoolGauge("ibid.pool.waiting", "Requests that wait", name, pool, RequestPool::waiting);
        addPoolGauge("ibid.pool.places", "Requests that may be under way", name, pool, RequestPool::places);
    }

    private void addPoolGauge(
            String gauge, String help, String name, RequestPool pool, ToIntFunction<RequestPool> count) {
        Gauge.builder(gauge, pool, counted -> count.applyAsInt(counted))
                .description(help)
                .tag("pool", name)
                .register(registry);
    }

    /**
     * Counts a request that was answered.
     *
     * @param route with its variables as names, {@code /api/v1/answers/{id}}, so that no id becomes a label
     */
    void served(String method, String route, int status, Duration time) {
        timer("ibid.http.requests", "Time from a request to its response")
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(time);
    }

    /** Counts an answer. */
    public void answered(AnswerBody answer) {
        String outcome = word(answer.outcome());
        registry.counter("ibid.answers", "outcome", outcome).increment();
        if (answer.result().reason() != null) {
            registry.counter("ibid.abstentions", "reason", word(answer.result().reason()))
                    .increment();
        }
        for (SentenceBody sentence : answer.sentences()) {
            registry.counter("ibid.sentences", "support", word(sentence.support()))
                    .increment();
        }
        AnswerBody.Timings timings = answer.provenance().timings();
        addStage("rewrite", timings.rewrite());
        addStage("retrieve", timings.retrieve());
        addStage("write", timings.write());
        addStage("verify", timings.verify());
        addStage("total", timings.total());
    }

    private void addStage(String stage, long millis) {
        timer("ibid.answer.stage", "Time of a stage of an answer")
                .tag("stage", stage)
                .register(registry)
                .record(Duration.ofMillis(millis));
    }

    private static Timer.Builder timer(String name, String help) {
        return Timer.builder(name)
                .description(help)
                .publishPercentileHistogram()
                .minimumExpectedValue(MIN_SECONDS)
                .maximumExpectedValue(MAX_SECONDS);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** All figures as text, in the format 0.0.4 of Prometheus. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
