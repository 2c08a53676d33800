package ibid.read.html.head;

import ibid.language.CharRuns;
import ibid.language.time.Dates;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import ibid.read.manuscript.StatedTitle;
import ibid.read.manuscript.WordCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final int MAX_ELEMENTS = 50; // headings, times or subtitles that are looked at
    static final String HEADLINES = "article h1, main h1, h1";
    private static final String BYLINES =
            "[rel=author], [itemprop=author], .byline, .author-name, .article-author, .author";
    private static final String SUBTITLES =
            "[class~=(?i)(^|[\\s_-])(dek|deck|standfirst|sub-?(title|head(line)?)|article__summary|lead|lede|chapeau|"
                    + "vorspann|intro(duction)?|article-(intro|summary|excerpt)|post-(intro|excerpt|summary))"
                    + "($|[\\s_-])]";
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
        "parsely-pub-date",
        "datepublished",
        "article.published",
        "article:published",
        "og:published_time",
        "publication_date",
        "publish_date",
        "publish-date",
        "published_time",
        "published",
        "pub_date",
        "date_published",
        "originalpublicationdate",
        "cxenseparse:recs:publishtime",
        "rnews:datepublished",
        "shareaholic:article_published_time",
        "bt:pubdate",
        "dc.date.created",
        "dc:date",
        "dcterms.available",
        "citation_online_date",
        "article_date_original",
        "created"
    };
    private static final Set<String> DATE_WORDS = Set.of(
            "published",
            "published_time",
            "published_at",
            "publish_time",
            "pubdate",
            "publishdate",
            "datepublished",
            "issued",
            "uploaded");

    private final Document document;
    private final PageElements page;
    private final JsonLd ld;
    private final OtherPlaces others;
    private final PageDates dates;

    public HtmlHead(Document document) {
        this.document = document;
        page = new PageElements(document);
        ld = new JsonLd(document, page);
        others = new OtherPlaces(document);
        dates = new PageDates(document, others);
    }

    public MetadataCollector titlePage() {
        MetadataCollector stated = new MetadataCollector();
        stated.offer(Item.TITLE, new PageTitle(document, page, ld).find(), "headline of the page");
        stated.offer(Item.SUBTITLE, ld.text("alternativeHeadline"), JSON_LD);
        stated.offer(Item.SUBTITLE, subtitle(), "element under the headline");
        offerMakers(stated);
        stated.offer(Item.URL, webAddress(page.attribute("link[rel=canonical]", "href")), "canonical link");
        stated.offer(Item.URL, webAddress(page.meta("og:url")), OPEN_GRAPH);
        offerDays(stated);
        stated.offer(Item.LANGUAGE, language(PageElements.language(document)), "page's language");
        stated.offer(Item.LANGUAGE, language(page.meta("og:locale")), OPEN_GRAPH);
        stated.offer(Item.SECTION, page.meta("article:section"), OPEN_GRAPH);
        stated.offer(Item.SECTION, ld.text("articleSection"), JSON_LD);
        stated.offerTags(document.select("meta[property=article:tag]").eachAttr("content"), OPEN_GRAPH);
        return stated.offerTags(ld.list("keywords"), JSON_LD);
    }

    private void offerMakers(MetadataCollector stated) {
        String others = page.firstMeta("parsely-author", "dcterms.creator", "dc.creator");
        offerAuthor(stated, ld.people("author"), JSON_LD);
        offerAuthor(stated, PageElements.personName(page.allNames("author")), META_ELEMENT);
        offerAuthor(stated, page.allNames("citation_author"), META_ELEMENT);
        offerAuthor(stated, PageElements.personName(others), META_ELEMENT);
        offerAuthor(stated, PageElements.personName(page.meta("article:author")), META_ELEMENT);
        offerAuthor(stated, PageElements.personName(page.writtenBy()), META_ELEMENT);
        offerAuthor(stated, byline(), "byline");
        stated.offer(Item.PUBLISHER, PageElements.personName(page.meta("og:site_name")), OPEN_GRAPH);
        stated.offer(Item.PUBLISHER, ld.text("publisher"), JSON_LD);
        stated.offer(Item.PUBLISHER, page.meta("publisher"), META_ELEMENT);
    }

    /** Offers an author who is neither a placeholder nor the outlet itself. */
    private void offerAuthor(MetadataCollector stated, String name, String source) {
        if (!OutletName.isOf(name, page.meta("og:site_name")) && !OutletName.isOf(name, ld.text("publisher"))) {
            stated.offer(Item.AUTHOR, StatedTitle.author(name), source);
        }
    }

    private void offerDays(MetadataCollector stated) {
        String shared = page.meta("article:published_time");
        if (isShown(shared)) {
            offerPublished(stated, shared, OPEN_GRAPH);
        }
        offerPublished(stated, ld.text("datePublished"), JSON_LD);
        offerPublished(stated, shared, OPEN_GRAPH);
        stated.offer(Item.PUBLISHED, dates.besideHeadline(), "line beside the headline");
        offerPublished(stated, page.attribute("[itemprop=datePublished]", "datetime"), TIME_ELEMENT);
        offerPublished(stated, page.firstMeta(DATE_METAS), META_ELEMENT);
        offerPublished(stated, page.attribute("[itemprop=datePublished]", "content"), TIME_ELEMENT);
        offerPublished(stated, ld.ofPage("datePublished"), JSON_LD);
        offerPublished(stated, dates.machineReadable(), TIME_ELEMENT);
        stated.offer(Item.PUBLISHED, dates.labelled(), "date line");
        offerModified(stated);
    }

    /** Whether readers see that day beside the headline, which decides where a page states two. */
    private boolean isShown(String stamp) {
        Optional<LocalDate> day = Dates.firstIn(stamp);
        return day.isPresent() && day.equals(Dates.firstIn(dates.besideHeadline()));
    }

    private void offerPublished(MetadataCollector stated, String stamp, String source) {
        boolean isLast = stamp.isBlank() || !stated.get(Item.PUBLISHED).isEmpty();
        if (!isLast) {
            stated.offerDay(Item.PUBLISHED, dates.local(stamp, stated.get(Item.URL), shownDay()), source);
        }
    }

    /** The day beside the headline, as readers see it. */
    private String shownDay() {
        String beside = dates.besideHeadline();
        if (!beside.isEmpty()) {
            return beside;
        }
        for (Element time : document.select("time").stream().limit(MAX_ELEMENTS).toList()) {
            if (!others.hold(time) && Dates.firstIn(time.text()).isPresent()) {
                return time.text();
            }
        }
        String labelled = dates.labelled();
        return labelled.isEmpty() ? dates.named() : labelled;
    }

    /** A day in an element that is named as a date, else in the page's title, else in its head. */
    public String namedDay() {
        return Stream.of(dates.named(), dates.inTitle(), dates.updated(), page.metaEndingWith(DATE_WORDS))
                .flatMap(day -> Dates.firstIn(day).stream())
                .map(LocalDate::toString)
                .findFirst()
                .orElse("");
    }

    private void offerModified(MetadataCollector stated) {
        String modified = page.firstMeta("article:modified_time", "og:updated_time", "last-modified");
        stated.offerDay(Item.MODIFIED, ld.text("dateModified"), JSON_LD);
        stated.offerDay(Item.MODIFIED, modified, META_ELEMENT);
        stated.offerDay(Item.MODIFIED, page.attribute("[itemprop=dateModified]", "datetime"), TIME_ELEMENT);
        stated.offerDay(Item.MODIFIED, ld.ofPage("dateModified"), JSON_LD);
        stated.offer(Item.MODIFIED, dates.labelledModified(), "date line");
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

    private String byline() {
        String line = page.text(BYLINES);
        if (line.length() > MAX_BYLINE_CHARS || line.contains("|") || hasYear(line)) {
            return "";
        }
        return PageElements.personName(line);
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
