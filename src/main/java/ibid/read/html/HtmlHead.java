package ibid.read.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.language.time.Dates;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.MetadataCollector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final int LONGEST_LIST = 5000; // letters
    private static final int MOST_HEADINGS = 50;

    private static final int MOST_AUTHORS = 20;
    private static final Pattern AROUND = Pattern.compile("\\b(nav|aside|footer|a|li|article)\\b");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iu)\\b(?:published|posted|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|opublikowano|опубликовано)\\b(.*)");

    private final Document page;
    private final List<Element> metas;
    private final List<JsonNode> articles = new ArrayList<>(); // the one of this page, or none
    private final Map<String, JsonNode> things = new HashMap<>(); // of the page's JSON-LD, by id

    HtmlHead(Document page) {
        this.page = page;
        this.metas = page.select("meta");
        List<JsonNode> all = new ArrayList<>();
        page.select("script[type=application/ld+json]").forEach(script -> collect(parse(script.data()), all));
        all.stream()
                .filter(this::isThisPage)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(articles::add);
    }

    /** Whether it has the page's address or title; others are of stories the page leads to. */
    private boolean isThisPage(JsonNode article) {
        String own = bare(attribute("link[rel=canonical]", "href")), graph = bare(meta("og:url"));
        for (String address : List.of(
                article.path("url").asText(""),
                article.path("mainEntityOfPage").asText(""),
                article.path("mainEntityOfPage").path("@id").asText(""),
                article.path("@id").asText(""))) {
            if (!address.isBlank()
                    && (bare(address).equals(own) || bare(address).equals(graph))) return true;
        }
        String headline = cut(first(article.path("headline").asText("")), MetadataCollector.LONGEST);
        return !headline.isEmpty()
                && Stream.of(page.title(), first(meta("og:title")), text("h1"))
                        .anyMatch(title -> title.contains(headline));
    }

    private static String bare(String address) {
        return address.replaceFirst("^https?://(?:www\\.)?", "")
                .replaceFirst("[?#].*", "")
                .replaceFirst("/$", "");
    }

    MetadataCollector titlePage() {
        return new MetadataCollector()
                .offer(MetadataCollector.Item.TITLE, title(), "headline of the page")
                .offer(MetadataCollector.Item.SUBTITLE, ld("alternativeHeadline"), LD)
                .offer(MetadataCollector.Item.SUBTITLE, subtitle(), "element under the headline")
                .offer(MetadataCollector.Item.AUTHOR, people("author"), LD)
                .offer(MetadataCollector.Item.AUTHOR, named(metas("author")), META)
                .offer(MetadataCollector.Item.AUTHOR, metas("citation_author"), META)
                .offer(
                        MetadataCollector.Item.AUTHOR,
                        named(firstMeta("parsely-author", "dcterms.creator", "dc.creator")),
                        META)
                .offer(MetadataCollector.Item.AUTHOR, named(meta("article:author")), META)
                .offer(MetadataCollector.Item.AUTHOR, byline(), "byline")
                .offer(MetadataCollector.Item.PUBLISHER, named(meta("og:site_name")), OG)
                .offer(MetadataCollector.Item.PUBLISHER, ld("publisher"), LD)
                .offer(MetadataCollector.Item.PUBLISHER, meta("publisher"), META)
                .offerDay(MetadataCollector.Item.PUBLISHED, ld("datePublished"), LD)
                .offerDay(MetadataCollector.Item.PUBLISHED, meta("article:published_time"), OG)
                .offerDay(
                        MetadataCollector.Item.PUBLISHED,
                        firstMeta(
                                "date",
                                "dc.date",
                                "dc.date.issued",
                                "pubdate",
                                "publishdate",
                                "dcterms.date",
                                "dcterms.issued",
                                "dcterms.created",
                                "citation_publication_date",
                                "citation_date",
                                "sailthru.date",
                                "parsely-pub-date"),
                        META)
                .offerDay(
                        MetadataCollector.Item.PUBLISHED,
                        attribute("[itemprop=datePublished]", "datetime"),
                        "time element")
                .offerDay(
                        MetadataCollector.Item.PUBLISHED,
                        attribute("[itemprop=datePublished]", "content"),
                        "time element")
                .offerDay(MetadataCollector.Item.PUBLISHED, statedLine(), "date line")
                .offerDay(MetadataCollector.Item.MODIFIED, ld("dateModified"), LD)
                .offerDay(
                        MetadataCollector.Item.MODIFIED,
                        firstMeta("article:modified_time", "og:updated_time", "last-modified"),
                        META)
                .offerDay(
                        MetadataCollector.Item.MODIFIED,
                        attribute("[itemprop=dateModified]", "datetime"),
                        "time element")
                .offer(MetadataCollector.Item.URL, address(attribute("link[rel=canonical]", "href")), "canonical link")
                .offer(MetadataCollector.Item.URL, address(meta("og:url")), OG)
                .offer(
                        MetadataCollector.Item.LANGUAGE,
                        page.select("html")
                                .attr("lang")
                                .replaceAll("[-_].*", "")
                                .toLowerCase(Locale.ROOT),
                        "page's language")
                .offer(MetadataCollector.Item.LANGUAGE, meta("og:locale").replaceAll("[-_].*", ""), OG)
                .offer(MetadataCollector.Item.SECTION, meta("article:section"), OG)
                .offer(MetadataCollector.Item.SECTION, ld("articleSection"), LD)
                .offerTags(page.select("meta[property=article:tag]").eachAttr("content"), OG)
                .offerTags(list("keywords"), LD);
    }

    private String metas(String name) {
        Evaluator named = Selector.evaluatorOf("meta[property=" + name + "], meta[name=" + name + "]");
        return metas.stream()
                .filter(meta -> meta.is(named))
                .map(meta -> meta.attr("content").strip())
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(MOST_AUTHORS)
                .collect(Collectors.joining(", "));
    }

    /** What stands behind "Published" in a short line. */
    private String statedLine() {
        return page.body().getAllElements().stream()
                .map(Element::ownText)
                .filter(line -> line.length() <= 2 * LONGEST_DATE)
                .map(PUBLISHED::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .filter(rest -> Dates.firstIn(rest).isPresent())
                .findFirst()
                .orElse("");
    }

    /** The day at the headline; one in a list, a link or what stands round an article is another story's. */
    String time() {
        Element headline = page.selectFirst("article h1, main h1, h1");
        Element own = headline == null ? null : headline.closest("article, main");
        List<Element> times = page.select("time").stream()
                .limit(MOST_HEADINGS)
                .filter(time -> Dates.firstIn(day(time)).isPresent())
                .toList();
        return times.stream()
                .filter(time -> own != null
                        && time.parents().contains(own)
                        && !AROUND.matcher(time.parents().stream()
                                        .takeWhile(above -> above != own)
                                        .map(Element::normalName)
                                        .collect(Collectors.joining(" ")))
                                .find())
                .findFirst()
                .or(() -> times.stream()
                        .filter(time -> time.closest("nav, aside, footer, header, a, li") == null)
                        .findFirst())
                .or(() -> times.stream().findFirst())
                .map(HtmlHead::day)
                .orElse("");
    }

    private static String day(Element time) {
        return time.hasAttr("datetime") ? time.attr("datetime") : time.text();
    }

    boolean isLiveBlog() {
        return articles.stream()
                .anyMatch(article -> article.path("@type").toString().contains("LiveBlogPosting"));
    }

    /** A line that is a date and nothing else; one that begins with a weekday may be the page's clock. */
    String dateLine() {
        return page.body().getAllElements().stream()
                .map(Element::ownText)
                .filter(line -> line.length() >= 8
                        && line.length() <= LONGEST_DATE
                        && !line.matches("(?i)(mon|tue|wed|thu|fri|sat|sun).*")
                        && Dates.isDateLine(line))
                .findFirst()
                .orElse("");
    }

    private static String address(String url) {
        return url.matches("https?://\\S+") ? url : "";
    }

    private static String named(String author) {
        String name = cut(author, MetadataCollector.LONGEST)
                .replaceAll("\\s+", " "); // spaces without end take the next pattern their square
        return name.matches("(?i)https?://.*|@.*") ? "" : name.replaceFirst(" [|·•].*", "");
    }

    private String byline() {
        String line = text("[rel=author], [itemprop=author], .byline, .author-name, .article-author");
        return line.length() > 80 || line.matches(".*(\\||\\d{4}).*")
                ? ""
                : named(line.replaceFirst("(?i)^by\\s+", ""));
    }

    private String firstMeta(String... names) {
        return Stream.of(names)
                .map(this::meta)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Every name of a property that may be one person or several. */
    private String people(String property) {
        return articles.stream()
                .map(article -> article.path(property))
                .map(value -> value.isArray()
                        ? StreamSupport.stream(value.spliterator(), false)
                                .map(this::name)
                                .filter(name -> !name.isBlank())
                                .collect(Collectors.joining(", "))
                        : name(value))
                .filter(names -> !names.isBlank())
                .findFirst()
                .orElse("");
    }

    private String name(JsonNode value) {
        return named(value.isObject() ? named(value) : value.asText(""));
    }

    private List<String> list(String property) {
        for (JsonNode article : articles) {
            JsonNode value = article.path(property);
            if (value.isArray())
                return StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
            if (!value.asText("").isBlank())
                return List.of(cut(value.asText(), LONGEST_LIST).split("\\s*,\\s*"));
        }
        return List.of();
    }

    /** The page's heading where its metadata say the same with more round it ("… | The Outlet"), else the metadata. */
    private String title() {
        String own = cut(page.title(), MetadataCollector.LONGEST),
                stated = cut(first(ld("headline"), meta("og:title"), own), MetadataCollector.LONGEST);
        List<String> outlet = Stream.of(meta("og:site_name"), ld("publisher"))
                .map(String::strip)
                .toList();
        for (Element heading : page.select("article h1, main h1, h1").stream()
                .limit(MOST_HEADINGS)
                .toList()) {
            String text = Decoder.clean(heading.text()).strip();
            boolean site = outlet.contains(text)
                    || own.length() > 2 * text.length()
                            && heading.closest("header, nav") != null
                            && heading.closest("article, main") == null;
            if (!text.isEmpty() && !site && (stated.isEmpty() || own.contains(text) || stated.contains(text)))
                return text;
        }
        return stated.replaceAll("\\s+[|–—-]\\s+[^|–—]{2,40}$", "");
    }

    /** The words a page puts under its headline: a sentence, not the label of a box. */
    private String subtitle() {
        return page
                .select("[class~=(?i)(^|[\\s_-])(dek|standfirst|sub-?(title|head(line)?)|article__summary)($|[\\s_-])]")
                .stream()
                .limit(MOST_HEADINGS)
                .map(Element::text)
                .filter(text -> text.split(" ").length >= SUBTITLE_WORDS && text.length() < 400)
                .findFirst()
                .orElse("");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode(); // a page's broken metadata is as good as none
        }
    }

    private void collect(JsonNode node, List<JsonNode> all) {
        if (node == null) return;
        String id = node.path("@id").asText("");
        if (!id.isEmpty() && node.has("name")) things.putIfAbsent(id, node);
        if (node.path("@type").toString().matches(".*(?:Article|Posting).*")) all.add(node);
        if (node.isArray()) node.forEach(one -> collect(one, all));
        collect(node.get("@graph"), all);
    }

    /** A thing may be told elsewhere on the page and only be named by its id. */
    private String named(JsonNode thing) {
        String name = thing.path("name").asText("");
        return name.isEmpty() && things.containsKey(thing.path("@id").asText(""))
                ? things.get(thing.path("@id").asText("")).path("name").asText("")
                : name;
    }

    /** A property of the page's schema.org article: its text, or its name where it is a thing. */
    private String ld(String property) {
        return articles.stream()
                .map(article -> article.path(property))
                .map(value -> value.isArray() ? value.path(0) : value)
                .map(value -> value.isObject() ? named(value) : value.asText(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private String meta(String name) {
        Evaluator named = Selector.evaluatorOf("meta[property=" + name + "], meta[name=" + name + "]");
        return metas.stream()
                .filter(meta -> meta.is(named))
                .findFirst()
                .map(meta -> meta.attr("content"))
                .orElse("");
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
        return Stream.of(values)
                .map(value -> Parser.unescapeEntities(value, false))
                .map(Decoder::clean)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
