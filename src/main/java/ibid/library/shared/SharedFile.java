package ibid.library.shared;

import ibid.library.ContentHash;
import ibid.library.FileState;
import ibid.library.RetryTime;
import java.nio.charset.StandardCharsets;

/**
 * A file of a published generation, or an entry of one.
 *
 * @param state    of the file; its hash is the key of the article's text, or empty if it is no article
 * @param origin   the article that its article is a near-duplicate of, itself if it has copies, or empty
 * @param original the key of the file's bytes, or empty if they are not stored
 */
public record SharedFile(FileState state, String origin, String original) {

    /**
     * @param known   the state in the catalogue
     * @param dropped the lines that were left out of the article's text
     * @param hasBytes whether its bytes are stored
     */
    public static SharedFile of(FileState known, String origin, String dropped, boolean hasBytes) {
        String text = known.article().isEmpty() ? "" : key(known.name(), known.hash(), dropped);
        String bytes = known.hash().isEmpty() ? known.size() + "-" + known.modified() : known.hash();
        return new SharedFile(
                new FileState(
                        known.name(),
                        known.size(),
                        known.modified(),
                        text,
                        known.article(),
                        known.skipped(),
                        known.twin(),
                        RetryTime.NEVER),
                origin,
                hasBytes ? key(known.name(), bytes, "") : "");
    }

    public String name() {
        return state.name();
    }

    /** The key of the article's text, or empty. */
    public String text() {
        return state.hash();
    }

    String key() {
        return key(name(), "", "");
    }

    static String key(String name, String version, String dropped) {
        String all = name + "\n" + version + "\n" + dropped; // no name has a line break
        return ContentHash.of(all.getBytes(StandardCharsets.UTF_8));
    }

    /** The same without its bytes. */
    public SharedFile withoutOriginal() {
        return new SharedFile(state, origin, "");
    }

    /** Whether readers see the same of both. */
    public boolean showsAs(SharedFile other) {
        return text().equals(other.text())
                && state.article().equals(other.state.article())
                && state.skipped().equals(other.state.skipped())
                && state.twin().equals(other.state.twin())
                && origin.equals(other.origin)
                && original.isEmpty() == other.original.isEmpty();
    }
}
