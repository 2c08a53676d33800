package ibid.read.pdf;

import ibid.IbidException;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.TextLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The lines of a PDF's pages, in the order of reading, with their size and place; what nobody sees, and stamps set
 * across the page, are separate.
 */
final class PdfLines {

    /**
     * @param text          clean, with marks made by {@link InlineMarks#note}; cells of a table's row are divided
     * @param size          of most of its letters, in points
     * @param endsParagraph whether a paragraph ends with it
     * @param place         where it is on its page
     */
    record Line(String text, float size, boolean endsParagraph, boolean bold, boolean row, Place place) {

        Line withText(String other) {
            return new Line(other, size, endsParagraph, bold, row, place);
        }

        Line ending() {
            return new Line(text, size, true, bold, row, place);
        }
    }

    /** In points: the base line, downwards, and where the line starts and ends on it. */
    record Place(double base, double start, double end) {}

    /** @param pictureShares the share of each page that its largest picture covers */
    record Read(List<List<Line>> pages, List<String> removed, int unmapped, List<Double> pictureShares) {

        /** Whether a page has a picture and nearly no text. */
        boolean isPicture(int page) {
            int letters = pages.get(page).stream()
                    .mapToInt(line -> line.text().length())
                    .sum();
            return letters < MAX_LETTERS_ON_PICTURE && pictureShares.get(page) >= MIN_PICTURE_SHARE;
        }
    }

    static final double MIN_PICTURE_SHARE = 0.4; // of a page that is only a picture

    private static final String CELL_SEPARATOR = " | ";
    private static final int MAX_LETTERS_ON_PICTURE = 40; // a page number or the mark of a scanner
    private static final int MIN_TURNED_LETTERS = 200; // less, at another angle than the page's text, is a stamp

    private final FormFields fields;
    private final List<String> removed = new ArrayList<>();

    private PdfLines(FormFields fields) {
        this.fields = fields;
    }

    /** @throws IbidException INVALID if the document has more text or drawing commands than any article has */
    static Read of(PDDocument document) throws IOException {
        PdfLines lines = new PdfLines(new FormFields(document));
        PageGlyphs reader = new PageGlyphs();
        List<List<Line>> pages = new ArrayList<>();
        List<Double> pictures = new ArrayList<>();
        long letters = 0;
        int unmapped = 0;
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            PageGlyphs.Page glyphs = reader.of(document, number);
            List<Line> page = lines.page(glyphs, lines.fields.on(document.getPage(number - 1)));
            letters += page.stream().mapToLong(line -> line.text().length()).sum();
            TextLimits.checkText(letters);
            unmapped += glyphs.unmapped();
            pictures.add(glyphs.pictureShare());
            pages.add(page);
        }
        return new Read(new ParagraphEnds(pages).marked(), lines.removed, unmapped, pictures);
    }

    private List<Line> page(PageGlyphs.Page page, List<Glyph> values) {
        List<Line> lines = new ArrayList<>();
        boolean isFirst = true;
        for (List<Glyph> turned : page.byAngle().values()) {
            List<Line> found = lines(turned, isFirst ? values : List.of());
            if (isFirst || turned.size() >= MIN_TURNED_LETTERS) {
                lines.addAll(found);
            } else {
                StringJoiner stamp = new StringJoiner(" ");
                found.forEach(line -> stamp.add(InlineMarks.removeFrom(line.text())));
                removed.add(stamp.toString());
            }
            isFirst = false;
        }
        if (page.byAngle().isEmpty()) {
            lines.addAll(lines(List.of(), values));
        }
        StringJoiner hidden = new StringJoiner(" ");
        PageLines.of(page.hidden(), List.of()).forEach(line -> hidden.add(InlineMarks.removeFrom(LineText.of(line))));
        if (!hidden.toString().isBlank()) {
            removed.add(hidden.toString());
        }
        return lines;
    }

    private static List<Line> lines(List<Glyph> glyphs, List<Glyph> values) {
        List<Line> lines = new ArrayList<>();
        for (PageColumns.Row row : PageColumns.of(PageLines.of(glyphs, values))) {
            StringJoiner text = new StringJoiner(CELL_SEPARATOR);
            row.cells().stream()
                    .map(LineText::of)
                    .filter(cell -> !cell.isEmpty())
                    .forEach(text::add);
            SetLine line = row.line();
            if (text.length() > 0) {
                Place place = new Place(line.base(), line.start(), line.end());
                lines.add(new Line(text.toString(), (float) line.size(), false, line.isBold(), row.isOfTable(), place));
            }
        }
        return lines;
    }
}
