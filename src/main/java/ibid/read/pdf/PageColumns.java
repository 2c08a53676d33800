package ibid.read.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Separates what stands beside each other on the lines of a page: columns whose lines were written row by row are read
 * one after the other, rows of a table are divided into cells.
 */
final class PageColumns {

    /** One line, or the cells of one row. */
    record Row(SetLine line, List<SetLine> cells) {

        boolean isOfTable() {
            return cells.size() > 1;
        }
    }

    private static final double MIN_GAP = 1.0; // between cells, in sizes of the line; more than between words
    private static final int MIN_COLUMN_LINES = 5; // beside each other
    private static final int MAX_COLUMN_LINES = 200; // of both columns; a page of a newspaper has about 150
    private static final int MIN_TABLE_ROWS = 2;
    private static final int MIN_PROSE_LETTERS = 18; // of a column's usual line
    private static final double MIN_PROSE_SHARE = 0.8; // letters among figures and letters of a column
    private static final double MIN_TABLE_GAP = 1.5; // in sizes of the line

    private final List<SetLine> lines;
    private final List<Row> rows = new ArrayList<>();

    private PageColumns(List<SetLine> lines) {
        this.lines = lines;
    }

    static List<Row> of(List<SetLine> lines) {
        PageColumns page = new PageColumns(lines);
        for (int i = 0; i < lines.size(); ) {
            i = page.takeColumns(i);
        }
        return page.rows;
    }

    /** Parts of a line between which there is much room. */
    private static List<SetLine> parts(SetLine line, double minGap) {
        List<SetLine> parts = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        double end = 0;
        for (Glyph glyph : line.glyphs()) {
            if (glyph.isBlank()) {
                if (!open.isEmpty()) {
                    open.add(glyph);
                }
                continue;
            }
            if (!open.isEmpty() && glyph.x() - end > minGap * line.size()) {
                parts.add(line.part(open));
                open.clear();
            }
            open.add(glyph);
            end = glyph.end();
        }
        if (!open.isEmpty()) {
            parts.add(line.part(open));
        }
        return parts;
    }

    /** Takes the columns that begin at a line, or only that line; returns where the rest begins. */
    private int takeColumns(int start) {
        Gutter gutter = new Gutter(lines.get(start));
        int end = start, last = Math.min(lines.size(), start + MAX_COLUMN_LINES);
        while (end < last && gutter.takes(lines.get(end))) {
            end++;
        }
        if (!gutter.dividesProse()) {
            return takeTable(start);
        }
        gutter.left.forEach(line -> rows.add(new Row(line, List.of(line))));
        gutter.right.forEach(line -> rows.add(new Row(line, List.of(line))));
        return end;
    }

    private int takeTable(int start) {
        int end = start;
        while (end < lines.size() && isRow(lines.get(end))) {
            end++;
        }
        boolean isTable = end - start >= MIN_TABLE_ROWS;
        if (!isTable) {
            end = start + 1;
        }
        for (SetLine line : lines.subList(start, end)) {
            rows.add(new Row(line, isTable ? parts(line, MIN_TABLE_GAP) : List.of(line)));
        }
        return end;
    }

    private static boolean isRow(SetLine line) {
        return !line.isRightToLeft() && parts(line, MIN_TABLE_GAP).size() > 1;
    }

    /** The empty room between two columns, while lines are added that leave it free. */
    private static final class Gutter {

        private final List<SetLine> left = new ArrayList<>();
        private final List<SetLine> right = new ArrayList<>();
        private double from;
        private double to;
        private int divided;
        private double lastBase = Double.NEGATIVE_INFINITY;

        /** A gutter that may begin in that line; none if the line is not in two parts. */
        Gutter(SetLine first) {
            List<SetLine> parts = parts(first, MIN_GAP);
            if (parts.size() == 2) {
                from = parts.getFirst().end();
                to = parts.getLast().start();
            }
        }

        boolean takes(SetLine line) {
            if (from >= to || line.base() < lastBase - line.size()) {
                return false;
            }
            lastBase = line.base();
            if (line.end() <= to && line.start() < from) {
                return narrow(Math.max(from, line.end()), to) && left.add(line);
            }
            if (line.start() >= from) {
                return narrow(from, Math.min(to, line.start())) && right.add(line);
            }
            return divides(line);
        }

        private boolean divides(SetLine line) {
            List<Glyph> before = new ArrayList<>(), after = new ArrayList<>();
            double middle = (from + to) / 2, end = from, start = to;
            for (Glyph glyph : line.glyphs()) {
                (glyph.x() < middle ? before : after).add(glyph);
                if (!glyph.isBlank() && glyph.x() < middle) {
                    end = Math.max(end, glyph.end());
                } else if (!glyph.isBlank()) {
                    start = Math.min(start, glyph.x());
                }
            }
            if (before.isEmpty() || after.isEmpty() || !narrow(end, start)) {
                return false;
            }
            divided++;
            return left.add(line.part(before)) && right.add(line.part(after));
        }

        private boolean narrow(double end, double start) {
            if (start - end < MIN_GAP / 2) {
                return false;
            }
            from = end;
            to = start;
            return true;
        }

        boolean dividesProse() {
            return divided >= MIN_COLUMN_LINES && isProse(left) && isProse(right);
        }

        private static boolean isProse(List<SetLine> column) {
            long full = column.stream()
                    .filter(line -> line.letters() >= MIN_PROSE_LETTERS)
                    .count();
            long letters = column.stream().mapToLong(SetLine::letters).sum();
            long figures = column.stream()
                    .flatMap(line -> line.glyphs().stream())
                    .filter(glyph -> Character.isDigit(glyph.text().codePointAt(0)))
                    .count();
            return 2 * full > column.size() && letters >= MIN_PROSE_SHARE * (letters + figures);
        }
    }
}
