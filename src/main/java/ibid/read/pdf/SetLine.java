package ibid.read.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A line of a page while its characters are collected: those on one base line, with the raised and lowered ones. */
final class SetLine {

    private static final double MAX_BASE_DIFFERENCE = 0.1; // all ratios are to the line's size
    private static final double MAX_SCRIPT_SIZE = 0.9; // browsers set superscripts at 0.83
    private static final double MIN_RAISE = 0.1;
    private static final double MAX_RAISE = 1.0;
    private static final double MAX_DROP = 0.6;
    private static final double MIN_SHIFT = 0.2; // of a figure in full size
    private static final double MAX_SHIFT = 0.6;
    private static final double MAX_BACK = 0.6;
    private static final double MAX_SCRIPT_GAP = 1.0;
    private static final double MAX_RIGHT_TO_LEFT_GAP = 6.0;

    private final List<Glyph> glyphs = new ArrayList<>();
    private double base;
    private double size;
    private double start;
    private double end;
    private boolean rightToLeft;

    SetLine(Glyph first) {
        base = first.y();
        size = first.size();
        start = first.x();
        end = first.end();
        add(first);
    }

    private SetLine(SetLine other, List<Glyph> part) {
        this(part.getFirst());
        part.subList(1, part.size()).forEach(this::add);
        base = other.base;
        size = other.size;
    }

    /** Part of this line, on the same base. */
    SetLine part(List<Glyph> some) {
        return new SetLine(this, some);
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    double base() {
        return base;
    }

    double start() {
        return start;
    }

    double end() {
        return end;
    }

    boolean isRightToLeft() {
        return 2 * glyphs.stream().filter(Glyph::isRightToLeft).count() > letters();
    }

    long letters() {
        return glyphs.stream()
                .filter(glyph -> Character.isLetter(glyph.text().codePointAt(0)))
                .count();
    }

    /** The size of most of its characters on the base line. */
    double size() {
        return size;
    }

    boolean isBold() {
        return 2 * glyphs.stream().filter(Glyph::bold).count() > glyphs.size();
    }

    private void add(Glyph glyph) {
        glyphs.add(glyph);
        start = Math.min(start, glyph.x());
        end = Math.max(end, glyph.end());
        rightToLeft |= glyph.isRightToLeft();
    }

    /** Adds the next character of the page's content if it belongs to the line. */
    boolean take(Glyph next) {
        boolean onBase = Math.abs(next.y() - base) <= MAX_BASE_DIFFERENCE * Math.max(size, next.size());
        if (onBase && continues(next) || isScript(next) && isBeside(next)) {
            size = onBase ? Math.max(size, next.size()) : size;
            add(next);
            return true;
        }
        if (isUnder(next)) { // all so far was raised at the head of the line
            base = next.y();
            size = next.size();
            add(next);
            return true;
        }
        return false;
    }

    private boolean continues(Glyph next) {
        if (rightToLeft || next.isRightToLeft()) {
            double reach = MAX_RIGHT_TO_LEFT_GAP * size;
            return next.x() <= end + reach && next.end() >= start - reach;
        }
        return next.x() >= end - MAX_BACK * size;
    }

    /** Whether it is raised or lowered beside the line's other characters. */
    boolean isScript(Glyph glyph) {
        double raise = (base - glyph.y()) / size;
        if (glyph.size() <= MAX_SCRIPT_SIZE * size) {
            return raise > MIN_RAISE && raise < MAX_RAISE || raise < -MIN_RAISE / 2 && raise > -MAX_DROP;
        }
        double shift = Math.abs(raise);
        return glyph.size() <= size
                && shift > MIN_SHIFT
                && shift < MAX_SHIFT
                && !glyph.isBlank()
                && !Character.isLetter(glyph.text().codePointAt(0));
    }

    boolean isRaised(Glyph glyph) {
        return glyph.y() < base && isScript(glyph);
    }

    private boolean isBeside(Glyph next) {
        return next.x() >= end - MAX_BACK * size && next.x() <= end + MAX_SCRIPT_GAP * size;
    }

    private boolean isUnder(Glyph next) {
        double raise = (next.y() - base) / next.size();
        return size <= MAX_SCRIPT_SIZE * next.size()
                && raise > MIN_RAISE
                && raise < MAX_RAISE
                && glyphs.stream().allMatch(glyph -> glyph.size() <= size && Math.abs(glyph.y() - base) < size)
                && next.x() >= end - MAX_BACK * size
                && next.x() <= end + MAX_SCRIPT_GAP * next.size();
    }

    /** Inserts raised or lowered characters that the page's content holds elsewhere. */
    boolean insert(SetLine script) {
        Glyph first = script.glyphs.getFirst();
        boolean fits = script.glyphs.stream().allMatch(this::isScript)
                && first.x() >= start
                && first.x() <= end + MAX_SCRIPT_GAP * size;
        if (fits) {
            script.glyphs.forEach(this::add);
            glyphs.sort(Comparator.comparingDouble(Glyph::x));
        }
        return fits;
    }

    /** Puts a large first letter before the line. */
    void prepend(SetLine large) {
        double x = start;
        for (Glyph letter : large.glyphs.reversed()) {
            x -= letter.width();
            glyphs.addFirst(letter.at(x, base, size));
        }
        start = large.start;
    }

    /** Appends the value of a form's field behind the line, if the field begins there. */
    boolean append(Glyph value) {
        boolean fits = Math.abs(value.y() - base) <= size && value.x() >= start + (end - start) / 2;
        if (fits) {
            add(value.at(end + size / 2, base, size));
        }
        return fits;
    }

    /** Sets the size that most characters have; to be called when the line has all of them. */
    void settle() {
        Map<Double, Integer> counts = new HashMap<>();
        for (Glyph glyph : glyphs) {
            if (!glyph.isBlank() && Math.abs(glyph.y() - base) <= MAX_BASE_DIFFERENCE * size) {
                counts.merge(glyph.size(), glyph.text().length(), Integer::sum);
            }
        }
        size = counts.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(size);
    }
}
