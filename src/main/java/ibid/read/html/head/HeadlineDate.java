package ibid.read.html.head;

import ibid.language.time.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/**
 * The day beside the headline: in a short line under it, before the text begins, else directly above it, else before
 * the first words of the text ("(3.5.2018) The mill …").
 */
final class HeadlineDate {

    private static final int MAX_LINES_UNDER = 15;
    private static final int MAX_LINES_ABOVE = 4;
    private static final int MAX_PARAGRAPHS = 2; // of a lead, which may come before the line
    private static final int MAX_CHARS = 80; // a longer line is a sentence that mentions a day
    private static final int MAX_PLACE_CHARS = 30; // "Orve, 3.5.2018: The mill …"
    private static final Set<String> INLINE =
            Set.of("a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "time", "u");

    private final OtherPlaces others;
    private final Function<String, Optional<LocalDate>> dayIn;
    private final List<Element> under = new ArrayList<>(), above = new ArrayList<>();

    /** @param dayIn the day that a line states, if any */
    HeadlineDate(Element headline, OtherPlaces others, Function<String, Optional<LocalDate>> dayIn) {
        this.others = others;
        this.dayIn = dayIn;
        List<Element> all = headline.ownerDocument().body().getAllElements();
        int at = all.indexOf(headline);
        for (int next = at + headline.getAllElements().size(); next < all.size() && isOpen(); next++) {
            addLine(all.get(next), under);
        }
        for (int before = at - 1; before > 0 && above.size() < MAX_LINES_ABOVE; before--) {
            addLine(all.get(before), above);
        }
    }

    private boolean isOpen() {
        long paragraphs =
                under.stream().filter(line -> line.text().length() > MAX_CHARS).count();
        return under.size() < MAX_LINES_UNDER && paragraphs < MAX_PARAGRAPHS;
    }

    private void addLine(Element element, List<Element> lines) {
        if (element.ownText().isBlank() || element.is(PageDates.CHANGED)) {
            return;
        }
        Element line = element;
        while (dayIn.apply(PageDates.textOf(line)).isEmpty() && isPartOfLine(line)) {
            line = line.parent();
        }
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }

    private static boolean isPartOfLine(Element element) {
        return INLINE.contains(element.normalName()) && element.parent().text().length() <= MAX_CHARS;
    }

    Optional<LocalDate> find() {
        return inLines(under).or(() -> inLines(above)).or(this::beforeText);
    }

    private Optional<LocalDate> inLines(List<Element> lines) {
        return lines.stream()
                .filter(line -> line.text().length() <= MAX_CHARS && !others.hold(line))
                .filter(line -> !DateLabels.isOther(line.text()))
                .filter(line ->
                        !isPartOfLine(line) || !DateLabels.isOther(line.parent().text()))
                .map(PageDates::textOf)
                .flatMap(line -> dayIn.apply(line).stream())
                .findFirst();
    }

    private Optional<LocalDate> beforeText() {
        return under.stream()
                .filter(line -> !others.hold(line))
                .flatMap(line -> Dates.beforeText(line.text(), MAX_PLACE_CHARS).stream())
                .findFirst();
    }
}
