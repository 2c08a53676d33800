package ibid.serve.collection;

import ibid.IbidException;
import ibid.files.ScratchFolder;
import ibid.library.ContentHash;
import ibid.library.CorpusFile;
import ibid.read.pdf.PagePicture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Pictures of the pages of PDF files, kept on the disk until the server ends, so that those of removed articles go at
 * the next start at the latest. Threads may share it.
 */
final class PagePictures {

    private static final int MAX_KEPT = 300; // of some 200 KB each, 16 MB at most
    private static final int MAX_AT_ONCE = 2; // processes of some 200 MB
    private static final int MAX_FILE_BYTES = 50 << 20; // as the reader of PDF files takes
    private static final long MAX_WAIT_SECONDS = 20;

    private final ScratchFolder kept;
    private final Semaphore places = new Semaphore(MAX_AT_ONCE);

    /** @param folder for the pictures; what an earlier server left there is deleted */
    PagePictures(Path folder) {
        this.kept = new ScratchFolder(folder);
    }

    /** The name of a page's picture: another one if the file was changed. */
    static String name(CorpusFile file, int page) {
        String state = file.name() + "\n" + file.size() + "\n" + file.modified();
        return ContentHash.of(state.getBytes(StandardCharsets.UTF_8)) + "-" + page;
    }

    /** The page as a PNG; none if the file has no such page. */
    Optional<byte[]> of(CorpusFile file, int page) throws IOException {
        Path picture = kept.path().resolve(name(file, page) + ".png");
        if (Files.exists(picture)) {
            Files.setLastModifiedTime(picture, FileTime.from(Instant.now()));
            return Optional.of(Files.readAllBytes(picture));
        }
        Optional<byte[]> drawn = draw(file, page);
        if (drawn.isPresent()) {
            keep(drawn.get(), picture);
        }
        return drawn;
    }

    private Optional<byte[]> draw(CorpusFile file, int page) throws IOException {
        if (!hasPlace()) {
            throw new IbidException(
                    IbidException.Code.BUSY, "pictures of other pages are being drawn; ask for this one in a moment");
        }
        try (InputStream bytes = file.open()) {
            return new PagePicture(kept.path()).of(bytes.readNBytes(MAX_FILE_BYTES), page);
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whole or not at all; the one not looked at for longest makes room. */
    private synchronized void keep(byte[] png, Path picture) throws IOException {
        Path half = Files.createTempFile(kept.path(), "half", null);
        Files.write(half, png);
        Files.move(half, picture, StandardCopyOption.ATOMIC_MOVE);
        try (Stream<Path> files = Files.list(kept.path())) {
            List<Path> oldest = files.filter(file -> file.toString().endsWith(".png"))
                    .sorted(Comparator.comparing(PagePictures::lastSeen).reversed())
                    .skip(MAX_KEPT)
                    .toList();
            for (Path old : oldest) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static long lastSeen(Path picture) {
        return picture.toFile().lastModified();
    }
}
