package ibid.read.html.head;

import ibid.language.time.Dates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final int MAX_LABEL_CHARS = 40; // "Date of publication:", and of the day after it
    private static final int MAX_ELEMENTS = 4000; // of the page that are looked at
    private static final int LAST_EVENING_HOUR = 10; // in universal time, of the day before in Hawaii
    private static final int FIRST_MORNING_HOUR = 11; // in universal time, of the day after in New Zealand
    private static final String MACHINE_READABLE =
            "abbr.published[title], abbr.date[title], abbr.entry-date[title], .published[title], .dtstamp[title], "
                    + ".timeago[title], time[pubdate][datetime], time.published[datetime], time.entry-date[datetime],"
                    + " time.dt-published[datetime]";
    static final Evaluator CHANGED = QueryParser.parse("time.updated, time.modified, [itemprop=dateModified]");
    private static final String UPDATED = ".updated[title], .updated[datetime]";
    private static final Pattern TITLE_PARTS = Pattern.compile("\\s[|–—-]\\s");

    private final Document page;
    private final OtherPlaces others;
    private final String language; // of the page, with its country, in lower case

    PageDates(Document page, OtherPlaces others) {
        this.page = page;
        this.others = others;
        language = PageElements.language(page).toLowerCase(Locale.ROOT);
    }

    /** A day for programs in an element that is named as the article's. */
    String machineReadable() {
        return firstReadable(MACHINE_READABLE);
    }

    private String firstReadable(String named) {
        for (Element element : page.select(named)) {
            String stated = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("title");
            String day = Dates.firstIn(stated).isPresent() ? stated : element.text();
            if (!others.hold(element) && Dates.firstIn(day).isPresent()) {
                return day;
            }
        }
        return "";
    }

    /** The day on which a blog's only post was changed, where it states no other: then it came out on that day. */
    String updated() {
        return page.select(".published, .dt-published").isEmpty() ? firstReadable(UPDATED) : "";
    }

    /** A day that is the first or last part of the page's title. */
    String inTitle() {
        List<String> parts = List.of(TITLE_PARTS.split(page.title()));
        return Stream.of(parts.getFirst(), parts.getLast())
                .map(String::strip)
                .filter(Dates::isDateLine)
                .flatMap(part -> Dates.firstIn(part).stream())
                .map(LocalDate::toString)
                .findFirst()
                .orElse("");
    }

    /** The day after "Published" or another such word. */
    String labelled() {
        return firstDay(
                line -> DateLabels.isPublished(line) && !DateLabels.isModified(line) || DateLabels.isSentence(line));
    }

    /** The day after "Updated" or another such word. */
    String labelledModified() {
        return firstDay(DateLabels::isModified);
    }

    private String firstDay(Predicate<String> isLabelled) {
        for (Element element :
                page.body().select("*").stream().limit(MAX_ELEMENTS).toList()) {
            if (element.ownText().isBlank()) {
                continue;
            }
            Optional<LocalDate> day = others.hold(element)
                    ? Optional.empty()
                    : lines(element).stream()
                            .flatMap(line -> labelledDay(line, isLabelled).stream())
                            .findFirst();
            day = day.or(() -> dayBeside(element, isLabelled));
            if (day.isPresent()) {
                return day.get().toString();
            }
        }
        return "";
    }

    private static List<String> lines(Element element) {
        if (DateLabels.isSentence(element.ownText())) {
            return List.of(cut(element.text()));
        }
        List<String> lines = PageElements.lines(element);
        return lines.size() > 1 ? lines : List.of(shortText(element));
    }

    private Optional<LocalDate> labelledDay(String line, Predicate<String> isLabelled) {
        return DateLabels.clauses(line).stream()
                .filter(isLabelled)
                .flatMap(clause -> dayIn(clause).stream())
                .findFirst();
    }

    /** The day in the element after one that is only its label, as in a list of what is known of the article. */
    private Optional<LocalDate> dayBeside(Element label, Predicate<String> isLabelled) {
        Element next = label.nextElementSibling();
        String name = label.ownText();
        String value = next == null ? "" : String.join(" ", PageElements.lines(next));
        boolean isPair = name.length() <= MAX_LABEL_CHARS
                && value.length() <= MAX_LABEL_CHARS
                && Dates.isDateLine(value)
                && !others.holdByName(label);
        return isPair ? labelledDay(name + " " + value, isLabelled) : Optional.empty();
    }

    /** The day in a short line beside the headline. */
    String besideHeadline() {
        return Headline.of(page)
                .flatMap(headline -> new HeadlineDate(headline, others, this::dayIn).find())
                .map(LocalDate::toString)
                .orElse("");
    }

    /** The first day in an element that is named as a date, a byline or what is known of the article. */
    String named() {
        for (Element element :
                page.body().select("[class], [id]").stream().limit(MAX_ELEMENTS).toList()) {
            String line = OtherPlaces.isNamedAsDate(element) && !others.hold(element) ? shortText(element) : "";
            Optional<LocalDate> day = line.isEmpty() || DateLabels.isOther(line) ? Optional.empty() : dayIn(line);
            if (day.isPresent()) {
                return day.get().toString();
            }
        }
        return "";
    }

    private static String cut(String sentence) {
        return sentence.substring(0, Math.min(sentence.length(), MAX_LINE_CHARS));
    }

    private static String shortText(Element element) {
        if (element.childrenSize() > 12) {
            return ""; // not a line
        }
        String line = textOf(element);
        return line.length() > MAX_LINE_CHARS || line.length() < MIN_DATE_CHARS ? "" : line;
    }

    /** The words of an element without the day on which the page was changed. */
    static String textOf(Element element) {
        if (element.selectFirst(CHANGED) == null) {
            return element.text();
        }
        Element rest = element.clone();
        rest.select(CHANGED).remove();
        return rest.text();
    }

    private Optional<LocalDate> dayIn(String line) {
        return Dates.firstIn(line)
                .or(() -> Dates.firstShortIn(line, order()))
                .or(() -> Dates.inPath(line.strip())) // "20180503"
                .filter(PageDates::isPast);
    }

    /** America alone puts the month first, and a page in English may be from there. */
    private Dates.FigureOrder order() {
        if (language.equals("en-us") || language.equals("en_us")) {
            return Dates.FigureOrder.MONTH_FIRST;
        }
        boolean isEnglish = language.isEmpty() || language.equals("en");
        return isEnglish ? Dates.FigureOrder.UNKNOWN : Dates.FigureOrder.DAY_FIRST;
    }

    static boolean isPast(LocalDate day) {
        return day.getYear() >= 1990 && !day.isAfter(LocalDate.now().plusDays(1)); // web pages are not older
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
        if (inAddress.isPresent() && isEarlier(inAddress.get(), stated.get())) {
            return inAddress.get().toString();
        }
        Optional<LocalDate> seen = inAddress.filter(day -> isNextTo(stated.get(), day));
        if (seen.isEmpty() && isUniversal(stamp)) {
            seen = Dates.firstIn(shown).filter(day -> isNextTo(stated.get(), day));
        }
        return seen.filter(day -> isSomewhere(stamp, day.isBefore(stated.get())))
                .map(LocalDate::toString)
                .orElse(stamp);
    }

    /** Whether the address states a day well before: an address stays when its page comes out anew. */
    private static boolean isEarlier(LocalDate inAddress, LocalDate stated) {
        return inAddress.isBefore(stated) && !isNextTo(stated, inAddress) && isPast(inAddress);
    }

    /** Whether it is already or still the other day anywhere at that time. */
    private static boolean isSomewhere(String stamp, boolean isDayBefore) {
        int hour = hourOf(stamp);
        return isDayBefore ? hour < LAST_EVENING_HOUR : hour >= FIRST_MORNING_HOUR;
    }

    private static boolean isNextTo(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) == 1;
    }

    private static boolean isUniversal(String stamp) {
        return List.of("Z", "+00:00", "+0000", "UTC", "GMT").stream().anyMatch(stamp.strip()::endsWith);
    }

    /** The hour of a time stamp; midnight if it states none. */
    private static int hourOf(String stamp) {
        int hour = stamp.indexOf('T') + 1;
        String figures = hour > 0 && stamp.length() >= hour + 2 ? stamp.substring(hour, hour + 2) : "";
        return figures.matches("\\d\\d") ? Integer.parseInt(figures) : 0;
    }
}
