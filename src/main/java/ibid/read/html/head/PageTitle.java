package ibid.read.html.head;

import ibid.read.bytes.Decoder;
import ibid.read.manuscript.StatedTitle;
import ibid.read.manuscript.WordCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The title of a page's article, without the name of its site. */
final class PageTitle {

    private static final Set<String> HOME_PATHS = Set.of("", "/", "./", "/index.html", "/index.php", "index.html");
    private static final Pattern SITE_NAME_SUFFIX =
            Pattern.compile("(?:\\s+\\|\\s+[^|]{2,40}){1,3}$|\\s+[|–—«·-]\\s+[^|–—]{2,40}$");
    private static final Pattern PATH_SIGN = Pattern.compile("\\s+[»›]\\s+"); // "The Outlet » Blog Archive » Title"
    private static final String LOGO =
            "header, nav, [class~=(?i)(^|[\\s_-])(logo|brand|masthead|site-?(name|title))([\\s_-]|$)]";
    private static final String BETWEEN_PARTS = "|–—«»·:-";
    private static final int MAX_HEADINGS = 50;
    private static final int MAX_SECTION_WORDS = 1; // "News"

    private final Document document;
    private final PageElements page;
    private final JsonLd ld;

    PageTitle(Document document, PageElements page, JsonLd ld) {
        this.document = document;
        this.page = page;
        this.ld = ld;
    }

    /**
     * The page's heading that is most of its metadata's title ("… | The Outlet"), else the metadata's title; where
     * that is one word, as of a section, the one heading that says more.
     */
    String find() {
        String own = StatedTitle.of(PageElements.cut(document.title()));
        String stated = withoutPath(firstNonEmpty(ld.text("headline"), StatedTitle.of(page.meta("og:title")), own));
        List<String> headings = headings(own);
        List<String> titles = headings.stream()
                .filter(heading -> stated.isEmpty() || own.contains(heading) || stated.contains(heading))
                .toList();
        if (!titles.isEmpty()) {
            return stated.isEmpty() ? titles.getFirst() : mostOf(own, titles);
        }
        boolean isSection = (WordCount.of(stated) <= MAX_SECTION_WORDS || isOutlet(stated))
                && headings.size() == 1
                && WordCount.of(headings.getFirst()) > MAX_SECTION_WORDS;
        return isSection ? headings.getFirst() : withoutSite(stated);
    }

    /** The title without the name of the site, which stands before it in a heading or after it. */
    private String withoutSite(String title) {
        for (Element heading :
                document.select("h1").stream().limit(MAX_HEADINGS).toList()) {
            String name = Decoder.clean(heading.text()).strip();
            String rest =
                    title.startsWith(name) ? title.substring(name.length()).strip() : "";
            if (rest.length() > 2 && BETWEEN_PARTS.indexOf(rest.charAt(0)) >= 0 && isSiteName(heading, name, title)) {
                return rest.substring(1).strip();
            }
        }
        return SITE_NAME_SUFFIX.matcher(title).replaceAll("");
    }

    private boolean isOutlet(String name) {
        return OutletName.isOf(name, page.meta("og:site_name")) || OutletName.isOf(name, ld.text("publisher"));
    }

    /** The one part of a title with the way to it that is neither the outlet nor a step. */
    private String withoutPath(String title) {
        List<String> parts = Arrays.stream(PATH_SIGN.split(title))
                .filter(part -> !isOutlet(part) && !part.equalsIgnoreCase("blog archive"))
                .toList();
        return parts.size() == 1 ? parts.getFirst() : title;
    }

    /** The longest, which is not the name of the site if there is another. */
    private static String mostOf(String title, List<String> headings) {
        return headings.stream()
                .max(Comparator.comparing((String heading) -> !isSiteIn(title, heading))
                        .thenComparing(String::length))
                .orElseThrow();
    }

    /** Whether the page's title ends with the heading, as with the name of its site. */
    private static boolean isSiteIn(String title, String heading) {
        int start = title.length() - heading.length();
        return start > 2
                && title.endsWith(heading)
                && SITE_NAME_SUFFIX.matcher(title.substring(start - 3)).matches();
    }

    /** The page's main headings, without those that name its site. */
    private List<String> headings(String title) {
        List<String> headings = new ArrayList<>();
        for (Element heading :
                document.select(HtmlHead.HEADLINES).stream().limit(MAX_HEADINGS).toList()) {
            String text = Decoder.clean(heading.text()).strip();
            if (!text.isEmpty() && !isOutlet(text) && !isSiteName(heading, text, title)) {
                headings.add(text);
            }
        }
        return headings;
    }

    private static boolean isSiteName(Element heading, String text, String title) {
        if (title.length() <= text.length() || heading.closest("article, main") != null) {
            return false;
        }
        return title.length() > 2 * text.length() && heading.closest(LOGO) != null || leadsHome(heading);
    }

    /** Whether the heading is a link to the site's front page, as a logo is. */
    private static boolean leadsHome(Element heading) {
        Element link = heading.parent() != null && heading.parent().normalName().equals("a")
                ? heading.parent()
                : heading.selectFirst("a[href]");
        String href = link == null ? "" : link.attr("href").strip();
        int host = href.indexOf("//");
        int path = href.indexOf('/', host < 0 ? 0 : host + 2);
        String rest = host >= 0 && path < 0 ? "" : href.substring(Math.max(0, path));
        return link != null && !href.isEmpty() && HOME_PATHS.contains(rest);
    }

    private static String firstNonEmpty(String... values) {
        for (String value : values) {
            if (!PageElements.clean(value).isEmpty()) {
                return PageElements.clean(value);
            }
        }
        return "";
    }
}
