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
 * A file in the corpus folder with its attributes, not read, or an entry of one that holds several articles.
 *
 * @param path      of the file, also of an entry's
 * @param name      path below the folder, with forward slashes; of an entry: the file's, a slash and the entry's own
 * @param size      bytes
 * @param modified  milliseconds since 1970: last change of its bytes or, if the file system reports it, of its
 *     permissions
 * @param objection why it must not be read, whatever its content, or empty
 */
public record CorpusFile(Path path, String name, long size, long modified, String objection, Part part) {

    /** What of the file is one article. */
    public enum Part {
        /** The file. */
        WHOLE,
        /** Each of its entries, which are listed beside it; not the file. */
        EACH_ENTRY,
        /** This entry of the file. */
        ENTRY
    }

    public CorpusFile(Path path, String name, long size, long modified) {
        this(path, name, size, modified, "", Part.WHOLE);
    }

    CorpusFile withEntries() {
        return new CorpusFile(path, name, size, modified, objection, Part.EACH_ENTRY);
    }

    CorpusFile entry(String entry, long entrySize, long entryModified, String entryObjection) {
        return new CorpusFile(path, name + "/" + entry, entrySize, entryModified, entryObjection, Part.ENTRY);
    }

    /** Of an entry: its name in its file. */
    String entryName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Of an entry: its file, as it is now. */
    CorpusFile holder() throws IOException {
        return at(path, name.substring(0, name.lastIndexOf('/')));
    }

    /** Whether its entries are articles, and it is none. */
    public boolean holdsEntries() {
        return part == Part.EACH_ENTRY;
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
                objection,
                Part.WHOLE); // a copy may keep the modification time of the file it replaced
    }

    /** Does not follow a link that replaced the file after the listing. */
    public InputStream open() throws IOException {
        return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }

    public ArticleId id() {
        return ArticleId.ofFile(name);
    }
}
