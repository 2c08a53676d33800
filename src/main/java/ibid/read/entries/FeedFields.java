package ibid.read.entries;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** What an entry of a feed states, by the names of RSS, Atom and Dublin Core; their prefixes do not count. */
final class FeedFields {

    private static final Set<String> OF_PICTURES_AND_SOUND = Set.of("media", "itunes");

    private static final String SEARCH_REDIRECT = "https://www.google.com/url?";
    private static final int MAX_DEPTH = 500; // of nested elements, as in pages

    private FeedFields() {}

    static Parser parser() {
        return Parser.xmlParser().setMaxDepth(MAX_DEPTH);
    }

    static boolean isNamed(Element element, String localName) {
        String name = element.tagName();
        int colon = name.indexOf(':');
        return name.startsWith(localName, colon + 1)
                && name.length() == colon + 1 + localName.length()
                && (colon < 0 || !OF_PICTURES_AND_SOUND.contains(name.substring(0, colon)));
    }

    /** The child of that name that has text, without elements in it. */
    static Optional<Element> child(Element entry, String localName) {
        return entry.children().stream()
                .filter(child -> isNamed(child, localName) && !child.wholeText().isBlank())
                .findFirst();
    }

    /** The text of the first of these children that there is; of a person, the name. */
    static String text(Element entry, String... names) {
        for (String name : names) {
            Optional<Element> found = child(entry, name);
            if (found.isPresent()) {
                return child(found.get(), "name")
                        .orElse(found.get())
                        .wholeText()
                        .strip();
            }
        }
        return "";
    }

    static List<String> texts(Element entry, String name) {
        return entry.children().stream()
                .filter(child -> isNamed(child, name))
                .map(child -> child.attr("term").isEmpty() ? child.wholeText().strip() : child.attr("term"))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The address of the entry's page, not of a service that counts who goes there. */
    static String link(Element entry) {
        String original = text(entry, "origLink");
        return original.isEmpty() ? withoutRedirect(stated(entry)) : original;
    }

    /** Alerts of a search engine lead to the page by an address of its own. */
    private static String withoutRedirect(String address) {
        int start = address.startsWith(SEARCH_REDIRECT) ? address.indexOf("&url=http") : -1;
        if (start < 0) {
            return address;
        }
        int from = start + "&url=".length();
        int end = address.indexOf('&', from);
        try {
            String page = end < 0 ? address.substring(from) : address.substring(from, end);
            return URLDecoder.decode(page, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return address;
        }
    }

    private static String stated(Element entry) {
        for (Element child : entry.children()) {
            boolean isPage = isNamed(child, "link") && List.of("", "alternate").contains(child.attr("rel"));
            String address = child.attr("href").isEmpty() ? child.wholeText().strip() : child.attr("href");
            if (isPage && !address.isEmpty()) {
                return address;
            }
        }
        String guid = text(entry, "guid", "id");
        return guid.startsWith("http") ? guid : entry.attr("rdf:about");
    }

    static String date(Element entry) {
        return text(entry, "pubDate", "published", "date", "issued", "created", "updated");
    }

    /** The text of an element: of XHTML its source, of escaped HTML what it stands for. */
    static String content(Element element) {
        boolean isMarkup = element.childNodes().stream().anyMatch(Element.class::isInstance);
        return isMarkup ? markup(element) : element.wholeText();
    }

    private static String markup(Element element) {
        StringBuilder source = new StringBuilder();
        for (Node child : element.childNodes()) {
            source.append(child.outerHtml());
        }
        return source.toString();
    }
}
