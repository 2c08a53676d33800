package ibid.index.update;

import ibid.library.CorpusFile;
import ibid.library.CorpusReader;
import ibid.read.ParsedFile;
import ibid.read.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that the first pass of an update parsed, for the second pass: each file is parsed once. They are kept in
 * memory up to a limit, then in a temporary file. Threads may share it.
 */
final class ParsedFiles implements AutoCloseable {

    private static final long MAX_CHARS =
            Runtime.getRuntime().maxMemory() / 32; // with all overhead an eighth of the heap

    private final CorpusReader reader;
    private final long maxChars;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private long chars;
    private FileChannel overflow;

    private sealed interface Kept {

        record InMemory(ReadResult<ParsedFile> result) implements Kept {}

        record OnDisk(long position, int bytes) implements Kept {}
    }

    ParsedFiles(CorpusReader reader) {
        this(reader, MAX_CHARS);
    }

    /** @param maxChars of text in memory */
    ParsedFiles(CorpusReader reader, long maxChars) {
        this.reader = reader;
        this.maxChars = maxChars;
    }

    /** Parses the file and keeps the result until it is taken. */
    ReadResult<ParsedFile> parse(CorpusFile file) {
        ReadResult<ParsedFile> result = reader.parse(file);
        kept.put(file.name(), keep(result));
        return result;
    }

    /** The parsed file, which is then forgotten; parsed now if it was not parsed before. */
    ReadResult<ParsedFile> take(CorpusFile file) {
        return switch (kept.remove(file.name())) {
            case null -> reader.parse(file);
            case Kept.InMemory(ReadResult<ParsedFile> result) -> {
                release(result);
                yield result;
            }
            case Kept.OnDisk(long position, int bytes) -> new ReadResult.Success<>(read(position, bytes));
        };
    }

    CorpusReader reader() {
        return reader;
    }

    private Kept keep(ReadResult<ParsedFile> result) {
        if (!(result instanceof ReadResult.Success<ParsedFile>(ParsedFile file)) || reserve(file.countChars())) {
            return new Kept.InMemory(result);
        }
        return write(file);
    }

    private synchronized boolean reserve(int more) {
        if (chars + more > maxChars) {
            return false;
        }
        chars += more;
        return true;
    }

    private synchronized void release(ReadResult<ParsedFile> result) {
        if (result instanceof ReadResult.Success<ParsedFile>(ParsedFile file)) {
            chars -= file.countChars();
        }
    }

    private Kept write(ParsedFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(file);
            objects.flush();
            return append(ByteBuffer.wrap(bytes.toByteArray()));
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write a temporary file of parsed articles", full);
        }
    }

    private synchronized Kept append(ByteBuffer bytes) throws IOException {
        if (overflow == null) {
            overflow = openOverflow();
        }
        Kept place = new Kept.OnDisk(overflow.size(), bytes.remaining());
        for (long at = overflow.size(); bytes.hasRemaining(); ) {
            at += overflow.write(bytes, at);
        }
        return place;
    }

    private static FileChannel openOverflow() throws IOException {
        Path file = Files.createTempFile("ibid-parsed", "");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private ParsedFile read(long position, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining() && overflow.read(bytes, position + bytes.position()) > 0) {}
            ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes.array()));
            return (ParsedFile) objects.readObject();
        } catch (IOException | ClassNotFoundException broken) {
            throw new UncheckedIOException("cannot read a temporary file of parsed articles", new IOException(broken));
        }
    }

    @Override
    public synchronized void close() {
        kept.clear();
        try {
            if (overflow != null) {
                overflow.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
