package ibid.read.entries;

import ibid.read.bytes.Decoder;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a feed says of itself, as one element above each of its entries. The day on which the feed was made is left out,
 * so that an entry that did not change has the same bytes in the next copy of the feed.
 */
final class FeedHead {

    static final String ELEMENT = "feed-head";

    private static final int MAX_CHARS = 500; // of one value

    private FeedHead() {}

    /** @param above the bytes of the feed before its first entry */
    static String of(byte[] above) {
        String xml = Decoder.decodePage(above);
        Element feed = feed(Jsoup.parse(xml, "", FeedFields.parser()));
        StringBuilder head = new StringBuilder("<?xml version=\"1.0\"" + encoding(xml) + "?><" + ELEMENT);
        add(head, "title", FeedFields.text(feed, "title"));
        add(head, "author", FeedFields.text(feed, "author"));
        add(head, "language", language(feed));
        add(head, "link", FeedFields.link(feed));
        return head.append("/>\n").toString();
    }

    /** The element that holds the entries. */
    private static Element feed(Element root) {
        for (String name : List.of("channel", "feed")) {
            for (Element one : root.getAllElements()) {
                if (FeedFields.isNamed(one, name)) {
                    return one;
                }
            }
        }
        return root;
    }

    private static String language(Element feed) {
        String stated = FeedFields.text(feed, "language");
        return stated.isEmpty() ? feed.attr("xml:lang") : stated;
    }

    /** The declaration as the feed has it. */
    private static String encoding(String xml) {
        String declaration = xml.startsWith("<?xml") ? xml.substring(0, Math.max(0, xml.indexOf("?>"))) : "";
        int start = declaration.indexOf("encoding");
        return start < 0 ? "" : " " + declaration.substring(start).strip();
    }

    private static void add(StringBuilder head, String name, String value) {
        String some = value.length() > MAX_CHARS ? "" : value;
        head.append(' ').append(name).append("=\"");
        some.codePoints().forEach(sign -> {
            boolean isPlain = sign == ' ' || sign < 128 && Character.isLetterOrDigit(sign);
            head.append(isPlain ? Character.toString(sign) : "&#" + sign + ";");
        });
        head.append('"');
    }
}
