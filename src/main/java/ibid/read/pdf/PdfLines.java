package ibid.read.pdf;

import ibid.IbidException;
import ibid.read.bytes.Deadline;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.NoteMarks;
import ibid.read.manuscript.TextLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of a PDF's pages with their font size; small raised figures become note marks. */
final class PdfLines extends PDFTextStripper {

    /**
     * @param text          clean, with marks made by {@link InlineMarks#note}
     * @param size          of most of its letters, in points
     * @param endsParagraph whether a paragraph ends with it
     */
    record Line(String text, float size, boolean endsParagraph) {

        Line withText(String other) {
            return new Line(other, size, endsParagraph);
        }
    }

    // Commands and letters. A printed page has about five thousand letters; a map may have many lines.
    private static final int MAX_DRAWN_PER_PAGE = 1_000_000;
    private static final double MAX_MARK_SIZE_RATIO = 0.9; // to the line's size; browsers set superscripts at 0.83
    private static final double MIN_RAISE_RATIO = 0.1; // of the line's size, above its base line

    private record Glyph(String text, float size, float y) {}

    /** Part of a line as PDFBox gives it. A raised figure is a separate part, and so is the text after it. */
    private record Stretch(List<Glyph> glyphs, float size, float base) {

        static Stretch of(List<Glyph> glyphs) {
            Map<Float, Integer> letters = new HashMap<>();
            glyphs.stream()
                    .filter(glyph -> !glyph.text().isBlank())
                    .forEach(glyph -> letters.merge(glyph.size(), glyph.text().length(), Integer::sum));
            float size = letters.entrySet().stream()
                    .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(0f);
            return new Stretch(
                    new ArrayList<>(glyphs),
                    size,
                    glyphs.stream()
                            .filter(glyph -> glyph.size() == size)
                            .findFirst()
                            .map(Glyph::y)
                            .orElse(0f));
        }

        boolean marksNoteIn(Stretch open) {
            return size <= MAX_MARK_SIZE_RATIO * open.size
                    && base < open.base - MIN_RAISE_RATIO * open.size
                    && base > open.base - open.size
                    && !NoteMarks.labels(words()).isEmpty();
        }

        boolean continuesWith(Stretch next) {
            return glyphs.getLast().size() <= MAX_MARK_SIZE_RATIO * size
                    && glyphs.getLast().size() > 0
                    && Math.abs(next.base - base) < MIN_RAISE_RATIO * size;
        }

        String words() {
            return glyphs.stream()
                    .map(Glyph::text)
                    .collect(Collectors.joining())
                    .strip();
        }
    }

    private final List<Glyph> glyphs = new ArrayList<>();
    private Stretch open = Stretch.of(List.of());
    private boolean endsParagraph; // whether the open line does
    private final List<Line> lines = new ArrayList<>();
    private int drawn;

    private PdfLines() {}

    /** @throws IbidException INVALID if the document has more text or drawing commands than any article has */
    static List<List<Line>> of(PDDocument document) throws IOException {
        PdfLines stripper = new PdfLines();
        List<List<Line>> pages = new ArrayList<>();
        long letters = 0;
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            List<Line> page = stripper.page(document, number);
            letters += page.stream().mapToLong(line -> line.text().length()).sum();
            TextLimits.checkText(letters);
            pages.add(page);
        }
        return pages;
    }

    private List<Line> page(PDDocument document, int number) throws IOException {
        setStartPage(number);
        setEndPage(number);
        getText(document);
        endLine();
        closeLine();
        List<Line> page = List.copyOf(lines);
        lines.clear();
        return page;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        drawn = 0;
        super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Deadline.check();
        if (++drawn > MAX_DRAWN_PER_PAGE) {
            throw tooLarge("drawing commands");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++drawn > MAX_DRAWN_PER_PAGE) {
            throw tooLarge("letters");
        }
        super.processTextPosition(text);
    }

    private static IbidException tooLarge(String what) {
        return new IbidException(
                IbidException.Code.INVALID,
                "a page of it holds too much: more than " + MAX_DRAWN_PER_PAGE / 1_000_000 + " million " + what);
    }

    /** Adds the letters one by one where the text has as many as it has positions; PDFBox may have composed letters. */
    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        int length = positions.stream()
                .mapToInt(position -> position.getUnicode().length())
                .sum();
        if (length != text.length()) {
            glyphs.add(glyph(text, positions.getFirst()));
            return;
        }
        int at = 0;
        for (TextPosition position : positions) {
            int end = at + position.getUnicode().length();
            glyphs.add(glyph(text.substring(at, end), position));
            at = end;
        }
    }

    private static Glyph glyph(String text, TextPosition position) {
        return new Glyph(text, position.getFontSizeInPt(), position.getYDirAdj());
    }

    @Override
    protected void writeWordSeparator() {
        glyphs.add(new Glyph(" ", 0, 0));
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
        endsParagraph = true;
    }

    @Override
    protected void writePageStart() {}

    @Override
    protected void writePageEnd() {}

    private void endLine() {
        Stretch next = Stretch.of(glyphs);
        glyphs.clear();
        if (next.words().isEmpty()) {
            return;
        }
        boolean isNoteMark = !open.glyphs().isEmpty() && next.marksNoteIn(open);
        if (isNoteMark || !open.glyphs().isEmpty() && open.continuesWith(next)) {
            if (!isNoteMark) {
                open.glyphs().add(new Glyph(" ", 0, 0));
            }
            open.glyphs().addAll(next.glyphs());
        } else {
            closeLine();
            open = next;
        }
        endsParagraph = false;
    }

    private void closeLine() {
        String text = text(open.glyphs(), open.size(), open.base()).strip();
        if (!text.isEmpty()) {
            lines.add(new Line(text, open.size(), endsParagraph));
        }
        open = Stretch.of(List.of());
        endsParagraph = false;
    }

    private static String text(List<Glyph> glyphs, float size, float base) {
        StringBuilder line = new StringBuilder(), plain = new StringBuilder();
        for (int i = 0; i < glyphs.size(); i++) {
            int end = i;
            while (end < glyphs.size() && isRaised(glyphs.get(end), size, base)) {
                end++;
            }
            StringBuilder raised = new StringBuilder();
            glyphs.subList(i, end).forEach(glyph -> raised.append(glyph.text()));
            if (end == i) {
                plain.append(glyphs.get(i).text());
            } else if (NoteMarks.labels(raised.toString()).isEmpty() || Exponents.isPower(plain, raised.toString())) {
                plain.append(raised);
            } else {
                line.append(clean(plain));
                plain.setLength(0);
                for (String label : NoteMarks.labels(raised.toString())) {
                    line.append(InlineMarks.note(label));
                }
            }
            i = Math.max(i, end - 1);
        }
        return line.append(clean(plain)).toString();
    }

    private static boolean isRaised(Glyph glyph, float size, float base) {
        return glyph.size() > 0
                && glyph.size() <= MAX_MARK_SIZE_RATIO * size
                && glyph.y() < base - MIN_RAISE_RATIO * size;
    }

    /** Cleans the text; a soft hyphen at the end of a line is visible there and becomes a hyphen. */
    private static String clean(StringBuilder text) {
        return Decoder.clean(text.toString().replaceFirst("[\u00AD\u2010]\\s*$", "-"));
    }
}
