package ibid.read.html.head;

import ibid.language.time.Dates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The days that a page shows for its article: after a label, in elements that are named as dates, in lines that are
 * only a date. The order and the names follow htmldate. Days of other stories, comments, embedded posts and tables are
 * not the article's.
 */
final class PageDates {

    private static final int MAX_LINE_CHARS = 150; // a longer one is a sentence that mentions a day
    private static final int MIN_DATE_CHARS = 6;
    private static final int MAX_ELEMENTS = 4000; // of the page that are looked at
    private static final int FIRST_AFTERNOON_HOUR = 12;
    private static final String MACHINE_READABLE =
            "abbr.published[title], abbr.date[title], abbr.entry-date[title], .published[title], .dtstamp[title],"
                    + " time[pubdate][datetime], time.published[datetime], time.entry-date[datetime],"
                    + " time.dt-published[datetime]";
    private static final Pattern NAMED = Pattern.compile("(?i)(^|[\\s_-])(date|datum|fecha|data|dateline|datetime|time|"
            + "timestamp|published|publish|posted|pubdate|created|(post|entry|article|news|blog)?-?_?meta(data|info)?|"
            + "submitted|byline|article-?info|post-?info|postdate|posted-on|day|subline|info)([\\s_-]|$)");
    private static final int MAX_DEPTH = 64; // of pages; looking up from every element of a deeper one takes too long
    private static final Evaluator MAIN_PLACES = QueryParser.parse("main, article, [role=main]");
    private static final Evaluator OTHER_PLACES =
            QueryParser.parse("table, blockquote, aside, nav, footer, form, figure, select");
    private static final Pattern OTHER_NAME = Pattern.compile(
            "(?i)comment|kommentar|related|latest|recent|popular|sidebar|widget|teaser|tweet|embed|infobox|recommend|"
                    + "trending|archive|calendar|event|weather|footer|copyright|similar|more-");

    private final Document page;
    private final String language; // of the page, with its country, in lower case

    PageDates(Document page) {
        this.page = page;
        language = page.select("html").attr("lang").toLowerCase(Locale.ROOT);
    }

    /** A day for programs in an element that is named as the article's. */
    String machineReadable() {
        for (Element element : page.select(MACHINE_READABLE)) {
            String stated = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("title");
            if (!isElsewhere(element) && Dates.firstIn(stated).isPresent()) {
                return stated;
            }
        }
        return "";
    }

    /** The day after "Published" or another such word. */
    String labelled() {
        return firstDay(line -> DateLabels.isPublished(line) && !DateLabels.isModified(line));
    }

    /** The day after "Updated" or another such word. */
    String labelledModified() {
        return firstDay(DateLabels::isModified);
    }

    private String firstDay(Predicate<String> isLabelled) {
        for (Element element :
                page.body().select("*").stream().limit(MAX_ELEMENTS).toList()) {
            if (element.ownText().isBlank() || isElsewhere(element)) {
                continue;
            }
            String line = shortText(element);
            Optional<LocalDate> day = !line.isEmpty() && isLabelled.test(line) ? dayIn(line) : Optional.empty();
            if (day.isPresent()) {
                return day.get().toString();
            }
        }
        return "";
    }

    /** The first day in an element that is named as a date, a byline or what is known of the article. */
    String named() {
        for (Element element :
                page.body().select("[class], [id]").stream().limit(MAX_ELEMENTS).toList()) {
            boolean isNamed =
                    NAMED.matcher(element.className() + " " + element.id()).find();
            String line = isNamed && !isElsewhere(element) ? shortText(element) : "";
            Optional<LocalDate> day = line.isEmpty() || DateLabels.isModified(line) ? Optional.empty() : dayIn(line);
            if (day.isPresent()) {
                return day.get().toString();
            }
        }
        return "";
    }

    private static String shortText(Element element) {
        if (element.childrenSize() > 12) {
            return ""; // not a line
        }
        String line = element.text();
        return line.length() > MAX_LINE_CHARS || line.length() < MIN_DATE_CHARS ? "" : line;
    }

    private Optional<LocalDate> dayIn(String line) {
        return Dates.firstIn(line).or(() -> Dates.firstShortIn(line, order())).filter(PageDates::isPast);
    }

    /** America alone puts the month first, and a page in English may be from there. */
    private Dates.FigureOrder order() {
        if (language.equals("en-us") || language.equals("en_us")) {
            return Dates.FigureOrder.MONTH_FIRST;
        }
        boolean isEnglish = language.isEmpty() || language.equals("en");
        return isEnglish ? Dates.FigureOrder.UNKNOWN : Dates.FigureOrder.DAY_FIRST;
    }

    private static boolean isPast(LocalDate day) {
        return day.getYear() >= 1990 && !day.isAfter(LocalDate.now().plusDays(1)); // web pages are not older
    }

    /** Whether the element is in what belongs to another story, to readers, or to the article's content. */
    static boolean isElsewhere(Element element) {
        int depth = 0;
        for (Element above = element; above != null && !above.normalName().equals("body"); above = above.parent()) {
            if (++depth > MAX_DEPTH) {
                return true;
            }
            if (above.is(OTHER_PLACES)
                    || OTHER_NAME.matcher(above.className() + " " + above.id()).find()) {
                return !above.is(MAIN_PLACES);
            }
            if (above.normalName().equals("li") && !isListOfFacts(above)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isListOfFacts(Element item) {
        Element list = item.parent();
        return list != null
                && NAMED.matcher(list.className() + " " + item.className()).find();
    }

    /**
     * The day of a time stamp where the article came out: the one in the page's address or beside its headline, if that
     * is the day before or after. A stamp in universal time says the next day for an American evening.
     */
    String local(String stamp, String address, String shown) {
        Optional<LocalDate> stated = Dates.firstIn(stamp);
        if (stated.isEmpty()) {
            return stamp;
        }
        Optional<LocalDate> inAddress = Dates.inPath(address);
        if (inAddress.isPresent() && isNextTo(stated.get(), inAddress.get())) {
            return inAddress.get().toString();
        }
        Optional<LocalDate> seen = isUniversal(stamp) ? Dates.firstIn(shown) : Optional.empty();
        boolean isLocal = seen.isPresent() && isNextTo(stated.get(), seen.get());
        boolean isBefore = isLocal && seen.get().isBefore(stated.get());
        return isLocal && isBefore == isMorning(stamp) ? seen.get().toString() : stamp;
    }

    private static boolean isNextTo(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) == 1;
    }

    private static boolean isUniversal(String stamp) {
        return List.of("Z", "+00:00", "+0000", "UTC", "GMT").stream().anyMatch(stamp.strip()::endsWith);
    }

    private static boolean isMorning(String stamp) {
        int hour = stamp.indexOf('T') + 1;
        String figures = hour > 0 && stamp.length() >= hour + 2 ? stamp.substring(hour, hour + 2) : "";
        return figures.matches("\\d\\d") && Integer.parseInt(figures) < FIRST_AFTERNOON_HOUR;
    }
}
