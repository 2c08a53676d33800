package ibid.cli.process;

import ibid.files.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native parts of libraries, unpacked once below the data folder. The libraries would unpack them anew at each
 * start, into the temporary folder, and leave them there when the process is killed. To be called before any of the
 * libraries is used.
 */
public final class NativeLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    private static final String FOLDER = "native";
    private static final String UNPACKING = ".unpacking-";
    private static final String ONNX_CLASS = "/ai/onnxruntime/OrtEnvironment.class";
    private static final List<String> ONNX_LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");
    private static final String SQLITE_CLASS = "/org/sqlite/SQLiteJDBCLoader.class";
    private static final String SQLITE_LIBRARY = "sqlitejdbc";
    private static final String LLAMA_CLASS = "/de/kherud/llama/LlamaModel.class";
    private static final String LLAMA_PATH = "de.kherud.llama.lib.path";
    private static final String LLAMA_LIBRARY = "jllama";

    private final Path folder;

    /** @param data the data folder */
    public NativeLibraries(Path data) {
        this.folder = data.toAbsolutePath().resolve(FOLDER);
    }

    /** Where that is not possible, each library falls back to the temporary folder. */
    public void unpack() {
        try {
            PrivateFiles.createFolder(folder.getParent());
            PrivateFiles.createFolder(folder);
            System.setProperty("ENGINE_CACHE_DIR", folder.toString()); // of DJL's tokenizers: unpacked once by itself
            unpack("onnxruntime.native.path", ONNX_CLASS, onnxFolder(), ONNX_LIBRARIES);
            unpack("org.sqlite.lib.path", SQLITE_CLASS, sqliteFolder(), List.of(SQLITE_LIBRARY));
            unpackLlama();
        } catch (IOException unwritable) {
            LOG.warn("native libraries are unpacked into the temporary folder: {}", unwritable.toString());
        }
    }

    private void unpackLlama() throws IOException {
        unpack(LLAMA_PATH, LLAMA_CLASS, llamaFolder(), List.of(LLAMA_LIBRARY));
        String unpacked = System.getProperty(LLAMA_PATH);
        if (unpacked != null) {
            System.setProperty("de.kherud.llama.tmpdir", unpacked); // where it deletes what is named like it
        }
    }

    private static String onnxFolder() {
        String arch = architecture();
        return "/ai/onnxruntime/native/" + system("linux", "osx", "win") + "-" + (arch.equals("x86_64") ? "x64" : arch);
    }

    private static String sqliteFolder() {
        String libc = isMusl() ? "-Musl" : "";
        return "/org/sqlite/native/" + system("Linux" + libc, "Mac", "Windows") + "/" + architecture();
    }

    private static String llamaFolder() {
        return "/de/kherud/llama/" + system("Linux", "Mac", "Windows") + "/" + architecture();
    }

    private static String architecture() {
        String arch = System.getProperty("os.arch");
        return arch.equals("amd64") ? "x86_64" : arch;
    }

    private static String system(String linux, String mac, String windows) {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return mac;
        }
        return name.contains("windows") ? windows : linux;
    }

    private static boolean isMusl() {
        try (Stream<Path> libraries = Files.list(Path.of("/lib"))) {
            return libraries.anyMatch(file -> file.getFileName().toString().startsWith("ld-musl-"));
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** Sets the property only if all files are there; a library that finds no file does not look further. */
    private void unpack(String property, String classFile, String resources, List<String> names) throws IOException {
        String version = jar(classFile);
        Path target = folder.resolve(version);
        PrivateFiles.createFolder(target);
        for (String name : names) {
            String fileName = System.mapLibraryName(name);
            if (!unpack(resources + "/" + fileName, target.resolve(fileName))) {
                return;
            }
        }
        System.setProperty(property, target.toString());
        deleteOthers(target);
    }

    /** The name of the jar, which has the version in it. */
    private static String jar(String classFile) throws IOException {
        String place = NativeLibraries.class.getResource(classFile).toString(); // jar:file:/…/NAME-1.2.jar!/…
        String path = place.substring(0, Math.max(0, place.indexOf(".jar!")));
        if (path.isEmpty()) {
            throw new IOException("no jar around " + place);
        }
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean unpack(String resource, Path file) throws IOException {
        try (InputStream library = NativeLibraries.class.getResourceAsStream(resource)) {
            if (library == null) {
                return false;
            }
            if (!Files.exists(file) || Files.size(file) != size(resource)) {
                Path unpacking = file.resolveSibling(UNPACKING + UUID.randomUUID());
                try {
                    Files.copy(library, unpacking);
                    PrivateFiles.restrict(unpacking);
                    Files.move(unpacking, file, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(unpacking); // where the disk is full
                }
            }
            return true;
        }
    }

    private static long size(String resource) throws IOException {
        return NativeLibraries.class.getResource(resource).openConnection().getContentLengthLong();
    }

    /** Other versions, and what a killed process began to unpack. A library in use stays loaded without its file. */
    private void deleteOthers(Path current) throws IOException {
        String name = current.getFileName().toString();
        String family = name.substring(0, name.indexOf('-') + 1);
        try (Stream<Path> versions = Files.list(folder)) {
            for (Path version : versions.toList()) {
                boolean isOther = version.getFileName().toString().startsWith(family) && !version.equals(current);
                delete(version, isOther ? "" : UNPACKING, isOther);
            }
        }
    }

    private static void delete(Path version, String prefix, boolean whole) throws IOException {
        if (!Files.isDirectory(version)) {
            return;
        }
        try (Stream<Path> files = Files.list(version)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(prefix) && !Files.isDirectory(file)) {
                    Files.deleteIfExists(file);
                }
            }
            if (whole) {
                Files.deleteIfExists(version);
            }
        } catch (FileSystemException inUse) { // on Windows, by another Ibid
            LOG.debug("{} stays", version, inUse);
        }
    }
}
