package ibid.files;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Forces a file's bytes, or a folder's list of names, to the disk, so that they survive a power cut. */
public interface DiskSync {

    /** Returns when it is on the disk. */
    void force(Path path) throws IOException;

    /** The operating system's fsync. Where folders cannot be opened (Windows), their names are safe without it. */
    DiskSync FSYNC = path -> {
        boolean isFolder = Files.isDirectory(path);
        StandardOpenOption way = isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        if (isFolder && File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, way)) {
            channel.force(true);
        }
    };
}
