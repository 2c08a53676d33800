package ibid.read.entries;

import ibid.language.CharRuns;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * What tells an entry from the others of its file, whatever its place there and the state of its text.
 *
 * @param words readable, for the name: the end of its address, or the title where that tells it
 * @param id    its own id or address, or else title and date; empty where it states nothing
 * @param more  what tells it from an entry with the same id: title and date
 */
record EntryIdentity(String words, String id, String more) {

    private static final Set<String> NAMES_OF_ALL = Set.of("index", "default", "home", "story", "article");
    private static final int MAX_WORD_CHARS = 60;
    private static final int HASH_DIGITS = 10; // two of 10,000 entries are alike once in 20,000 files

    /** Of what an entry states; each may be empty. */
    static EntryIdentity of(String id, String url, String title, String date) {
        String more = title.isBlank() ? "" : title.strip() + "\n" + date.strip();
        String own = id.isBlank() ? url.strip() : id.strip();
        if (own.isEmpty()) {
            return new EntryIdentity(title, more, more);
        }
        return new EntryIdentity(lastPart(url.isBlank() ? own : url), own, more);
    }

    /** The words in an address that name its page: "ferry-sold" of "https://a.example/ferry-sold/index.html". */
    private static String lastPart(String address) {
        String path = address.substring(0, CharRuns.end(address, 0, CharRuns.noneOf("?#")));
        String[] parts = path.split("/");
        String last = withoutExtension(parts.length == 0 ? "" : parts[parts.length - 1]);
        boolean isOfAll = parts.length > 1 && NAMES_OF_ALL.contains(last.toLowerCase(Locale.ROOT));
        return isOfAll ? parts[parts.length - 2] : last;
    }

    private static String withoutExtension(String part) {
        int dot = part.lastIndexOf('.');
        return dot > 0 ? part.substring(0, dot) : part;
    }

    /** @param told whether an entry with the same id is in the file already */
    String name(boolean told) {
        String slug = slug(words);
        return (slug.isEmpty() ? "entry" : slug) + "-" + hash(told ? id + "\n" + more : id);
    }

    private static String slug(String words) {
        String clean =
                Normalizer.normalize(Decoder.clean(words), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder();
        clean.codePoints().limit(2L * MAX_WORD_CHARS).forEach(sign -> append(slug, sign));
        int end = Math.min(slug.length(), MAX_WORD_CHARS);
        if (end < slug.length() && Character.isLowSurrogate(slug.charAt(end))) {
            end--;
        }
        return slug.substring(0, CharRuns.start(slug.substring(0, end), end, CharRuns.anyOf("-")));
    }

    private static void append(StringBuilder slug, int sign) {
        if (Character.isLetterOrDigit(sign)) {
            slug.appendCodePoint(sign);
        } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }

    private static String hash(String text) {
        return FileBytes.hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }
}
