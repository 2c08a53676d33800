package ibid.storage;

import ibid.IbidException;
import ibid.files.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Backups of the databases in a data folder: one ZIP file with a consistent copy of each, made while a server runs.
 * The index is not in it, because it is made from the articles.
 */
public final class Backup {

    private static final String ENDING = ".sqlite";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path data;

    public Backup(Path data) {
        this.data = data;
    }

    /**
     * Writes the backup; the file appears when it is whole and on disk.
     *
     * @return names of the databases in it
     */
    public List<String> write(Path file) {
        if (Files.exists(file)) {
            throw invalid(file + " exists; name another file for the backup", null);
        }
        Path work = workFolder(file.toAbsolutePath().getParent());
        try {
            List<String> names = databases();
            if (names.isEmpty()) {
                throw invalid("there is no database in " + data + " yet; name the folder with --data DIR", null);
            }
            for (String name : names) {
                copy(data.resolve(name), work.resolve(name));
            }
            Path archive = work.resolve("backup.zip");
            PrivateFiles.write(archive, "");
            pack(names, work, archive);
            Files.move(archive, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.toAbsolutePath().getParent());
            return names;
        } catch (IOException unwritable) {
            throw invalid(
                    "cannot write the backup " + file + " (" + unwritable + "); make room, or name another file",
                    unwritable);
        } finally {
            delete(work);
        }
    }

    private List<String> databases() throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (var files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    /** SQLite copies what is committed at one moment, also while others write. */
    private static void copy(Path database, Path copy) {
        new DatabaseFile(database).damage().ifPresent(damage -> {
            throw damaged(database + " is damaged: " + damage + "; a backup of it would be too");
        });
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=20000");
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        } catch (SQLException failed) {
            throw invalid("cannot copy " + database + " (" + failed.getMessage() + ")", failed);
        }
        new DatabaseFile(copy).damage().ifPresent(damage -> {
            throw damaged("the copy of " + database + " is damaged: " + damage);
        });
    }

    private static void pack(List<String> names, Path from, Path archive) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(from.resolve(name), zip);
                zip.closeEntry();
            }
        }
        sync(archive);
    }

    /** Says what kind of database a file of that name holds, so that a file of another program is not taken. */
    public interface Schemas {

        /** Why that version of the database cannot be used; empty if it can. */
        String objection(String name, Path database);
    }

    /**
     * Puts the databases of the backup in place of the present ones, which are kept aside. Nothing is replaced unless
     * all are whole; a kill leaves each database as it was or as it will be.
     *
     * @return where the replaced files are
     */
    public Path restore(Path file, Schemas schemas) {
        try (DataLock lock = new DataLock(data).take()) {
            Path work = workFolder(data);
            try {
                List<String> names = unpack(file, work);
                for (String name : names) {
                    requireUsable(file, name, work.resolve(name), schemas);
                }
                Path aside = Files.createDirectory(data.resolve("replaced-" + STAMP.format(Instant.now()) + "-"
                        + UUID.randomUUID().toString().substring(0, 4)));
                for (String name : names) {
                    replace(name, work, aside);
                }
                return aside;
            } finally {
                delete(work);
            }
        } catch (IOException failed) {
            throw invalid("cannot restore from " + file + " (" + failed + ")", failed);
        }
    }

    private List<String> unpack(Path file, Path work) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                boolean isPlain = Path.of(entry.getName()).getNameCount() == 1
                        && entry.getName().endsWith(ENDING);
                if (!isPlain || entry.getName().startsWith(".")) {
                    throw invalid(file + " is no backup of Ibid: it has " + entry.getName(), null);
                }
                try (InputStream bytes = zip.getInputStream(entry)) {
                    Files.copy(bytes, work.resolve(entry.getName())); // ZIP's checksum is compared here
                }
                names.add(entry.getName());
            }
        }
        if (names.isEmpty()) {
            throw invalid(file + " is no backup of Ibid: it is empty", null);
        }
        return names;
    }

    private static void requireUsable(Path file, String name, Path database, Schemas schemas) {
        new DatabaseFile(database).damage().ifPresent(damage -> {
            throw damaged(name + " in " + file + " is damaged: " + damage + "; nothing was replaced");
        });
        String objection = schemas.objection(name, database);
        if (!objection.isEmpty()) {
            throw invalid(name + " in " + file + " " + objection + "; nothing was replaced", null);
        }
    }

    /** Copies the present files aside before the new one takes the place: there is no moment without a database. */
    private void replace(String name, Path work, Path aside) throws IOException {
        for (String suffix : DatabaseFile.SUFFIXES) {
            Path present = data.resolve(name + suffix);
            if (Files.isDirectory(present)) {
                Files.move(present, aside.resolve(name + suffix));
            } else if (Files.exists(present)) {
                Files.copy(present, aside.resolve(name + suffix), StandardCopyOption.COPY_ATTRIBUTES);
                sync(aside.resolve(name + suffix));
            }
        }
        sync(aside);
        sync(work.resolve(name));
        PrivateFiles.restrict(work.resolve(name));
        Files.deleteIfExists(data.resolve(name + "-wal")); // it belongs to the replaced one, which is kept with it
        Files.deleteIfExists(data.resolve(name + "-shm"));
        Files.move(work.resolve(name), data.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(data);
    }

    private static Path workFolder(Path parent) {
        try {
            return Files.createTempDirectory(parent, ".ibid-backup");
        } catch (IOException unwritable) {
            throw invalid("cannot write to " + parent + " (" + unwritable + ")", unwritable);
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path work) {
        try (var files = Files.list(work)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.delete(work);
        } catch (IOException left) {
            throw new UncheckedIOException("cannot delete " + work, left);
        }
    }

    private static IbidException invalid(String message, Exception cause) {
        return new IbidException(IbidException.Code.INVALID, message, cause);
    }

    private static IbidException damaged(String message) {
        return new IbidException(IbidException.Code.DAMAGED, message);
    }
}
