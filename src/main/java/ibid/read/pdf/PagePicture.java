package ibid.read.pdf;

import ibid.IbidException;
import ibid.read.bytes.UnpackedSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Draws a page of a PDF file as a PNG, in a process of its own: a hostile file may take memory and time without end,
 * and only of a process can they be taken back. Threads may share it.
 */
public final class PagePicture {

    private static final Duration MAX_TIME = Duration.ofSeconds(25); // a page takes two; a request may take 30
    private static final String MAX_MEMORY = "-Xmx384m"; // a page of a scanned newspaper needs some 150 MB
    private static final int MAX_PNG_BYTES = 16 << 20;

    private final Path scratch;
    private final Duration limit;

    /** @param scratch a folder for what the library keeps of the machine's fonts */
    public PagePicture(Path scratch) {
        this(scratch, MAX_TIME);
    }

    PagePicture(Path scratch, Duration limit) {
        this.scratch = scratch;
        this.limit = limit;
    }

    /**
     * The page as a PNG; none if the file has no such page.
     *
     * @param page from 1
     */
    public Optional<byte[]> of(byte[] pdf, int page) {
        UnpackedSize.checkPdf(pdf);
        try {
            Process process = command(page).start();
            try {
                return drawn(process, pdf);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failed) {
            throw notDrawn(failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw notDrawn("it was stopped");
        }
    }

    /** Without Ibid's own environment, which has the keys of language models. */
    private ProcessBuilder command(int page) {
        String java = ProcessHandle.current().info().command().orElse("java");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java,
                MAX_MEMORY,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it runs for a second
                "-Djava.awt.headless=true",
                "-Dpdfbox.fontcache=" + scratch,
                "-cp",
                System.getProperty("java.class.path"),
                PageRenderer.class.getName(),
                String.valueOf(page)));
        builder.environment().keySet().removeIf(name -> name.startsWith("IBID_") || name.startsWith("JAVA_"));
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private Optional<byte[]> drawn(Process process, byte[] pdf) throws IOException, InterruptedException {
        CompletableFuture<byte[]> output = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> output.complete(all(process)));
        Thread.ofPlatform().daemon().start(() -> send(process, pdf));
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw notDrawn("it took longer than " + limit.toSeconds() + " s");
        }
        if (process.exitValue() == PageRenderer.NO_SUCH_PAGE) {
            return Optional.empty();
        }
        byte[] png = output.join();
        if (process.exitValue() != 0 || png.length > MAX_PNG_BYTES) {
            throw notDrawn("the file is damaged, or needs too much memory");
        }
        return Optional.of(png);
    }

    /** Ends when the process has ended. */
    private static byte[] all(Process process) {
        try {
            return process.getInputStream().readNBytes(MAX_PNG_BYTES + 1);
        } catch (IOException ended) {
            return new byte[0];
        }
    }

    private static void send(Process process, byte[] pdf) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(pdf);
        } catch (IOException ended) {
            process.destroy(); // its exit code says why it took no more
        }
    }

    private static IbidException notDrawn(String why) {
        return new IbidException(
                IbidException.Code.NOT_FOUND, "this page cannot be drawn: " + why + "; open the original file instead");
    }
}
