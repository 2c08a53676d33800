package ibid.read.entries;

import ibid.read.bytes.FileBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An entry of a file that holds several articles.
 *
 * @param name    of the entry in its file, safe in a path; it stays while the entry's own id, address or title does
 * @param head    what is read before its bytes, in ASCII: what the file says of all entries
 * @param start   index of its first byte in the file
 * @param end     exclusive
 * @param hash    SHA-256 of the bytes that are read, hex
 * @param problem why it is not an article, or empty
 */
public record ArticleEntry(String name, String head, int start, int end, String hash, String problem) {

    /** @param file all its bytes */
    static ArticleEntry of(String name, String head, int start, int end, byte[] file) {
        ArticleEntry place = new ArticleEntry(name, head, start, end, "", "");
        return new ArticleEntry(name, head, start, end, FileBytes.hash(place.bytesIn(file)), "");
    }

    static ArticleEntry broken(String name, int start, int end, String problem) {
        return new ArticleEntry(name, "", start, end, "", problem);
    }

    /** The bytes that are read as its article, from those of the file. */
    byte[] bytesIn(byte[] file) {
        return bytes(Arrays.copyOfRange(file, start, end));
    }

    /** @param own the bytes of the file from start to end */
    public byte[] bytes(byte[] own) {
        byte[] before = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(before, before.length + own.length);
        System.arraycopy(own, 0, all, before.length, own.length);
        return all;
    }
}
