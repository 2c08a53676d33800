package ibid.read.pdf;

import ibid.language.CharRuns;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.NoteHeadings;
import ibid.read.manuscript.NoteMarks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds where paragraphs end: by the room between lines, by indents, by lines that could have held another word. */
final class ParagraphEnds {

    private static final double MAX_LEADING_RATIO = 1.3; // to the usual distance of two lines of the size
    private static final double MIN_LEADING = 0.8; // of a line, in its size
    private static final double MAX_LEADING = 2.2;
    private static final double USUAL_LEADING = 1.2;
    private static final double MIN_INDENT = 0.8; // of a line, in its size
    private static final double MAX_INDENT = 6;
    private static final double SAME_SIZE = 0.08; // the difference of two lines of a paragraph
    private static final int NEIGHBOURS = 4; // lines on either side that show how far lines reach
    private static final int MAX_SKIPPED = 5; // numbers of a list
    private static final String STOPS = ".!?:…。！？”\"’»)";

    private final List<List<PdfLines.Line>> pages;
    private final Map<Long, Double> leadings; // by size in tenths

    ParagraphEnds(List<List<PdfLines.Line>> pages) {
        this.pages = pages;
        this.leadings = leadings(pages);
    }

    private static Map<Long, Double> leadings(List<List<PdfLines.Line>> pages) {
        Map<Long, List<Double>> all = new HashMap<>();
        for (List<PdfLines.Line> page : pages) {
            for (int i = 0; i + 1 < page.size(); i++) {
                PdfLines.Line line = page.get(i), next = page.get(i + 1);
                double leading = next.place().base() - line.place().base();
                boolean isUsual = leading > MIN_LEADING * line.size() && leading < MAX_LEADING * line.size();
                if (isUsual && line.size() == next.size()) {
                    all.computeIfAbsent(key(line), unknown -> new ArrayList<>()).add(leading);
                }
            }
        }
        Map<Long, Double> usual = new HashMap<>();
        all.forEach((size, found) -> {
            Collections.sort(found);
            usual.put(size, found.get(found.size() / 2));
        });
        return usual;
    }

    private static long key(PdfLines.Line line) {
        return Math.round(line.size() * 10);
    }

    List<List<PdfLines.Line>> marked() {
        return pages.stream().map(this::marked).toList();
    }

    private List<PdfLines.Line> marked(List<PdfLines.Line> page) {
        List<PdfLines.Line> marked = new ArrayList<>();
        boolean begins = true;
        int item = 0; // the number at the head of the open paragraph
        for (int i = 0; i < page.size(); i++) {
            item = begins ? number(page.get(i)) : item;
            boolean ends = i + 1 == page.size() || endsAt(page, i, begins) || item > 0 && isNext(page.get(i + 1), item);
            marked.add(ends ? page.get(i).ending() : page.get(i));
            begins = ends || page.get(i + 1).size() != page.get(i).size();
        }
        return marked;
    }

    /** Whether the line begins the item after that number, or a later one where it is written "[14]" or "14.". */
    private static boolean isNext(PdfLines.Line line, int item) {
        int number = number(line);
        int end = CharRuns.end(line.text(), 0, CharRuns.anyOf("[(0123456789"));
        boolean isWritten =
                end < line.text().length() && ".)]".indexOf(line.text().charAt(end)) >= 0;
        return number == item + 1 || isWritten && number > item && number <= item + MAX_SKIPPED;
    }

    /** The number that begins a line, as an item of a list has it; 0 if there is none. */
    private static int number(PdfLines.Line line) {
        return NoteMarks.head(line.text())
                .filter(NoteMarks.Head::isNumber)
                .map(head -> Integer.parseInt(head.label()))
                .orElse(0);
    }

    /** @param begins whether the line is the first of its paragraph */
    private boolean endsAt(List<PdfLines.Line> page, int at, boolean begins) {
        PdfLines.Line line = page.get(at), next = page.get(at + 1);
        double distance = next.place().base() - line.place().base();
        double usual = leadings.getOrDefault(key(line), USUAL_LEADING * line.size());
        boolean isHeading = NoteHeadings.isOverNotes(line.text()) || NoteHeadings.isOverNotes(next.text());
        if (isHeading || line.row() || next.row() || distance < 0 || distance > MAX_LEADING_RATIO * usual) {
            return true;
        }
        if (Math.abs(line.size() - next.size()) > SAME_SIZE * line.size()) {
            return false; // decided by what the sizes mean
        }
        return line.bold() != next.bold() || isIndented(line, next, begins) || isShort(page, at);
    }

    /** Whether the next line stands further in than a line that does not begin an item, or begins one itself. */
    private static boolean isIndented(PdfLines.Line line, PdfLines.Line next, boolean begins) {
        double indent = (next.place().start() - line.place().start()) / line.size();
        boolean hangs = begins && NoteMarks.head(line.text()).isPresent();
        if (indent > MIN_INDENT && indent < MAX_INDENT) {
            return !hangs;
        }
        return indent < -MIN_INDENT && NoteMarks.head(next.text()).isPresent();
    }

    /** Whether the line had room for the first word of the next and ends a sentence. */
    private static boolean isShort(List<PdfLines.Line> page, int at) {
        PdfLines.Line line = page.get(at), next = page.get(at + 1);
        double reach = 0;
        for (int i = Math.max(0, at - NEIGHBOURS); i < Math.min(page.size(), at + NEIGHBOURS + 1); i++) {
            PdfLines.Place other = page.get(i).place();
            boolean isInColumn =
                    other.start() < line.place().end() && line.place().start() < other.end();
            boolean isNear = Math.abs(other.start() - line.place().start()) < MAX_INDENT * line.size();
            reach = isInColumn && isNear ? Math.max(reach, other.end()) : reach;
        }
        String words = next.text();
        int first = Math.max(1, words.indexOf(' ') < 0 ? words.length() : words.indexOf(' '));
        double width = (next.place().end() - next.place().start()) * (first + 1) / Math.max(1, words.length());
        boolean isFinished = STOPS.indexOf(line.text().charAt(line.text().length() - 1)) >= 0
                || line.text().endsWith(String.valueOf(InlineMarks.CLOSE));
        return isFinished && reach - line.place().end() > width;
    }
}
