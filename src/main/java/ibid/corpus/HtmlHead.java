package ibid.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a web page's own account of itself: schema.org JSON-LD, Open Graph and the plain HTML elements, in that order of trust. */
final class HtmlHead {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Document page;
    private final List<JsonNode> articles = new ArrayList<>();

    HtmlHead(Document page) {
        this.page = page;
        page.select("script[type=application/ld+json]").forEach(script -> collect(parse(script.data())));
    }

    Imprint imprint() {
        Optional<LocalDate> date = date();
        return new Imprint(title(), first(ld("author"), meta("author"), meta("article:author"), text("[rel=author]")).replaceAll("^https?://.*", ""),
                first(meta("og:site_name"), ld("publisher"), meta("publisher")), date.map(LocalDate::toString).orElse(""),
                date.isPresent() ? Imprint.DateBasis.STATED : Imprint.DateBasis.NONE,
                first(attribute("link[rel=canonical]", "href"), meta("og:url")), page.select("html").attr("lang").replaceAll("[-_].*", "").toLowerCase(java.util.Locale.ROOT),
                Stream.of(meta("article:section"), ld("articleSection")).filter(topic -> !topic.isEmpty()).limit(1).toList());
    }

    /** The page's heading where its metadata say the same with more round it ("… | The Outlet"), else the metadata. */
    private String title() {
        String stated = first(ld("headline"), meta("og:title"), page.title());
        for (Element heading : page.select("h1")) {
            String text = Decoding.clean(heading.text()).strip();
            if (!text.isEmpty() && (stated.isEmpty() || page.title().contains(text) || stated.contains(text))) return text;
        }
        return stated.replaceAll("\\s+[|–—-]\\s+[^|–—]{2,40}$", "");
    }

    private Optional<LocalDate> date() {
        String stated = first(ld("datePublished"), meta("article:published_time"), meta("date"), meta("dc.date"), meta("pubdate"),
                attribute("time[datetime]", "datetime"), text("time"));
        return Dates.firstIn(stated);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();   // a page's broken metadata is as good as none
        }
    }

    private void collect(JsonNode node) {
        if (node == null) return;
        if (node.path("@type").toString().contains("Article")) articles.add(node);
        if (node.isArray()) node.forEach(this::collect);
        collect(node.get("@graph"));
    }

    /** A property of the page's schema.org article: its text, or its name where it is a thing. */
    private String ld(String property) {
        return articles.stream().map(article -> article.path(property)).map(value -> value.isArray() ? value.path(0) : value)
                .map(value -> value.isObject() ? value.path("name").asText("") : value.asText("")).filter(value -> !value.isBlank()).findFirst().orElse("");
    }

    private String meta(String name) {
        return attribute("meta[property=" + name + "], meta[name=" + name + "]", "content");
    }

    private String attribute(String selector, String attribute) {
        Element element = page.selectFirst(selector);
        return element == null ? "" : element.attr(attribute);
    }

    private String text(String selector) {
        Element element = page.selectFirst(selector);
        return element == null ? "" : element.text();
    }

    private static String first(String... values) {
        return Stream.of(values).map(Decoding::clean).map(String::strip).filter(value -> !value.isEmpty()).findFirst().orElse("");
    }
}
