package ibid.read.html.head;

import ibid.language.CharRuns;
import ibid.language.time.Dates;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import ibid.read.manuscript.WordCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads what a web page states about its article: schema.org JSON-LD, Open Graph and the plain HTML elements, in that
 * order of trust.
 */
public final class HtmlHead {

    private static final String JSON_LD = "JSON-LD";
    private static final String OPEN_GRAPH = "Open Graph";
    private static final String META_ELEMENT = "meta element";
    private static final String TIME_ELEMENT = "time element";
    private static final int MIN_BODY_WORDS = 20; // fewer are a description
    private static final int MIN_SUBTITLE_WORDS = 6;
    private static final int MAX_SUBTITLE_CHARS = 400;
    private static final int MAX_BYLINE_CHARS = 80;
    private static final int MIN_DATE_CHARS = 8;
    private static final int MAX_DATE_CHARS = 60;
    private static final int MAX_ELEMENTS = 50; // headings, times or subtitles that are looked at
    private static final String HEADLINES = "article h1, main h1, h1";
    private static final String BYLINES = "[rel=author], [itemprop=author], .byline, .author-name, .article-author";
    private static final String SUBTITLES =
            "[class~=(?i)(^|[\\s_-])(dek|deck|standfirst|sub-?(title|head(line)?)|article__summary|lead|lede|chapeau|"
                    + "vorspann|intro(duction)?|article-(intro|summary|excerpt)|post-(intro|excerpt|summary))"
                    + "($|[\\s_-])]";
    private static final Set<String> OTHER_BLOCKS = Set.of("nav", "aside", "footer", "a", "li", "article");
    private static final Set<String> WEEKDAYS = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern PUBLISHED =
            Pattern.compile("(?iu)\\b(?:published|posted|veröffentlicht|erschienen|publié|publicado|"
                    + "pubblicato|gepubliceerd|opublikowano|опубликовано)\\b(.*)");
    private static final Pattern SITE_NAME_SUFFIX = Pattern.compile("\\s+[|–—-]\\s+[^|–—]{2,40}$");
    private static final String[] DATE_METAS = {
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
        "parsely-pub-date"
    };

    private final Document document;
    private final PageElements page;
    private final JsonLd ld;

    public HtmlHead(Document document) {
        this.document = document;
        page = new PageElements(document);
        ld = new JsonLd(document, page);
    }

    public MetadataCollector titlePage() {
        MetadataCollector stated = new MetadataCollector();
        stated.offer(Item.TITLE, title(), "headline of the page");
        stated.offer(Item.SUBTITLE, ld.text("alternativeHeadline"), JSON_LD);
        stated.offer(Item.SUBTITLE, subtitle(), "element under the headline");
        offerMakers(stated);
        offerDays(stated);
        stated.offer(Item.URL, webAddress(page.attribute("link[rel=canonical]", "href")), "canonical link");
        stated.offer(Item.URL, webAddress(page.meta("og:url")), OPEN_GRAPH);
        stated.offer(Item.LANGUAGE, language(document.select("html").attr("lang")), "page's language");
        stated.offer(Item.LANGUAGE, language(page.meta("og:locale")), OPEN_GRAPH);
        stated.offer(Item.SECTION, page.meta("article:section"), OPEN_GRAPH);
        stated.offer(Item.SECTION, ld.text("articleSection"), JSON_LD);
        stated.offerTags(document.select("meta[property=article:tag]").eachAttr("content"), OPEN_GRAPH);
        return stated.offerTags(ld.list("keywords"), JSON_LD);
    }

    private void offerMakers(MetadataCollector stated) {
        String others = page.firstMeta("parsely-author", "dcterms.creator", "dc.creator");
        stated.offer(Item.AUTHOR, ld.people("author"), JSON_LD);
        stated.offer(Item.AUTHOR, PageElements.personName(page.allMetas("author")), META_ELEMENT);
        stated.offer(Item.AUTHOR, page.allMetas("citation_author"), META_ELEMENT);
        stated.offer(Item.AUTHOR, PageElements.personName(others), META_ELEMENT);
        stated.offer(Item.AUTHOR, PageElements.personName(page.meta("article:author")), META_ELEMENT);
        stated.offer(Item.AUTHOR, byline(), "byline");
        stated.offer(Item.PUBLISHER, PageElements.personName(page.meta("og:site_name")), OPEN_GRAPH);
        stated.offer(Item.PUBLISHER, ld.text("publisher"), JSON_LD);
        stated.offer(Item.PUBLISHER, page.meta("publisher"), META_ELEMENT);
    }

    private void offerDays(MetadataCollector stated) {
        stated.offerDay(Item.PUBLISHED, ld.text("datePublished"), JSON_LD);
        stated.offerDay(Item.PUBLISHED, page.meta("article:published_time"), OPEN_GRAPH);
        stated.offerDay(Item.PUBLISHED, page.firstMeta(DATE_METAS), META_ELEMENT);
        stated.offerDay(Item.PUBLISHED, page.attribute("[itemprop=datePublished]", "datetime"), TIME_ELEMENT);
        stated.offerDay(Item.PUBLISHED, page.attribute("[itemprop=datePublished]", "content"), TIME_ELEMENT);
        stated.offerDay(Item.PUBLISHED, statedLine(), "date line");
        offerModified(stated);
    }

    private void offerModified(MetadataCollector stated) {
        String modified = page.firstMeta("article:modified_time", "og:updated_time", "last-modified");
        stated.offerDay(Item.MODIFIED, ld.text("dateModified"), JSON_LD);
        stated.offerDay(Item.MODIFIED, modified, META_ELEMENT);
        stated.offerDay(Item.MODIFIED, page.attribute("[itemprop=dateModified]", "datetime"), TIME_ELEMENT);
    }

    /** The paragraphs of the text that the metadata state, for a page that shows it with a script; else none. */
    public List<String> articleBody() {
        String stated = ld.text("articleBody");
        String text = stated.indexOf('<') < 0 ? stated : Jsoup.parse(stated).wholeText();
        if (WordCount.of(text) < MIN_BODY_WORDS) {
            return List.of();
        }
        return text.lines()
                .map(line -> Decoder.clean(line).strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public boolean isLiveBlog() {
        return ld.isLiveBlog();
    }

    /** The language of "en-GB" or "en_GB". */
    private static String language(String locale) {
        int end = CharRuns.end(locale, 0, CharRuns.noneOf("-_"));
        return locale.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static String webAddress(String url) {
        boolean web = url.startsWith("http://") || url.startsWith("https://");
        return web && url.chars().noneMatch(Character::isWhitespace) ? url : "";
    }

    /** The text after "Published" in a short line. */
    private String statedLine() {
        for (Element element : document.body().getAllElements()) {
            String line = element.ownText();
            if (line.length() > 2 * MAX_DATE_CHARS) {
                continue;
            }
            Matcher published = PUBLISHED.matcher(line);
            if (published.find() && Dates.firstIn(published.group(1)).isPresent()) {
                return published.group(1);
            }
        }
        return "";
    }

    /** The date near the headline. A date in a list, in a link or in boilerplate belongs to another story. */
    public String time() {
        Element headline = document.selectFirst(HEADLINES);
        Element own = headline == null ? null : headline.closest("article, main");
        List<Element> times = datedTimes();
        for (Element time : times) {
            if (own != null && isDirectlyIn(own, time)) {
                return day(time);
            }
        }
        for (Element time : times) {
            if (time.closest("nav, aside, footer, header, a, li") == null) {
                return day(time);
            }
        }
        return times.isEmpty() ? "" : day(times.getFirst());
    }

    private List<Element> datedTimes() {
        List<Element> dated = new ArrayList<>();
        for (Element time : document.select("time").stream().limit(MAX_ELEMENTS).toList()) {
            if (Dates.firstIn(day(time)).isPresent()) {
                dated.add(time);
            }
        }
        return dated;
    }

    /** Whether no element between the article and this one is boilerplate. */
    private static boolean isDirectlyIn(Element article, Element element) {
        for (Element above : element.parents()) {
            if (above == article) {
                return true;
            }
            if (OTHER_BLOCKS.contains(above.normalName())) {
                return false;
            }
        }
        return false;
    }

    private static String day(Element time) {
        return time.hasAttr("datetime") ? time.attr("datetime") : time.text();
    }

    /** A line that is only a date; one that begins with a weekday may be the current date. */
    public String dateLine() {
        for (Element element : document.body().getAllElements()) {
            String line = element.ownText();
            if (line.length() < MIN_DATE_CHARS || line.length() > MAX_DATE_CHARS) {
                continue;
            }
            boolean clock = WEEKDAYS.contains(line.substring(0, 3).toLowerCase(Locale.ROOT));
            if (!clock && Dates.isDateLine(line)) {
                return line;
            }
        }
        return "";
    }

    private String byline() {
        String line = page.text(BYLINES);
        if (line.length() > MAX_BYLINE_CHARS || line.contains("|") || hasYear(line)) {
            return "";
        }
        boolean by = line.regionMatches(true, 0, "by ", 0, 3);
        return PageElements.personName(by ? line.substring(3).strip() : line);
    }

    private static boolean hasYear(String line) {
        int figures = 0;
        for (char sign : line.toCharArray()) {
            figures = Character.isDigit(sign) ? figures + 1 : 0;
            if (figures == 4) {
                return true;
            }
        }
        return false;
    }

    /**
     * The page's heading if its metadata have the same title with additions ("… | The Outlet"), else the metadata's
     * title.
     */
    private String title() {
        String own = PageElements.cut(document.title());
        String stated = firstNonEmpty(ld.text("headline"), page.meta("og:title"), own);
        List<String> outlet =
                List.of(page.meta("og:site_name").strip(), ld.text("publisher").strip());
        for (Element heading :
                document.select(HEADLINES).stream().limit(MAX_ELEMENTS).toList()) {
            String text = Decoder.clean(heading.text()).strip();
            if (text.isEmpty() || outlet.contains(text) || isSiteName(heading, text, own)) {
                continue;
            }
            if (stated.isEmpty() || own.contains(text) || stated.contains(text)) {
                return text;
            }
        }
        return SITE_NAME_SUFFIX.matcher(stated).replaceAll("");
    }

    private static boolean isSiteName(Element heading, String text, String title) {
        return title.length() > 2 * text.length()
                && heading.closest("header, nav") != null
                && heading.closest("article, main") == null;
    }

    private static String firstNonEmpty(String... values) {
        for (String value : values) {
            if (!PageElements.clean(value).isEmpty()) {
                return PageElements.clean(value);
            }
        }
        return "";
    }

    /** The subtitle under a page's headline: a sentence, not the label of a box. */
    private String subtitle() {
        return leads().isEmpty() ? "" : leads().getFirst();
    }

    /** Sentences that the page names as the article's subtitle or lead. */
    public List<String> leads() {
        List<String> leads = new ArrayList<>();
        for (Element element :
                document.select(SUBTITLES).stream().limit(MAX_ELEMENTS).toList()) {
            String text = element.text();
            if (text.split(" ").length >= MIN_SUBTITLE_WORDS && text.length() < MAX_SUBTITLE_CHARS) {
                leads.add(text);
            }
        }
        return leads;
    }
}
