package ibid.read.html.head;

import ibid.language.CharRuns;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.WebAddress;
import ibid.read.manuscript.Whitespace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Single elements of a page and the values of its meta elements; empty if the page has none. */
final class PageElements {

    private static final int MAX_AUTHORS = 20;
    private static final int ROWS_OF_CARD = 2;
    private static final Set<String> WRITTEN_BY = Set.of(
            "written by",
            "author",
            "verfasst von",
            "geschrieben von",
            "écrit par",
            "escrito por",
            "scritto da",
            "auteur");
    private static final String SEPARATORS = "|·•";

    private final Document page;
    private final List<Element> metas;

    PageElements(Document page) {
        this.page = page;
        this.metas = page.select("meta");
    }

    private static Evaluator named(String name) {
        return Selector.evaluatorOf(
                "meta[property=" + name + "], meta[name=" + name + "], meta[itemprop=" + name + "]");
    }

    /** The page's language, with its country where it is stated. */
    static String language(Document page) {
        Element root = page.selectFirst("html");
        return root == null || root.hasAttr("lang") ? page.select("html").attr("lang") : root.attr("xml:lang");
    }

    /** The lines of an element, parted by its line breaks, without empty ones and what is deeper than its children. */
    static List<String> lines(Element element) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node.nameIs("br")) {
                lines.add(line.toString().strip());
                line.setLength(0);
            } else if (node instanceof TextNode text) {
                line.append(text.text());
            } else if (node instanceof Element part) {
                line.append(part.ownText()); // all its text would take quadratic time in nested elements
            }
        }
        lines.add(line.toString().strip());
        lines.removeIf(String::isEmpty);
        return lines;
    }

    /** The first meta element whose name ends with one of these words, as in "photo:uploaded". */
    String metaEndingWith(Set<String> words) {
        for (Element meta : metas) {
            String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
            int part = Math.max(name.lastIndexOf(':'), name.lastIndexOf('.')) + 1;
            if (part > 0 && words.contains(name.substring(part).toLowerCase(Locale.ROOT))) {
                return meta.attr("content");
            }
        }
        return "";
    }

    /** The first meta element of that name or property. */
    String meta(String name) {
        Evaluator named = named(name);
        for (Element meta : metas) {
            if (meta.is(named)) {
                return meta.attr("content");
            }
        }
        return "";
    }

    String firstMeta(String... names) {
        for (String name : names) {
            if (!meta(name).isBlank()) {
                return meta(name);
            }
        }
        return "";
    }

    /** The author on the card that Twitter shows of the page. */
    String writtenBy() {
        for (int row = 1; row <= ROWS_OF_CARD; row++) {
            if (WRITTEN_BY.contains(meta("twitter:label" + row).strip().toLowerCase(Locale.ROOT))) {
                return meta("twitter:data" + row);
            }
        }
        return "";
    }

    /** The names in every meta element of that name, separated by commas. */
    String allNames(String name) {
        Evaluator named = named(name);
        Set<String> values = new LinkedHashSet<>();
        for (Element meta : metas) {
            String value =
                    meta.is(named) ? Byline.inSpokenOrder(meta.attr("content").strip()) : "";
            if (!value.isEmpty() && values.size() < MAX_AUTHORS) {
                values.add(value);
            }
        }
        return String.join(", ", values);
    }

    String attribute(String selector, String attribute) {
        Element element = page.selectFirst(selector);
        return element == null ? "" : element.attr(attribute);
    }

    String text(String selector) {
        Element element = page.selectFirst(selector);
        return element == null ? "" : element.text();
    }

    /** Whether the address is the page's own, without scheme, query and fragment. */
    boolean isOwnAddress(String address) {
        if (address.isBlank()) {
            return false;
        }
        String own = withoutSchemeAndQuery(address);
        return own.equals(withoutSchemeAndQuery(attribute("link[rel=canonical]", "href")))
                || own.equals(withoutSchemeAndQuery(meta("og:url")));
    }

    private static String withoutSchemeAndQuery(String address) {
        String host = WebAddress.host(address);
        int end = CharRuns.end(address, 0, CharRuns.noneOf("?#"));
        String whole = address.substring(Math.max(0, Math.min(end, address.indexOf(host))), end);
        return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    /** Whether a headline is part of the page's title. */
    boolean isInTitle(String headline) {
        if (headline.isEmpty()) {
            return false;
        }
        for (String title : List.of(page.title(), clean(meta("og:title")), text("h1"))) {
            if (title.contains(headline)) {
                return true;
            }
        }
        return false;
    }

    static String clean(String value) {
        String clean = Decoder.clean(Parser.unescapeEntities(value, false)).strip();
        return cut(clean);
    }

    static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MetadataCollector.MAX_VALUE_CHARS));
    }

    /** A person's or outlet's name without the additions of sites; empty for an address. */
    static String personName(String stated) {
        String name = Whitespace.collapse(cut(stated));
        if (isAddress(name.toLowerCase(Locale.ROOT))) {
            return "";
        }
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i - 1) == ' ' && SEPARATORS.indexOf(name.charAt(i)) >= 0) {
                return name.substring(0, i - 1);
            }
        }
        return name;
    }

    private static boolean isAddress(String lowerCase) {
        return lowerCase.startsWith("http://") || lowerCase.startsWith("https://") || lowerCase.startsWith("@");
    }
}
