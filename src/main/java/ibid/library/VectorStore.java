package ibid.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Embeddings by content: a text is embedded once, whatever becomes of the index. One append-only file a model, records of
 * 16 bytes of SHA-256 and one half-precision vector; a record cut off by a crash is dropped at the next start. Threads may share it.
 */
public final class VectorStore implements AutoCloseable {

    private static final int KEY_BYTES = 16;

    private record Key(long high, long low) {}

    private final String model;
    private final int dimension;
    private final Function<String, float[]> embed;
    private final FileChannel file;
    private final Map<Key, Integer> records = new HashMap<>();

    /**
     * @param model names the embedder; another name is another file
     * @param embed text to a vector of length 1 with that many dimensions
     */
    public VectorStore(Path folder, String model, int dimension, Function<String, float[]> embed) {
        this.model = model;
        this.dimension = dimension;
        this.embed = embed;
        try {
            Files.createDirectories(folder);
            file = FileChannel.open(
                    folder.resolve(model + ".vectors"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            load();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot open the vector cache in " + folder, broken);
        }
    }

    public String model() {
        return model;
    }

    public int dimension() {
        return dimension;
    }

    /** The text's vector, from the file if it was ever embedded before. The same call always gives the same bits. */
    public float[] of(String text) {
        Key key = key(text);
        Integer record;
        synchronized (this) {
            record = records.get(key);
        }
        if (record != null) return read(record);
        float[] vector = HalfVectors.decode(HalfVectors.encode(embed.apply(text)), 0, dimension);
        append(key, vector);
        return vector;
    }

    /** How many texts it holds. */
    public synchronized int size() {
        return records.size();
    }

    private int recordBytes() {
        return KEY_BYTES + 2 * dimension;
    }

    private void load() throws IOException {
        try (FileLock alone = lock()) {
            read();
        }
    }

    private void read() throws IOException {
        int count = (int) (file.size() / recordBytes());
        file.truncate((long) count * recordBytes());
        ByteBuffer batch = ByteBuffer.allocate(1024 * recordBytes());
        for (int record = 0; record < count; ) {
            batch.clear();
            int bytes = fill(batch, (long) record * recordBytes());
            for (int at = 0; at + recordBytes() <= bytes; at += recordBytes())
                records.put(new Key(batch.getLong(at), batch.getLong(at + 8)), record++);
        }
    }

    private int fill(ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {}
        return buffer.position();
    }

    private float[] read(int record) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * dimension);
        try {
            fill(bytes, (long) record * recordBytes() + KEY_BYTES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return HalfVectors.decode(bytes.array(), 0, dimension);
    }

    private synchronized void append(Key key, float[] vector) {
        if (records.containsKey(key)) return;
        ByteBuffer bytes = ByteBuffer.allocate(recordBytes())
                .putLong(key.high())
                .putLong(key.low())
                .put(HalfVectors.encode(vector))
                .flip();
        try (FileLock alone = lock()) {
            int record = (int) (file.size() / recordBytes()); // not records.size(): another process may have added some
            long position = (long) record * recordBytes();
            while (bytes.hasRemaining()) file.write(bytes, position + bytes.position());
            records.put(key, record);
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the vector cache", full);
        }
    }

    /** Keeps other processes out, and other caches of this one: two that append at once would write one record over the other. */
    private FileLock lock() throws IOException {
        while (true) {
            try {
                return file.lock();
            } catch (OverlappingFileLockException ours) {
                LockSupport.parkNanos(100_000);
            }
        }
    }

    private static Key key(String text) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Key(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
