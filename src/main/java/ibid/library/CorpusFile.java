package ibid.library;

import ibid.article.ArticleId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * A file in the corpus folder with its attributes, not read.
 *
 * @param name      path below the folder, with forward slashes
 * @param size      bytes
 * @param modified  milliseconds since 1970: last change of its bytes or, if the file system reports it, of its
 *     permissions
 * @param objection why it must not be read, whatever its content, or empty
 */
public record CorpusFile(Path path, String name, long size, long modified, String objection) {

    public CorpusFile(Path path, String name, long size, long modified) {
        this(path, name, size, modified, "");
    }

    static CorpusFile at(Path path, String name) throws IOException {
        return of(path, name, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS), "");
    }

    static CorpusFile of(Path path, String name, BasicFileAttributes attributes, String objection) throws IOException {
        long changed = path.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? ((FileTime) Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toMillis()
                : 0;
        return new CorpusFile(
                path,
                name,
                attributes.size(),
                Math.max(attributes.lastModifiedTime().toMillis(), changed),
                objection); // a copy may keep the modification time of the file it replaced
    }

    /** Does not follow a link that replaced the file after the listing. */
    public InputStream open() throws IOException {
        return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }

    public ArticleId id() {
        return ArticleId.ofFile(name);
    }
}
