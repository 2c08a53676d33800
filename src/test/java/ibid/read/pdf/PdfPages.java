package ibid.read.pdf;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** A PDF whose text is put where a test wants it. The origin is the lower left corner; a page is 612 points wide. */
public final class PdfPages implements AutoCloseable {

    private static final PDType1Font PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final PDType1Font BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

    final PDDocument document = new PDDocument();
    private PDPageContentStream content;
    private PDPage page;
    private double y;
    private double end; // of the last words
    private PDType1Font font = PLAIN;

    public void begin() throws IOException {
        page();
    }

    PDPage page() throws IOException {
        finish();
        page = new PDPage();
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = 740;
        return page;
    }

    private void finish() throws IOException {
        if (content != null) {
            content.close();
        }
    }

    /** Words at a place. */
    PdfPages at(double x, double height, double size, String words) throws IOException {
        return turned(x, height, size, 0, words);
    }

    PdfPages turned(double x, double height, double size, double degrees, String words) throws IOException {
        content.beginText();
        content.setFont(font, (float) size);
        content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(degrees), (float) x, (float) height));
        content.showText(words);
        content.endText();
        end = x + PLAIN.getStringWidth(words) / 1000 * size;
        return this;
    }

    /** The next line down the page. */
    public PdfPages line(double size, String words) throws IOException {
        y -= 1.3 * size;
        return at(60, y, size, words);
    }

    /** The same in bold letters. */
    PdfPages boldLine(double size, String words) throws IOException {
        font = BOLD;
        line(size, words);
        font = PLAIN;
        return this;
    }

    /** Leaves room. */
    public PdfPages skip(double points) {
        y -= points;
        return this;
    }

    /** Words behind the last, above or below their base line. */
    public PdfPages shifted(double size, double raise, String words) throws IOException {
        content.beginText();
        content.setFont(PLAIN, (float) size);
        content.newLineAtOffset((float) end, (float) (y + raise));
        content.showText(words);
        content.endText();
        end += PLAIN.getStringWidth(words) / 1000 * size;
        return this;
    }

    PdfPages in(RenderingMode mode, Color colour) throws IOException {
        content.setRenderingMode(mode);
        content.setNonStrokingColor(colour);
        return this;
    }

    PdfPages spaced(float points) throws IOException {
        content.setCharacterSpacing(points);
        return this;
    }

    PdfPages filled(Color colour, float x, float height, float width, float tall) throws IOException {
        content.setNonStrokingColor(colour);
        content.addRect(x, height, width, tall);
        content.fill();
        content.setNonStrokingColor(Color.BLACK);
        return this;
    }

    PdfPages picture(float x, float height, float width, float tall) throws IOException {
        var pixels = new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB);
        content.drawImage(LosslessFactory.createFromImage(document, pixels), x, height, width, tall);
        return this;
    }

    PdfPages with(Consumer<PDPage> change) {
        change.accept(page);
        return this;
    }

    public byte[] bytes() throws IOException {
        finish();
        content = null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        finish();
        document.close();
    }
}
