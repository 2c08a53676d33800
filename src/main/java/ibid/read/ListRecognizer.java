package ibid.read;

import ibid.IbidException;
import ibid.language.CharRuns;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises texts that list articles instead of being one: records, feeds, addresses. Such a file is not read; the
 * reason says what to do with it.
 */
final class ListRecognizer {

    private static final String RECORDS = "it is JSON; name it .json, or .jsonl where each line is an article";
    private static final String FEED = "it is a feed; name it .rss";
    private static final String ADDRESSES =
            "it is a list of addresses, which are not fetched; save the page of each from a browser (.html)";
    private static final Set<String> LISTS = Set.of("opml", "url", "webloc");
    private static final Set<String> TEXTS = Set.of("txt", "text", "md", "markdown", "html", "htm", "xhtml");
    private static final int HEAD_BYTES = 4096;
    private static final String BULLETS = "-*•<\uFEFF ";

    private ListRecognizer() {}

    /** Why a file of that name is not read; empty if its name does not say that it is a list. */
    static Optional<String> byName(String fileName) {
        return LISTS.contains(FileBytes.extension(fileName)) ? Optional.of(ADDRESSES) : Optional.empty();
    }

    /** @throws IbidException INVALID if the file's text is a list, whatever its name */
    static void check(FileBytes file) {
        if (!TEXTS.contains(file.extension())) {
            return;
        }
        String head = file.head(HEAD_BYTES).replace("\u00EF\u00BB\u00BF", "").strip(); // a byte order mark
        if (isFeed(head)) {
            throw notRead(FEED);
        }
        if (isRecord(head)) {
            checkRecords(Decoder.decode(file.content()).strip());
        } else if (isAddress(head.lines().findFirst().orElse(""))) {
            checkAddresses(Decoder.decode(file.content()));
        }
    }

    private static boolean isFeed(String head) {
        String start = head.startsWith("<?xml") ? head.substring(head.indexOf('>') + 1) : head;
        while (start.stripLeading().startsWith("<!--") && start.contains("-->")) {
            start = start.substring(start.indexOf("-->") + "-->".length());
        }
        String root = start.stripLeading();
        return root.startsWith("<rss") || root.startsWith("<feed") || root.startsWith("<rdf:RDF");
    }

    /** Whether it begins with an object, alone or in an array. */
    private static boolean isRecord(String head) {
        int object = CharRuns.end(head, 0, sign -> sign == '[' || Character.isWhitespace(sign));
        int name = CharRuns.end(head, object + 1, Character::isWhitespace);
        return head.startsWith("{", object) && head.startsWith("\"", name);
    }

    /** A text whose front matter is JSON goes on after it. */
    private static void checkRecords(String text) {
        if (text.endsWith("}") || text.endsWith("]")) {
            throw notRead(RECORDS);
        }
    }

    private static void checkAddresses(String text) {
        if (text.lines().filter(line -> !line.isBlank()).allMatch(ListRecognizer::isAddress)) {
            throw notRead(ADDRESSES);
        }
    }

    private static boolean isAddress(String line) {
        String words =
                line.substring(CharRuns.end(line, 0, CharRuns.anyOf(BULLETS))).strip();
        boolean isWeb = words.startsWith("http://") || words.startsWith("https://");
        return isWeb && words.chars().noneMatch(Character::isWhitespace);
    }

    private static IbidException notRead(String why) {
        return new IbidException(IbidException.Code.INVALID, why);
    }
}
