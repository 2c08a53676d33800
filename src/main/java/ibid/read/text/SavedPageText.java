package ibid.read.text;

import ibid.article.Block;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.MainText.Parted;
import ibid.read.manuscript.MainText.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Separates the article in a text from the boilerplate around it. A text without menus is one article. In a page saved
 * as text the article is the contiguous run of lines with the greatest sum of scores: prose scores above 0, short
 * unfinished lines below (maximum subsequence segmentation, Pasternack and Roth, WWW 2009). Boxes and credits within
 * the run are removed.
 */
final class SavedPageText {

    private static final int MIN_CERTAIN_PROSE_WORDS = 8; // of a line; chosen by trying
    private static final int MAX_MENU_WORDS = 5;
    private static final int MAX_HEAD_LINES = 5; // title, subtitle, author, day, place
    private static final int MAX_OWN_MENU_LINES = 6; // short lines that an article itself may have
    private static final int MAX_HEADING_WORDS = 14;
    private static final int MAX_LINES_AFTER_STRETCH = 8; // of a list or table that may lead to a last sentence
    private static final Pattern NUMBERS = Pattern.compile("(?:^|\\s)[$€£]?[-+]?\\d[\\d.,:%]*(?=\\s|$)");
    private static final Pattern DATED = Pattern.compile("^(?:\\d{4}|\\p{Lu}\\p{L}+ \\d{4})\\s*[:–—-]\\s.*");
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,3}[.)]\\s.*");

    private final List<Strip> strips;
    private final Map<String, Integer> repeats;

    private SavedPageText(List<Strip> strips) {
        this.strips = withRows(strips);
        this.repeats = MainText.countLines(strips);
    }

    static Parted part(List<Strip> strips) {
        SavedPageText page = new SavedPageText(strips);
        return page.hasMenus() ? page.bestScoringText() : page.wholeText();
    }

    /** Marks lines of figures and the lines that head them as rows. */
    private static List<Strip> withRows(List<Strip> strips) {
        List<Strip> rows = new ArrayList<>(strips);
        for (int i = strips.size() - 1; i >= 0; i--) {
            Strip strip = strips.get(i);
            if (!mayBeHeading(strip)) {
                continue;
            }
            boolean numbered = NUMBERED.matcher(strip.plain()).matches();
            if (!numbered && (hasFigures(strip) || headsRow(strips, rows, i))) {
                rows.set(i, withKind(Block.Kind.ROW, strip));
            } else if (numbered || DATED.matcher(strip.plain()).matches()) {
                rows.set(i, withKind(Block.Kind.ITEM, strip));
            }
        }
        return rows;
    }

    /** Whether the line is short and does not end a sentence. */
    private static boolean mayBeHeading(Strip strip) {
        return strip.kind() == Block.Kind.PARAGRAPH && !strip.isFinished() && strip.words() <= MAX_HEADING_WORDS;
    }

    private static boolean hasFigures(Strip strip) {
        return strip.plain().contains(" | ")
                || NUMBERS.matcher(strip.plain()).results().count() > 1;
    }

    /** Whether the line has a few words, differs from the line before, and is right above a row. */
    private static boolean headsRow(List<Strip> strips, List<Strip> rows, int at) {
        if (at + 1 == rows.size() || rows.get(at + 1).kind() != Block.Kind.ROW) {
            return false;
        }
        Strip strip = strips.get(at);
        boolean repeatsLine = at > 0 && strips.get(at - 1).text().equals(strip.text());
        return strip.words() > 1 && strip.words() <= MAX_MENU_WORDS && !repeatsLine;
    }

    private static Strip withKind(Block.Kind kind, Strip strip) {
        return new Strip(kind, strip.text(), strip.linkShare(), strip.place());
    }

    private static boolean isCertainProse(Strip strip) {
        return strip.isProse() && strip.words() >= MIN_CERTAIN_PROSE_WORDS;
    }

    private static boolean isBoilerplate(Strip strip) {
        return !isCertainProse(strip)
                && (strip.plain().chars().noneMatch(Character::isLetterOrDigit)
                        || MainText.BOILERPLATE.matcher(strip.plain()).matches()
                        || MainText.CREDIT.matcher(strip.plain()).matches());
    }

    private static boolean isMenu(Strip strip) {
        return isBoilerplate(strip)
                || !strip.isProse() && strip.kind() != Block.Kind.ROW && strip.words() <= MAX_MENU_WORDS;
    }

    private boolean hasMenus() {
        int first = 0, last = strips.size();
        while (first < last && !isCertainProse(strips.get(first))) {
            first++;
        }
        if (first == last) {
            return strips.stream().filter(SavedPageText::isBoilerplate).count() > 1;
        }
        while (last > first && !strips.get(last - 1).isProse()) {
            last--;
        }
        long
                menusBefore =
                        strips.subList(0, first).stream()
                                .filter(SavedPageText::isMenu)
                                .count(),
                menusAfter =
                        strips.subList(last, strips.size()).stream()
                                .filter(SavedPageText::isMenu)
                                .count();
        return strips.stream().filter(SavedPageText::isBoilerplate).count() > 1
                || Math.max(0, menusBefore - MAX_HEAD_LINES) + menusAfter > MAX_OWN_MENU_LINES;
    }

    /** All lines but the head lines. */
    private Parted wholeText() {
        int first = headLines();
        List<Strip> before = strips.subList(0, first);
        List<Strip> main = new ArrayList<>();
        List<Strip> removed = new ArrayList<>(before);
        for (int i = first; i < strips.size(); i++) {
            Strip strip = strips.get(i);
            if (isBoilerplate(strip)) {
                removed.add(strip);
            } else {
                main.add(isOverProse(strips, i) ? withKind(Block.Kind.HEADING, strip) : strip);
            }
        }
        return main.isEmpty() ? new Parted(List.of(), strips, List.of()) : new Parted(before, main, removed);
    }

    /** The number of lines above the first prose; 1 where they are too many to be a head. */
    private int headLines() {
        int lines = 0;
        while (lines < strips.size()
                && lines < MAX_HEAD_LINES
                && !strips.get(lines).isProse()) {
            lines++;
        }
        if (lines < strips.size() && lines < MAX_HEAD_LINES) {
            return lines;
        }
        return strips.isEmpty() || strips.getFirst().isProse() ? 0 : 1;
    }

    private static boolean isOverProse(List<Strip> strips, int at) {
        if (!mayBeHeading(strips.get(at)) || at + 1 == strips.size()) {
            return false;
        }
        Strip below = strips.get(at + 1);
        return below.isProse() || below.kind() == Block.Kind.ITEM || below.kind() == Block.Kind.ROW;
    }

    private static double score(Strip strip) {
        if (strip.kind() == Block.Kind.HEADING) {
            return -0.4;
        }
        if (strip.linkShare() >= 0.5) {
            return -1.2;
        }
        if (strip.isProse()) {
            return strip.words() < MIN_CERTAIN_PROSE_WORDS ? 0.2 : Math.min(strip.words(), 40) / 10.0;
        }
        if (strip.kind() == Block.Kind.ROW) {
            return -0.2;
        }
        return strip.kind() == Block.Kind.ITEM
                        && (strip.words() > MAX_MENU_WORDS
                                || NUMBERED.matcher(strip.plain()).matches()
                                || DATED.matcher(strip.plain()).matches())
                ? -0.3
                : -0.7;
    }

    private Parted bestScoringText() {
        int[] best = bestStretch();
        int end = extendEnd(best[1]);
        List<Strip> before = strips.subList(0, best[0]);
        List<Strip> removed = new ArrayList<>(before);
        List<Strip> main = withoutFragments(strips.subList(best[0], end), removed);
        removed.addAll(strips.subList(end, strips.size()));
        return new Parted(before, main, removed);
    }

    private int[] bestStretch() {
        double sum = 0, best = 0;
        int start = 0;
        int[] stretch = {0, 0};
        for (int i = 0; i < strips.size(); i++) {
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            sum += score(strips.get(i));
            if (sum > best) {
                best = sum;
                stretch = new int[] {start, i + 1};
            }
        }
        return stretch;
    }

    /** Extends the end over the list or table after it, and a last short sentence after that. */
    private int extendEnd(int end) {
        int furthest = end;
        for (int i = end;
                i < Math.min(strips.size(), end + MAX_LINES_AFTER_STRETCH) && !isBoilerplate(strips.get(i));
                i++) {
            Strip strip = strips.get(i);
            if (strip.isProse() || isListed(strip)) {
                furthest = i + 1;
            } else if (!isOverProse(strips, i)) {
                break;
            }
        }
        return furthest;
    }

    private static boolean isListed(Strip strip) {
        return strip.kind() == Block.Kind.ROW || strip.kind() == Block.Kind.ITEM && score(strip) > -0.7;
    }

    private List<Strip> withoutFragments(List<Strip> stretch, List<Strip> removed) {
        List<Strip> lines = withoutBoxes(stretch, removed);
        List<Strip> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Strip strip = lines.get(i);
            if (strip.isProse() || strip.kind() != Block.Kind.PARAGRAPH) {
                kept.add(strip);
            } else if (isHeadingOrBrokenOff(lines, i)) {
                kept.add(strip.words() > MAX_HEADING_WORDS ? strip : withKind(Block.Kind.HEADING, strip));
            } else {
                removed.add(strip);
            }
        }
        return kept;
    }

    /** Drops boilerplate up to the next prose, credits, and lines repeated on the page. */
    private List<Strip> withoutBoxes(List<Strip> stretch, List<Strip> removed) {
        List<Strip> kept = new ArrayList<>();
        boolean inBox = false;
        for (Strip strip : stretch) {
            inBox = opensBox(strip) || inBox && !strip.isProse();
            boolean dropped = inBox || isBoilerplate(strip) || isRepeated(strip);
            (dropped ? removed : kept).add(strip);
        }
        return kept;
    }

    private static boolean opensBox(Strip strip) {
        return isBoilerplate(strip) && !MainText.CREDIT.matcher(strip.plain()).matches();
    }

    private boolean isRepeated(Strip strip) {
        return !strip.isProse() && repeats.get(strip.plain().toLowerCase(Locale.ROOT)) > 1;
    }

    /** Whether an unfinished line is a heading over prose or a paragraph that was cut off, not one of many links. */
    private static boolean isHeadingOrBrokenOff(List<Strip> stretch, int at) {
        Strip strip = stretch.get(at);
        if (strip.linkShare() >= 0.5) {
            return false;
        }
        if (strip.words() > MAX_HEADING_WORDS) {
            return strip.words() > 25;
        }
        boolean isNearProse = isOverProse(stretch, at)
                || at + 2 < stretch.size() && stretch.get(at + 2).isProse();
        boolean isInLinkList = at >= 2
                && !stretch.get(at - 1).isProse()
                && stretch.get(at - 1).kind() == Block.Kind.PARAGRAPH
                && !stretch.get(at - 2).isProse();
        return isNearProse && !isInLinkList;
    }
}
