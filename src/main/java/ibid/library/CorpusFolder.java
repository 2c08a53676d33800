package ibid.library;

import ibid.IbidException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder of articles. Lists its files; hidden files are ignored and links are not followed. The folder itself may
 * be a link.
 */
public final class CorpusFolder implements ArticleFiles {

    static final String REMOVED = ".removed"; // a folder for each time, with what was removed or replaced then

    private final Path folder;
    private final CorpusReader reader;

    public CorpusFolder(Path folder) {
        this(folder, new CorpusReader());
    }

    public CorpusFolder(Path folder, CorpusReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /** Reads its files. */
    public CorpusReader reader() {
        return reader;
    }

    Path path() {
        return folder;
    }

    /**
     * The content of the folder.
     *
     * @param files  sorted by name, without duplicate names; those with an objection exist but must not be read
     * @param unreadableFolders files and folders that are inaccessible; their content is unknown
     * @param held  files that are gone and still treated as there
     */
    public record Listing(List<CorpusFile> files, Set<String> unreadableFolders, Set<String> held) {

        public Listing {
            files = List.copyOf(files);
            unreadableFolders = Set.copyOf(unreadableFolders);
            held = Set.copyOf(held);
        }

        public Listing(List<CorpusFile> files, Set<String> unreadableFolders) {
            this(files, unreadableFolders, Set.of());
        }

        public Listing holding(Set<String> names) {
            return new Listing(files, unreadableFolders, names);
        }

        Listing withFiles(List<CorpusFile> others) {
            return new Listing(others, unreadableFolders, held);
        }

        /** Whether the file may exist although it is not listed. */
        public boolean mayContain(String name) {
            return held.contains(name)
                    || unreadableFolders.stream().anyMatch(one -> name.equals(one) || name.startsWith(one + "/"));
        }
    }

    /** Every file below the folder that may be read, in order of name. */
    public List<CorpusFile> files() {
        return list().files().stream()
                .filter(file -> file.objection().isEmpty())
                .toList();
    }

    /** None if the name leads through a link or out of the folder. */
    @Override
    public Optional<CorpusFile> file(String name) {
        try {
            Path root = folder.toRealPath();
            Path named = root.resolve(name);
            boolean isEntry = Files.isRegularFile(named.getParent(), LinkOption.NOFOLLOW_LINKS);
            Path file = isEntry ? named.getParent() : named;
            boolean isItself = file.toRealPath().equals(file) && file.startsWith(root);
            String path = isEntry ? name.substring(0, name.lastIndexOf('/')) : name;
            return isItself && Files.isRegularFile(file) ? Optional.of(CorpusFile.at(file, path)) : Optional.empty();
        } catch (IOException | InvalidPathException gone) {
            return Optional.empty();
        }
    }

    /** A missing folder has no files; the watcher reports it. */
    @Override
    public List<CorpusFile> listed(SortedMap<String, FileState> known) {
        try {
            return list().files();
        } catch (IbidException gone) {
            return List.of();
        }
    }

    @Override
    public Optional<Intake> intake() {
        return Optional.of(new Intake(this));
    }

    /** All visible files below the folder. A missing folder is an error, not an empty collection. */
    public Listing list() {
        if (!Files.isDirectory(folder)) {
            throw missing();
        }
        try {
            Path root = folder.toRealPath(); // it may be a link; links in it may lead anywhere and are not followed
            Visitor visitor = new Visitor(root);
            Files.walkFileTree(root, visitor);
            return visitor.listing();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder + " (" + unreadable + ")", unreadable);
        }
    }

    /** Whether Ibid itself removed that file: one of its name and size is in the folder of removed files. */
    public Predicate<FileState> removedByIbid() {
        Path removed = folder.resolve(REMOVED);
        Set<String> kept = new HashSet<>();
        try (Stream<Path> files = Files.walk(removed)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path dated = removed.relativize(file); // TIME/NAME
                Path name = dated.subpath(1, dated.getNameCount());
                kept.add(Files.size(file) + " " + name.toString().replace('\\', '/'));
            }
        } catch (IOException | UncheckedIOException none) {
            return state -> false;
        }
        return state -> kept.contains(state.size() + " " + state.name());
    }

    private IbidException missing() {
        return new IbidException(
                IbidException.Code.INVALID,
                "no corpus folder at " + folder.toAbsolutePath().normalize()
                        + "; make it, or name yours with --corpus DIR");
    }

    static final class Visitor extends SimpleFileVisitor<Path> {

        private static final String SAME_NAME =
                "its name cannot be told from another file's in this locale; start Ibid with LC_ALL=C.UTF-8";

        private final Path root;
        private final List<CorpusFile> files = new ArrayList<>();
        private final Set<String> unreadableFolders = new TreeSet<>();

        Visitor(Path root) {
            this.root = root;
        }

        /** If several files have the same name because this locale lacks their characters, the first is taken. */
        Listing listing() {
            Map<String, CorpusFile> named = new TreeMap<>();
            files.sort(Comparator.comparing(CorpusFile::path));
            for (CorpusFile file : files) {
                if (named.putIfAbsent(file.name(), file) != null) {
                    String name = unusedName(file.name(), named.keySet());
                    named.put(name, renamed(file, name));
                }
            }
            return new Listing(List.copyOf(named.values()), unreadableFolders);
        }

        private static CorpusFile renamed(CorpusFile file, String name) {
            return new CorpusFile(file.path(), name, file.size(), file.modified(), SAME_NAME, CorpusFile.Part.WHOLE);
        }

        private static String unusedName(String name, Set<String> used) {
            int number = 2;
            while (used.contains(name + " (" + number + ")")) {
                number++;
            }
            return name + " (" + number + ")";
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return !directory.equals(root) && hidden(directory)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            try {
                if (!hidden(file)) {
                    files.add(CorpusFile.of(file, name(file), attributes, objection(file, attributes)));
                }
                return FileVisitResult.CONTINUE;
            } catch (IOException failed) {
                return visitFileFailed(file, failed);
            }
        }

        private static String objection(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                return "a link; links are not followed, put the file itself here";
            }
            if (!attributes.isRegularFile()) {
                return "a pipe or a device, not a file";
            }
            String name = file.toString();
            boolean isBroken = name.contains("\n") || name.contains("\r");
            return isBroken ? "its name holds a line break; rename it" : "";
        }

        /** A file that disappears during listing is removed; a file that is inaccessible may still exist. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            if (file.equals(root)) {
                throw failed;
            }
            if (hidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            String why = failed instanceof AccessDeniedException
                    ? "Ibid has no permission; give it the right to read it"
                    : String.valueOf(failed.getMessage());
            unreadableFolders.add(name(file));
            String objection = "cannot be looked at: " + why;
            files.add(new CorpusFile(file, name(file), 0, 0, objection, CorpusFile.Part.WHOLE));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failed) throws IOException {
            return failed == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, failed);
        }

        private String name(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }

        private static boolean hidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
