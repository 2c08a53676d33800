package ibid.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps files and folders to the user that Ibid runs as: {@code rw-------} and {@code rwx------}. */
public final class PrivateFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Creates the folder if there is none; closes one that other users may look into, and says so. */
    public static void createFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            Files.createDirectories(absolute.getParent());
            create(absolute);
        }
        if (restrict(absolute, FOLDER)) {
            LOG.warn("{} was open to other users of this machine; now only its owner may look into it", absolute);
        }
    }

    private static void create(Path folder) throws IOException {
        if (hasRights(folder.getParent())) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Lets only the owner read and write the file; it need not exist. */
    public static void restrict(Path file) throws IOException {
        if (Files.exists(file)) {
            restrict(file, FILE);
        }
    }

    /** Writes a new file that only its owner may read, from its first byte on. */
    public static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        create(file, StandardOpenOption.WRITE).close();
        Files.writeString(file, text);
    }

    /** Opens a file; if there is none, a new one that only its owner may read. */
    public static FileChannel create(Path file, StandardOpenOption... ways) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE, ways);
        return hasRights(file.toAbsolutePath().getParent())
                ? FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(FILE))
                : FileChannel.open(file, options);
    }

    /** Whether rights were taken away. A file of another owner stays as it is, which is logged. */
    private static boolean restrict(Path path, Set<PosixFilePermission> rights) throws IOException {
        if (!hasRights(path) || rights.containsAll(Files.getPosixFilePermissions(path))) {
            return false;
        }
        try {
            Files.setPosixFilePermissions(path, rights);
            return true;
        } catch (IOException foreign) {
            LOG.warn(
                    "{} may be read by other users of this machine, and that cannot be changed: {}",
                    path,
                    foreign.getMessage());
            return false;
        }
    }

    private static boolean hasRights(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
