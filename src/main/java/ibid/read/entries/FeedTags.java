package ibid.read.entries;

import java.util.Optional;

/**
 * Walks the tags of XML, without building a tree, so that a broken or half written entry leaves the others whole. The
 * text is in Latin-1, in which every byte is one character.
 */
final class FeedTags {

    private final String xml;
    private int at;

    /**
     * @param name  with its prefix
     * @param start of its "<"
     * @param end   after its ">"
     */
    record Tag(String name, boolean isClosing, boolean isEmpty, int start, int end) {

        /** The name without its prefix. */
        String localName() {
            return name.substring(name.indexOf(':') + 1);
        }
    }

    FeedTags(String xml) {
        this.xml = xml;
    }

    /** The next tag; empty at the end, also where the file breaks off within one. */
    Optional<Tag> next() {
        while (true) {
            int open = xml.indexOf('<', at);
            if (open < 0 || open + 1 >= xml.length()) {
                return Optional.empty();
            }
            int end = skipped(open);
            if (end < 0) {
                return Optional.empty();
            }
            at = end;
            char first = xml.charAt(open + 1);
            if (first != '!' && first != '?') {
                return Optional.of(tag(open, end));
            }
        }
    }

    /** Index after what begins there: a tag, a comment, a section of characters; -1 if it does not end. */
    private int skipped(int open) {
        if (xml.startsWith("<!--", open)) {
            return after("-->", open + 4);
        }
        if (xml.startsWith("<![CDATA[", open)) {
            return after("]]>", open + 9);
        }
        return xml.startsWith("<?", open) ? after("?>", open + 2) : tagEnd(open);
    }

    private int after(String sign, int from) {
        int found = xml.indexOf(sign, from);
        return found < 0 ? -1 : found + sign.length();
    }

    /** A value in quotation marks may hold a ">". */
    private int tagEnd(int open) {
        char quote = 0;
        for (int i = open + 1; i < xml.length(); i++) {
            char sign = xml.charAt(i);
            if (quote != 0) {
                quote = sign == quote ? 0 : quote;
            } else if (sign == '"' || sign == '\'') {
                quote = sign;
            } else if (sign == '>') {
                return i + 1;
            }
        }
        return -1;
    }

    private Tag tag(int open, int end) {
        boolean isClosing = xml.charAt(open + 1) == '/';
        int start = isClosing ? open + 2 : open + 1;
        int stop = start;
        while (stop < end - 1 && !Character.isWhitespace(xml.charAt(stop)) && xml.charAt(stop) != '/') {
            stop++;
        }
        return new Tag(xml.substring(start, stop), isClosing, xml.charAt(end - 2) == '/', open, end);
    }
}
