package ibid.read.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The process that draws one page: a PDF on standard input, its page as argument, a PNG on standard output. */
final class PageRenderer {

    static final int NO_SUCH_PAGE = 3; // exit code; 1 is that of an exception

    private static final float WIDTH = 1000; // pixels: twice those of a usual pane, so that letters are sharp
    private static final float MAX_PIXELS = 4_000_000; // of a page that is longer than wide; 16 MB in memory

    private PageRenderer() {}

    public static void main(String[] arguments) throws IOException {
        ImageIO.setUseCache(false); // of files on the disk
        int page = Integer.parseInt(arguments[0]) - 1;
        try (PDDocument document = Loader.loadPDF(System.in.readAllBytes())) {
            if (page >= document.getNumberOfPages()) {
                System.exit(NO_SUCH_PAGE);
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true); // a picture of many pixels is read with no more than are shown
            BufferedImage picture = renderer.renderImage(page, scale(document.getPage(page)), ImageType.RGB);
            ImageIO.write(picture, "png", System.out);
        }
    }

    private static float scale(PDPage page) {
        PDRectangle box = page.getCropBox();
        boolean isTurned = page.getRotation() % 180 != 0;
        float width = Math.max(1, isTurned ? box.getHeight() : box.getWidth());
        float area = Math.max(1, box.getWidth() * box.getHeight());
        return (float) Math.min(WIDTH / width, Math.sqrt(MAX_PIXELS / area));
    }
}
