package ibid.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Reads a web page's own account of itself: schema.org JSON-LD, Open Graph and the plain HTML elements, in that order of trust. */
final class HtmlHead {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LD = "JSON-LD", OG = "Open Graph", META = "meta element";

    private static final int SUBTITLE_WORDS = 6, LONGEST_DATE = 60;
    private static final int LONGEST_LIST = 5000;   // letters
    private static final int MOST_HEADINGS = 50;

    private final Document page;
    private final List<Element> metas;
    private final List<JsonNode> articles = new ArrayList<>();

    HtmlHead(Document page) {
        this.page = page;
        this.metas = page.select("meta");
        page.select("script[type=application/ld+json]").forEach(script -> collect(parse(script.data())));
    }

    TitlePage titlePage() {
        return new TitlePage().offer(TitlePage.Item.TITLE, title(), "headline of the page")
                .offer(TitlePage.Item.SUBTITLE, ld("alternativeHeadline"), LD).offer(TitlePage.Item.SUBTITLE, subtitle(), "element under the headline")
                .offer(TitlePage.Item.AUTHOR, people("author"), LD).offer(TitlePage.Item.AUTHOR, named(meta("author")), META).offer(TitlePage.Item.AUTHOR, named(meta("article:author")), META)
                .offer(TitlePage.Item.AUTHOR, byline(), "byline")
                .offer(TitlePage.Item.PUBLISHER, named(meta("og:site_name")), OG).offer(TitlePage.Item.PUBLISHER, ld("publisher"), LD).offer(TitlePage.Item.PUBLISHER, meta("publisher"), META)
                .offerDay(TitlePage.Item.PUBLISHED, ld("datePublished"), LD).offerDay(TitlePage.Item.PUBLISHED, meta("article:published_time"), OG)
                .offerDay(TitlePage.Item.PUBLISHED, firstMeta("date", "dc.date", "dc.date.issued", "pubdate", "publishdate", "sailthru.date", "parsely-pub-date"), META)
                .offerDay(TitlePage.Item.PUBLISHED, attribute("[itemprop=datePublished]", "datetime"), "time element").offerDay(TitlePage.Item.PUBLISHED, attribute("[itemprop=datePublished]", "content"), "time element")
                .offerDay(TitlePage.Item.PUBLISHED, attribute("time[datetime]", "datetime"), "time element").offerDay(TitlePage.Item.PUBLISHED, text("time"), "time element").offerDay(TitlePage.Item.PUBLISHED, dateLine(), "date line")
                .offerDay(TitlePage.Item.MODIFIED, ld("dateModified"), LD).offerDay(TitlePage.Item.MODIFIED, firstMeta("article:modified_time", "og:updated_time", "last-modified"), META).offerDay(TitlePage.Item.MODIFIED, attribute("[itemprop=dateModified]", "datetime"), "time element")
                .offer(TitlePage.Item.URL, address(attribute("link[rel=canonical]", "href")), "canonical link").offer(TitlePage.Item.URL, address(meta("og:url")), OG)
                .offer(TitlePage.Item.LANGUAGE, page.select("html").attr("lang").replaceAll("[-_].*", "").toLowerCase(Locale.ROOT), "page's language").offer(TitlePage.Item.LANGUAGE, meta("og:locale").replaceAll("[-_].*", ""), OG)
                .offer(TitlePage.Item.SECTION, meta("article:section"), OG).offer(TitlePage.Item.SECTION, ld("articleSection"), LD)
                .offerTags(page.select("meta[property=article:tag]").eachAttr("content"), OG).offerTags(list("keywords"), LD);
    }

    boolean isLiveBlog() {
        return articles.stream().anyMatch(article -> article.path("@type").toString().contains("LiveBlogPosting"));
    }

    /** A line that is a date and nothing else; one that begins with a weekday may be the page's clock. */
    private String dateLine() {
        return page.body().getAllElements().stream().map(Element::ownText).filter(line -> line.length() >= 8 && line.length() <= LONGEST_DATE && !line.matches("(?i)(mon|tue|wed|thu|fri|sat|sun).*") && Dates.isDateLine(line)).findFirst().orElse("");
    }

    private static String address(String url) {
        return url.matches("https?://\\S+") ? url : "";
    }

    private static String named(String author) {
        return author.matches("(?i)https?://.*|@.*") ? "" : author.replaceFirst("\\s+[|·•].*", "");
    }

    private String byline() {
        String line = text("[rel=author], [itemprop=author], .byline, .author-name, .article-author");
        return line.length() > 80 ? "" : named(line.replaceFirst("(?i)^by\\s+", ""));
    }

    private String firstMeta(String... names) {
        return Stream.of(names).map(this::meta).filter(value -> !value.isBlank()).findFirst().orElse("");
    }

    /** Every name of a property that may be one person or several. */
    private String people(String property) {
        return articles.stream().map(article -> article.path(property)).map(value -> value.isArray() ? StreamSupport.stream(value.spliterator(), false).map(HtmlHead::name).filter(name -> !name.isBlank()).collect(Collectors.joining(", ")) : name(value))
                .filter(names -> !names.isBlank()).findFirst().orElse("");
    }

    private static String name(JsonNode value) {
        return named(value.isObject() ? value.path("name").asText("") : value.asText(""));
    }

    private List<String> list(String property) {
        for (JsonNode article : articles) {
            JsonNode value = article.path(property);
            if (value.isArray()) return StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList();
            if (!value.asText("").isBlank()) return List.of(cut(value.asText(), LONGEST_LIST).split("\\s*,\\s*"));
        }
        return List.of();
    }

    /** The page's heading where its metadata say the same with more round it ("… | The Outlet"), else the metadata. */
    private String title() {
        String own = cut(page.title(), TitlePage.LONGEST), stated = cut(first(ld("headline"), meta("og:title"), own), TitlePage.LONGEST);
        List<String> outlet = Stream.of(meta("og:site_name"), ld("publisher")).map(String::strip).toList();
        for (Element heading : page.select("article h1, main h1, h1").stream().limit(MOST_HEADINGS).toList()) {
            String text = Decoding.clean(heading.text()).strip();
            boolean site = outlet.contains(text) || own.length() > 2 * text.length() && heading.closest("header, nav") != null && heading.closest("article, main") == null;
            if (!text.isEmpty() && !site && (stated.isEmpty() || own.contains(text) || stated.contains(text))) return text;
        }
        return stated.replaceAll("\\s+[|–—-]\\s+[^|–—]{2,40}$", "");
    }

    /** The words a page puts under its headline: a sentence, not the label of a box. */
    private String subtitle() {
        return page.select("[class~=(?i)(^|[\\s_-])(dek|standfirst|sub-?(title|head(line)?)|article__summary)($|[\\s_-])]").stream().limit(MOST_HEADINGS).map(Element::text).filter(text -> text.split(" ").length >= SUBTITLE_WORDS && text.length() < 400).findFirst().orElse("");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
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
        if (node.path("@type").toString().matches(".*(?:Article|Posting).*")) articles.add(node);
        if (node.isArray()) node.forEach(this::collect);
        collect(node.get("@graph"));
    }

    /** A property of the page's schema.org article: its text, or its name where it is a thing. */
    private String ld(String property) {
        return articles.stream().map(article -> article.path(property)).map(value -> value.isArray() ? value.path(0) : value)
                .map(value -> value.isObject() ? value.path("name").asText("") : value.asText("")).filter(value -> !value.isBlank()).findFirst().orElse("");
    }

    private String meta(String name) {
        Evaluator named = Selector.evaluatorOf("meta[property=" + name + "], meta[name=" + name + "]");
        return metas.stream().filter(meta -> meta.is(named)).findFirst().map(meta -> meta.attr("content")).orElse("");
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
        return Stream.of(values).map(value -> Parser.unescapeEntities(value, false)).map(Decoding::clean).map(String::strip).filter(value -> !value.isEmpty()).findFirst().orElse("");
    }
}
