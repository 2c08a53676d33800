package ibid.serve.collection;

import ibid.read.bytes.FileBytes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How a file is sent that a browser saves: it must never run in a page of this server. */
final class Attachment {

    /** Kinds that no browser runs. Web pages, saved mails and all others have none, and are bytes. */
    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "odt", "application/vnd.oasis.opendocument.text",
            "epub", "application/epub+zip",
            "rtf", "application/rtf",
            "md", "text/plain",
            "markdown", "text/plain",
            "txt", "text/plain",
            "text", "text/plain");

    private static final String BYTES = "application/octet-stream";
    private static final String UNSAFE_IN_QUOTES = "\"\\%"; // ends the name, or is read in two ways

    private Attachment() {}

    /** Media type by the extension of a name. */
    static String type(String name) {
        return TYPES.getOrDefault(FileBytes.extension(name), BYTES);
    }

    /** The header of RFC 6266, with the name in ASCII for old clients and in UTF-8. */
    static String disposition(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return "attachment; filename=\"" + ascii(file) + "\"; filename*=UTF-8''" + percentEncoded(file);
    }

    private static String ascii(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints()
                .map(each -> each < ' ' || each > '~' || UNSAFE_IN_QUOTES.indexOf(each) >= 0 ? '_' : each)
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    /** As RFC 8187 has it, which is stricter than a form. */
    private static String percentEncoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
