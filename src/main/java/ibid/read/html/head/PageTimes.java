package ibid.read.html.head;

import ibid.language.time.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The time elements and the lines of a page that are only a date, for pages that state no day otherwise. */
public final class PageTimes {

    private static final int MIN_DATE_CHARS = 8;
    private static final int MAX_DATE_CHARS = 80;
    private static final int MAX_ELEMENTS = 50; // times that are looked at
    private static final Set<String> OTHER_BLOCKS = Set.of("nav", "aside", "footer", "a", "li", "article");
    private static final Set<String> WEEKDAYS = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern BESIDE = Pattern.compile("\\s[/|•·]\\s");

    private final Document document;
    private final OtherPlaces others;

    public PageTimes(Document document) {
        this.document = document;
        others = new OtherPlaces(document);
    }

    /** The date near the headline. A date in a list, in a link or in boilerplate belongs to another story. */
    public String time() {
        Element headline = document.selectFirst(HtmlHead.HEADLINES);
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
            boolean isOther = others.holdByName(time) || time.is(PageDates.CHANGED);
            if (!isOther && Dates.firstIn(day(time)).filter(PageDates::isPast).isPresent()) {
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

    /** A line that is only a date; one in the page's header that begins with a weekday may be the current date. */
    public String dateLine() {
        for (Element element : document.body().getAllElements()) {
            List<String> lines = PageElements.lines(element);
            for (String own : lines.size() > 1 ? lines : List.of(element.ownText())) {
                String line = BESIDE.split(own, 2)[0]; // "… / Updated …"
                if (isDateLine(line) && !isClock(element, line) && !others.hold(element)) {
                    return line;
                }
            }
        }
        return "";
    }

    private static boolean isDateLine(String line) {
        return line.length() >= MIN_DATE_CHARS
                && line.length() <= MAX_DATE_CHARS
                && Dates.isDateLine(line)
                && Dates.firstIn(line).filter(PageDates::isPast).isPresent()
                && !DateLabels.isModified(line);
    }

    private static boolean isClock(Element element, String line) {
        return element.closest("header, nav") != null
                && WEEKDAYS.contains(line.substring(0, 3).toLowerCase(Locale.ROOT));
    }
}
