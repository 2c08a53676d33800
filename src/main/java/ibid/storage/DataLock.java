package ibid.storage;

import ibid.IbidException;
import ibid.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock of a data folder: one server, one restore or one repair has it at a time. The operating system lets it go
 * when the process ends, however it ends.
 */
public final class DataLock implements AutoCloseable {

    private static final String NAME = "ibid.lock";

    private final Path data;
    private FileChannel channel;

    /** Not taken yet. One object a process and folder: on Linux, closing a second channel would let the lock go. */
    public DataLock(Path data) {
        this.data = data;
    }

    /** Takes it until it is closed. @throws IbidException BUSY if another process has it */
    public synchronized DataLock take() {
        if (channel == null) {
            channel = open();
        }
        return this;
    }

    /** Does the work while no other process has the lock. @throws IbidException BUSY if another process has it */
    public synchronized void during(Runnable work) {
        boolean isTaken = channel != null;
        take();
        try {
            work.run();
        } finally {
            if (!isTaken) {
                close();
            }
        }
    }

    private FileChannel open() {
        try {
            PrivateFiles.createFolder(data);
            PrivateFiles.restrict(data.resolve(NAME));
            FileChannel opened =
                    PrivateFiles.create(data.resolve(NAME), StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean isLocked = false;
            try {
                isLocked = lock(opened);
            } finally {
                if (!isLocked) {
                    opened.close();
                }
            }
            if (!isLocked) {
                throw busy();
            }
            return opened;
        } catch (IOException unusable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "cannot write to " + data + " (" + unusable
                            + "); give Ibid the right to, make room, or name another" + " folder with --data DIR",
                    unusable);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                return false;
            }
            String process = String.valueOf(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)), 0);
            return true;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private IbidException busy() {
        return new IbidException(
                IbidException.Code.BUSY,
                "another Ibid" + process() + " uses " + data + "; stop it, or give this one its own --data DIR");
    }

    private String process() {
        try {
            return " (process " + Files.readString(data.resolve(NAME)).strip() + ")";
        } catch (IOException unknown) {
            return "";
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
                channel = null;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
