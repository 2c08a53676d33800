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
 * Parts the lines of a text into its article and what stands round it. A text without menus is an article as a whole.
 * In a page saved as text the article is the stretch of lines with the greatest sum of scores, where prose counts for
 * and short, unfinished lines count against (the maximum-subsequence idea of Pasternack and Roth, WWW 2009); inside it
 * boxes and credits are taken out.
 */
public final class SavedPageText {

    private static final int STRONG = 8; // words of a line that is surely prose
    private static final int MENU_WORDS = 5;
    private static final int HEAD_LINES = 5; // title, subtitle, author, day, place
    private static final int MENU_LINES = 6; // more of them are no article's own
    private static final int HEADING_WORDS = 14;
    private static final int REACH = 8; // lines of a list or table behind the stretch that may lead to a last sentence
    private static final Pattern NUMBERS = Pattern.compile("(?:^|\\s)[$€£]?[-+]?\\d[\\d.,:%]*(?=\\s|$)");
    private static final Pattern DATED = Pattern.compile("^(?:\\d{4}|\\p{Lu}\\p{L}+ \\d{4})\\s*[:–—-]\\s.*");
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,3}[.)]\\s.*");

    private final List<Strip> strips;
    private final Map<String, Integer> repeats;

    private SavedPageText(List<Strip> strips) {
        this.strips = withRows(strips);
        this.repeats = MainText.repeats(strips);
    }

    static Parted part(List<Strip> strips) {
        SavedPageText page = new SavedPageText(strips);
        return page.hasMenus() ? page.stretch() : page.whole();
    }

    /** Lines of figures are rows, and so is what heads them. */
    private static List<Strip> withRows(List<Strip> strips) {
        List<Strip> rows = new ArrayList<>(strips);
        for (int i = strips.size() - 1; i >= 0; i--) {
            Strip strip = strips.get(i);
            if (!mayBeHeading(strip)) {
                continue;
            }
            boolean numbered = NUMBERED.matcher(strip.bare()).matches();
            if (!numbered && (hasFigures(strip) || headsRow(strips, rows, i))) {
                rows.set(i, as(Block.Kind.ROW, strip));
            } else if (numbered || DATED.matcher(strip.bare()).matches()) {
                rows.set(i, as(Block.Kind.ITEM, strip));
            }
        }
        return rows;
    }

    /** Whether it is a short line without the end of a sentence. */
    private static boolean mayBeHeading(Strip strip) {
        return strip.kind() == Block.Kind.PARAGRAPH && !strip.finished() && strip.words() <= HEADING_WORDS;
    }

    private static boolean hasFigures(Strip strip) {
        return strip.bare().contains(" | ")
                || NUMBERS.matcher(strip.bare()).results().count() > 1;
    }

    /** Whether some words, not the same as the line before, stand right above a row. */
    private static boolean headsRow(List<Strip> strips, List<Strip> rows, int at) {
        if (at + 1 == rows.size() || rows.get(at + 1).kind() != Block.Kind.ROW) {
            return false;
        }
        Strip strip = strips.get(at);
        boolean repeatsLine = at > 0 && strips.get(at - 1).text().equals(strip.text());
        return strip.words() > 1 && strip.words() <= MENU_WORDS && !repeatsLine;
    }

    private static Strip as(Block.Kind kind, Strip strip) {
        return new Strip(kind, strip.text(), strip.linkShare(), strip.place());
    }

    private static boolean strong(Strip strip) {
        return strip.prose() && strip.words() >= STRONG;
    }

    private static boolean furniture(Strip strip) {
        return !strong(strip)
                && (strip.bare().chars().noneMatch(Character::isLetterOrDigit)
                        || MainText.FURNITURE.matcher(strip.bare()).matches()
                        || MainText.CREDIT.matcher(strip.bare()).matches());
    }

    private static boolean menu(Strip strip) {
        return furniture(strip) || !strip.prose() && strip.kind() != Block.Kind.ROW && strip.words() <= MENU_WORDS;
    }

    private boolean hasMenus() {
        int first = 0, last = strips.size();
        while (first < last && !strong(strips.get(first))) {
            first++;
        }
        if (first == last) {
            return strips.stream().filter(SavedPageText::furniture).count() > 1;
        }
        while (last > first && !strips.get(last - 1).prose()) {
            last--;
        }
        long
                over =
                        strips.subList(0, first).stream()
                                .filter(SavedPageText::menu)
                                .count(),
                under =
                        strips.subList(last, strips.size()).stream()
                                .filter(SavedPageText::menu)
                                .count();
        return strips.stream().filter(SavedPageText::furniture).count() > 1
                || Math.max(0, over - HEAD_LINES) + under > MENU_LINES;
    }

    /** Everything, its head lines apart. */
    private Parted whole() {
        int first = headLines();
        List<Strip> before = strips.subList(0, first);
        List<Strip> main = new ArrayList<>();
        List<Strip> removed = new ArrayList<>(before);
        for (int i = first; i < strips.size(); i++) {
            Strip strip = strips.get(i);
            if (furniture(strip)) {
                removed.add(strip);
            } else {
                main.add(overProse(strips, i) ? as(Block.Kind.HEADING, strip) : strip);
            }
        }
        return main.isEmpty() ? new Parted(List.of(), strips, List.of()) : new Parted(before, main, removed);
    }

    /** The number of lines above the first prose; where they are too many for a head, the first line is all of it. */
    private int headLines() {
        int lines = 0;
        while (lines < strips.size() && lines < HEAD_LINES && !strips.get(lines).prose()) {
            lines++;
        }
        if (lines < strips.size() && lines < HEAD_LINES) {
            return lines;
        }
        return strips.isEmpty() || strips.getFirst().prose() ? 0 : 1;
    }

    private static boolean overProse(List<Strip> strips, int at) {
        if (!mayBeHeading(strips.get(at)) || at + 1 == strips.size()) {
            return false;
        }
        Strip below = strips.get(at + 1);
        return below.prose() || below.kind() == Block.Kind.ITEM || below.kind() == Block.Kind.ROW;
    }

    private static double score(Strip strip) {
        if (strip.kind() == Block.Kind.HEADING) {
            return -0.4;
        }
        if (strip.linkShare() >= 0.5) {
            return -1.2;
        }
        if (strip.prose()) {
            return strip.words() < STRONG ? 0.2 : Math.min(strip.words(), 40) / 10.0;
        }
        if (strip.kind() == Block.Kind.ROW) {
            return -0.2;
        }
        return strip.kind() == Block.Kind.ITEM
                        && (strip.words() > MENU_WORDS
                                || NUMBERED.matcher(strip.bare()).matches()
                                || DATED.matcher(strip.bare()).matches())
                ? -0.3
                : -0.7;
    }

    private Parted stretch() {
        int[] best = bestStretch();
        int end = furthest(best[1]);
        List<Strip> before = strips.subList(0, best[0]);
        List<Strip> removed = new ArrayList<>(before);
        List<Strip> main = tidy(strips.subList(best[0], end), removed);
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

    /** With the list or table behind it, and a last short sentence behind that. */
    private int furthest(int end) {
        int furthest = end;
        for (int i = end; i < Math.min(strips.size(), end + REACH) && !furniture(strips.get(i)); i++) {
            Strip strip = strips.get(i);
            boolean listed = strip.kind() == Block.Kind.ROW || strip.kind() == Block.Kind.ITEM && score(strip) > -0.7;
            if (strip.prose() || listed) {
                furthest = i + 1;
            } else if (!overProse(strips, i)) {
                break;
            }
        }
        return furthest;
    }

    private List<Strip> tidy(List<Strip> stretch, List<Strip> removed) {
        List<Strip> own = withoutBoxes(stretch, removed);
        List<Strip> kept = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Strip strip = own.get(i);
            if (strip.prose() || strip.kind() != Block.Kind.PARAGRAPH) {
                kept.add(strip);
            } else if (standsAlone(own, i)) {
                kept.add(strip.words() > HEADING_WORDS ? strip : as(Block.Kind.HEADING, strip));
            } else {
                removed.add(strip);
            }
        }
        return kept;
    }

    /** Drops furniture and what follows it up to the next prose, credits, and lines repeated on the page. */
    private List<Strip> withoutBoxes(List<Strip> stretch, List<Strip> removed) {
        List<Strip> own = new ArrayList<>();
        boolean inBox = false;
        for (Strip strip : stretch) {
            inBox = opensBox(strip) || inBox && !strip.prose();
            boolean dropped = inBox || furniture(strip) || isRepeated(strip);
            (dropped ? removed : own).add(strip);
        }
        return own;
    }

    private static boolean opensBox(Strip strip) {
        return furniture(strip) && !MainText.CREDIT.matcher(strip.bare()).matches();
    }

    private boolean isRepeated(Strip strip) {
        return !strip.prose() && repeats.get(strip.bare().toLowerCase(Locale.ROOT)) > 1;
    }

    /** Whether an unfinished line is a heading over prose or a paragraph broken off, not one of a heap of links. */
    private static boolean standsAlone(List<Strip> stretch, int at) {
        Strip strip = stretch.get(at);
        if (strip.linkShare() >= 0.5) {
            return false;
        }
        if (strip.words() > HEADING_WORDS) {
            return strip.words() > 25;
        }
        boolean soon = overProse(stretch, at)
                || at + 2 < stretch.size() && stretch.get(at + 2).prose();
        boolean heap = at >= 2
                && !stretch.get(at - 1).prose()
                && stretch.get(at - 1).kind() == Block.Kind.PARAGRAPH
                && !stretch.get(at - 2).prose();
        return soon && !heap;
    }
}
