package ibid.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The write-ahead log beside a database. SQLite ends it silently at the first frame whose checksum is wrong; if whole
 * transactions follow, they would be lost. Format: sqlite.org/fileformat.html, section 4.
 */
final class WriteAheadLog {

    private static final int MAGIC = 0x377f0682; // the lowest bit says in which byte order checksums are computed
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final long MAX_BYTES = 256L << 20; // SQLite checkpoints at 4 MB; one this large is left to SQLite

    private final ByteBuffer bytes;
    private final int pageBytes;
    private int sum0;
    private int sum1;

    private WriteAheadLog(byte[] content) {
        bytes = ByteBuffer.wrap(content);
        pageBytes = bytes.getInt(8);
    }

    /** Why it cannot be read to its end; empty if it can, or if there is none. */
    static Optional<String> damage(Path file) throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0 || Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        boolean isWhole = content.length >= HEADER_BYTES && new WriteAheadLog(content).isReadable();
        return isWhole
                ? Optional.empty()
                : Optional.of(
                        "its write-ahead log " + file.getFileName() + ", which holds the last changes, is not whole");
    }

    private boolean isReadable() {
        boolean isKnown = (bytes.getInt(0) & ~1) == MAGIC && Integer.bitCount(pageBytes) == 1 && pageBytes >= 512;
        if (!isKnown || !matches(0, HEADER_BYTES - 8, HEADER_BYTES - 8)) {
            return false;
        }
        int at = HEADER_BYTES;
        while (isOfThisLog(at) && matchesFrame(at)) {
            at += FRAME_HEADER_BYTES + pageBytes;
        }
        return commitsFrom(at) < 2; // the last transaction may be torn: it was not acknowledged
    }

    private boolean matchesFrame(int at) {
        checksum(at, 8);
        return matches(at + FRAME_HEADER_BYTES, pageBytes, at + 16);
    }

    /** Adds the range to the running checksum and compares it with the stored one. */
    private boolean matches(int from, int length, int stored) {
        checksum(from, length);
        return sum0 == bytes.getInt(stored) && sum1 == bytes.getInt(stored + 4);
    }

    private void checksum(int from, int length) {
        bytes.order((bytes.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int at = from; at < from + length; at += 8) {
            sum0 += bytes.getInt(at) + sum1;
            sum1 += bytes.getInt(at + 4) + sum0;
        }
        bytes.order(ByteOrder.BIG_ENDIAN);
    }

    /** Frames of an earlier round, which were checkpointed, have other salts. */
    private boolean isOfThisLog(int at) {
        return at + FRAME_HEADER_BYTES + pageBytes <= bytes.capacity() && bytes.getLong(at + 8) == bytes.getLong(16);
    }

    private int commitsFrom(int start) {
        int commits = 0;
        for (int at = start; isOfThisLog(at); at += FRAME_HEADER_BYTES + pageBytes) {
            commits += bytes.getInt(at + 4) == 0 ? 0 : 1;
        }
        return commits;
    }
}
