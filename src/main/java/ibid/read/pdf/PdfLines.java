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

/** The lines of a PDF's pages with the size they are set in; raised small figures are marks of notes. */
final class PdfLines extends PDFTextStripper {

    /**
     * @param text clean, with marks made by {@link InlineMarks#note}
     * @param size of most of its letters, in points
     * @param last whether a paragraph ends with it
     */
    record Line(String text, float size, boolean last) {

        Line withText(String other) {
            return new Line(other, size, last);
        }
    }

    private static final int MOST_DRAWN =
            1_000_000; // commands and letters a page; a printed page has five thousand letters, a map many lines
    private static final double SMALL = 0.9, RAISED = 0.1; // of the line's size; browsers set them at 0.83

    private record Glyph(String text, float size, float y) {}

    /** A line as PDFBox parts them; a raised figure is one of its own there, and so is what follows it. */
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

        boolean labels(Stretch open) {
            return size <= SMALL * open.size
                    && base < open.base - RAISED * open.size
                    && base > open.base - open.size
                    && !NoteMarks.labels(words()).isEmpty();
        }

        boolean goesOnWith(Stretch next) {
            return glyphs.getLast().size() <= SMALL * size
                    && glyphs.getLast().size() > 0
                    && Math.abs(next.base - base) < RAISED * size;
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
    private boolean last; // of its paragraph, the open one
    private final List<Line> lines = new ArrayList<>();
    private int drawn;

    private PdfLines() {}

    /** @throws IbidException INVALID if there is more on them than any article has */
    static List<List<Line>> of(PDDocument document) throws IOException {
        PdfLines stripper = new PdfLines();
        List<List<Line>> pages = new ArrayList<>();
        long letters = 0;
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.getText(document);
            stripper.endLine();
            stripper.close();
            letters += stripper.lines.stream()
                    .mapToLong(line -> line.text().length())
                    .sum();
            TextLimits.checkText(letters);
            pages.add(List.copyOf(stripper.lines));
            stripper.lines.clear();
        }
        return pages;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        drawn = 0;
        super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Deadline.check();
        if (++drawn > MOST_DRAWN) {
            throw tooMuch("drawing commands");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++drawn > MOST_DRAWN) {
            throw tooMuch("letters");
        }
        super.processTextPosition(text);
    }

    private static IbidException tooMuch(String what) {
        return new IbidException(
                IbidException.Code.INVALID,
                "a page of it holds too much: more than " + MOST_DRAWN / 1_000_000 + " million " + what);
    }

    /** Letters one by one where they are as many as the text has; it may have been composed of fewer or more. */
    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (positions.stream()
                        .mapToInt(position -> position.getUnicode().length())
                        .sum()
                == text.length()) {
            int at = 0;
            for (TextPosition position : positions) {
                glyphs.add(new Glyph(
                        text.substring(at, at + position.getUnicode().length()),
                        position.getFontSizeInPt(),
                        position.getYDirAdj()));
                at += position.getUnicode().length();
            }
        } else {
            glyphs.add(new Glyph(
                    text,
                    positions.getFirst().getFontSizeInPt(),
                    positions.getFirst().getYDirAdj()));
        }
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
        last = true;
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
        boolean labels = !open.glyphs().isEmpty() && next.labels(open);
        if (labels || !open.glyphs().isEmpty() && open.goesOnWith(next)) {
            if (!labels) {
                open.glyphs().add(new Glyph(" ", 0, 0));
            }
            open.glyphs().addAll(next.glyphs());
        } else {
            close();
            open = next;
        }
        last = false;
    }

    private void close() {
        String text = text(open.glyphs(), open.size(), open.base()).strip();
        if (!text.isEmpty()) {
            lines.add(new Line(text, open.size(), last));
        }
        open = Stretch.of(List.of());
        last = false;
    }

    private static String text(List<Glyph> glyphs, float size, float base) {
        StringBuilder line = new StringBuilder(), plain = new StringBuilder();
        for (int i = 0; i < glyphs.size(); i++) {
            int end = i;
            while (end < glyphs.size() && raised(glyphs.get(end), size, base)) {
                end++;
            }
            StringBuilder small = new StringBuilder();
            glyphs.subList(i, end).forEach(glyph -> small.append(glyph.text()));
            if (end == i) {
                plain.append(glyphs.get(i).text());
            } else if (NoteMarks.labels(small.toString()).isEmpty() || Exponents.isPower(plain, small.toString())) {
                plain.append(small);
            } else {
                line.append(clean(plain));
                plain.setLength(0);
                for (String label : NoteMarks.labels(small.toString())) {
                    line.append(InlineMarks.note(label));
                }
            }
            i = Math.max(i, end - 1);
        }
        return line.append(clean(plain)).toString();
    }

    private static boolean raised(Glyph glyph, float size, float base) {
        return glyph.size() > 0 && glyph.size() <= SMALL * size && glyph.y() < base - RAISED * size;
    }

    /** A soft hyphen at the end of a line is the hyphen that is seen there. */
    private static String clean(StringBuilder text) {
        return Decoder.clean(text.toString().replaceFirst("[\u00AD\u2010]\\s*$", "-"));
    }
}
