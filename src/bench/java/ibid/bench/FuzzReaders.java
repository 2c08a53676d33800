package ibid.bench;

import ibid.article.Article;
import ibid.library.CorpusFile;
import ibid.library.CorpusReader;
import ibid.read.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Feeds damaged files to the readers and detects crashes, hangs and memory growth. Arguments: minutes per reader (10),
 * reader (html, markdown, text, pdf, docx, epub or all), seed. Files that cause a failure are kept in target/fuzz; the
 * exit status is then 1.
 */
public final class FuzzReaders {

    private static final Path FAILURES_FOLDER = Path.of("target/fuzz");
    private static final Map<String, String> ENDINGS =
            Map.of("html", "html", "markdown", "md", "text", "txt", "pdf", "pdf", "docx", "docx", "epub", "epub");
    private static final List<String> OWN =
            List.of("html", "markdown", "text", "epub"); // an exception here is a bug of Ibid, not of a library
    private static final Duration MAX_READ_TIME = Duration.ofSeconds(10);
    private static final int WARM_UP_READS = 2000; // before the heap is measured
    private static final long MAX_HEAP_GROWTH_BYTES = 32 << 20; // libraries fill their caches
    private static final int MAX_EXTRA_THREADS = 4; // more than at the start

    private final String reader;
    private final Path file;
    private final Map<String, Integer> thrown = new TreeMap<>();
    private int runs, read, skipped, failures;
    private long slowest;

    private FuzzReaders(String reader) throws IOException {
        this.reader = reader;
        this.file = Files.createTempDirectory("fuzz").resolve("damaged." + ENDINGS.get(reader));
        Files.createDirectories(FAILURES_FOLDER);
    }

    /** @param args minutes, reader, seed */
    public static void main(String[] args) throws IOException {
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 10;
        List<String> readers = args.length > 1 && !args[1].equals("all")
                ? List.of(args[1])
                : List.of("html", "markdown", "text", "pdf", "docx", "epub");
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        System.out.printf(
                "seed %d%n%-9s %9s %7s %9s %9s %11s %11s %11s %9s%n",
                seed, "reader", "runs", "runs/s", "read", "skipped", "slowest ms", "MB before", "MB after", "failures");
        int failures = 0;
        for (String reader : readers) {
            failures += new FuzzReaders(reader).run(Duration.ofMillis((long) (minutes * 60_000)), seed);
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    private int run(Duration time, long seed) throws IOException {
        FuzzSeeds seeds = FuzzSeeds.of(reader);
        Random random = new Random(seed);
        Damage damage = new Damage(random, seeds.words());
        int threads = Thread.activeCount();
        long start = System.nanoTime(), before = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            byte[] one = seeds.files().get(random.nextInt(seeds.files().size())),
                    other = seeds.files().get(random.nextInt(seeds.files().size()));
            boolean archive = reader.equals("docx") || reader.equals("epub");
            read(archive && random.nextInt(5) > 0 ? damage.inside(one, other) : damage.of(one, other));
            if (runs == WARM_UP_READS) {
                before = heap();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long after = heap();
        System.out.printf(
                Locale.ROOT,
                "%-9s %9d %7.0f %9d %9d %11d %11d %11d %9d%n",
                reader,
                runs,
                runs / seconds,
                read,
                skipped,
                slowest / 1_000_000,
                before >> 20,
                after >> 20,
                failures);
        thrown.forEach((what, count) ->
                System.out.println("  thrown by a library and reported as a broken file: " + count + " x " + what));
        if (before > 0 && after - before > MAX_HEAP_GROWTH_BYTES) {
            fail("the heap grew", new byte[0]);
        }
        if (Thread.activeCount() > threads + MAX_EXTRA_THREADS) {
            fail("threads are still running: " + Thread.activeCount() + " after " + threads, new byte[0]);
        }
        return failures;
    }

    private void read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        long start = System.nanoTime();
        ReadResult<Article> reading =
                new CorpusReader().read(new CorpusFile(file, file.getFileName().toString(), bytes.length, 0));
        long took = System.nanoTime() - start;
        slowest = Math.max(slowest, took);
        runs++;
        if (took > MAX_READ_TIME.toNanos()) {
            fail("took " + took / 1_000_000 + " ms", bytes);
        }
        switch (reading) {
            case ReadResult.Success<Article>(Article article) -> {
                read++;
                Optional<String> wrong = wrong(article);
                if (wrong.isPresent()) {
                    fail(wrong.get(), bytes);
                }
            }
            case ReadResult.Skipped<Article> not -> {
                skipped++;
                look(not.reason(), bytes);
            }
        }
    }

    private void look(String reason, byte[] bytes) throws IOException {
        if (reason.isBlank()) {
            fail("skipped without a reason", bytes);
        }
        if (reason.startsWith("it takes more memory")) {
            fail(reason, bytes);
        }
        if (!reason.startsWith("the file is broken: ")) {
            return;
        }
        if (OWN.contains(reader)) {
            fail(reason, bytes);
        } else {
            thrown.merge(reason.replaceFirst("(?s)the file is broken: (.{1,40}).*", "$1"), 1, Integer::sum);
        }
    }

    /** The first rule that an article breaks, if any. */
    private static Optional<String> wrong(Article article) {
        String text = article.text().value();
        if (text.chars().anyMatch(c -> c >= 0xE000 && c <= 0xF8FF)) {
            return Optional.of("the text holds a private mark");
        }
        if (article.imprint().title().isBlank()) {
            return Optional.of("no title");
        }
        if (article.blocks().stream()
                .anyMatch(block -> block.span().end() > article.text().length())) {
            return Optional.of("a block ends after the end of the text");
        }
        if (article.sentences().stream()
                .anyMatch(sentence -> article.text().slice(sentence).isBlank())) {
            return Optional.of("a sentence without words");
        }
        return article.notes().stream()
                        .anyMatch(note -> note.anchors().stream()
                                .anyMatch(anchor -> anchor > article.text().length()))
                ? Optional.of("a note's mark is after the end of the text")
                : Optional.empty();
    }

    private void fail(String what, byte[] bytes) throws IOException {
        failures++;
        Path kept = FAILURES_FOLDER.resolve(
                reader + "-" + runs + file.getFileName().toString().replaceFirst(".*\\.", "."));
        Files.write(kept, bytes);
        if (failures <= 20) {
            System.out.println("  " + reader + " run " + runs + ": "
                    + what.lines().findFirst().orElse("") + ": " + kept);
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
