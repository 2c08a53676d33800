package ibid.corpus;

import ibid.IbidException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The folder of articles. Lists its files; hidden ones are not articles, and links are not followed, save that the folder itself may be one. */
public final class CorpusFolder {

    private final Path folder;

    public CorpusFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /** Every visible file below the folder, in order of name. A folder that is not there is an error, not an empty collection. */
    public List<ArticleFile> files() {
        if (!Files.isDirectory(folder)) {
            throw new IbidException(IbidException.Code.INVALID, "no corpus folder at " + folder.toAbsolutePath().normalize() + "; make it, or name yours with --corpus DIR");
        }
        List<ArticleFile> files = new ArrayList<>();
        try {
            Path root = folder.toRealPath();   // the folder may be a link; links in it are not followed, they may lead anywhere
            Files.walkFileTree(root, new Visitor(root, files));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
        files.sort(Comparator.comparing(ArticleFile::name));
        return files;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<ArticleFile> files;

        private Visitor(Path root, List<ArticleFile> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return !directory.equals(root) && hidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (attributes.isRegularFile() && !hidden(file)) files.add(new ArticleFile(file, name, attributes.size(), attributes.lastModifiedTime().toMillis()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException vanished) {
            return FileVisitResult.CONTINUE;   // gone between listing and looking: the next listing is without it
        }

        private static boolean hidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
