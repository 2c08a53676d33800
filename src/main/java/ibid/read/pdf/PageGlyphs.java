package ibid.read.pdf;

import ibid.IbidException;
import ibid.read.bytes.Deadline;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Collects the characters of one page of a PDF in the order of its content, each where it stands; those that nobody
 * sees are separate.
 */
final class PageGlyphs extends PDFTextStripper {

    /**
     * @param byAngle      by the angle of the text in degrees, the one with most characters first
     * @param hidden       characters that are not seen
     * @param unmapped     how many characters the page's fonts do not name
     * @param pictureShare the share of the page that its largest picture covers
     */
    record Page(SequencedMap<Integer, List<Glyph>> byAngle, List<Glyph> hidden, int unmapped, double pictureShare) {}

    // Commands and letters. A printed page has about five thousand letters; a map may have many lines.
    private static final int MAX_DRAWN_PER_PAGE = 1_000_000;
    private static final int MAX_COVERED = 20_000; // characters that are compared with each painted area
    private static final double MIN_SEEN_POINTS = 1; // smaller letters are not read by anybody
    private static final double MAX_OVER_EDGE = 4; // in sizes of the letter
    private static final int DEGREES = 360;
    private static final int DOWNWARDS = 270; // the angle of a line of vertical writing
    private static final double TYPE3_UNITS = 1000; // of a font whose letters have the usual size
    private static final float ROUNDED = 10; // sizes are kept to a tenth of a point

    private final PaintedAreas painted = new PaintedAreas();
    private final List<TextPosition> seen = new ArrayList<>(); // on this page, so far
    private final Set<TextPosition> covered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<TextPosition, Point2D> invisible = new IdentityHashMap<>();
    private final Map<PDFont, Boolean> bold = new IdentityHashMap<>();
    private final List<Glyph> hidden = new ArrayList<>();
    private final SequencedMap<Integer, List<Glyph>> byAngle = new LinkedHashMap<>();
    private PDRectangle crop = new PDRectangle(); // of this page; looking it up takes longer than a character
    private int drawn;
    private int unmapped;
    private int shown; // characters that have come out of the last string

    PageGlyphs() {
        setShouldSeparateByBeads(false);
    }

    Page of(PDDocument document, int number) throws IOException {
        setStartPage(number);
        setEndPage(number);
        getText(document);
        Rectangle2D box = box(document.getPage(number - 1).getCropBox());
        SequencedMap<Integer, List<Glyph>> ordered = new LinkedHashMap<>();
        byAngle.entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .forEach(angle -> ordered.put(angle.getKey(), List.copyOf(angle.getValue())));
        return new Page(ordered, List.copyOf(hidden), unmapped, painted.pictureShare(box));
    }

    private static Rectangle2D box(PDRectangle box) {
        return new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        if (getCurrentPageNo() != getStartPage()) {
            return; // PDFBox offers every page of the document
        }
        crop = page.getCropBox();
        drawn = 0;
        unmapped = 0;
        seen.clear();
        covered.clear();
        invisible.clear();
        hidden.clear();
        byAngle.clear();
        painted.begin(page.getResources());
        super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Deadline.check();
        if (++drawn > MAX_DRAWN_PER_PAGE) {
            throw tooLarge("drawing commands");
        }
        PaintedAreas.Area2D opaque = painted.follow(operator.getName(), operands, getGraphicsState(), getResources());
        if (opaque != null && seen.size() <= MAX_COVERED) {
            seen.stream()
                    .filter(position -> opaque.box().contains(point(position)))
                    .forEach(covered::add);
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        shown = 0;
        super.showGlyph(matrix, font, code, displacement);
        unmapped += shown == 0 && displacement.getX() != 0 ? 1 : 0;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++drawn > MAX_DRAWN_PER_PAGE) {
            throw tooLarge("letters");
        }
        Deadline.check();
        shown++;
        Point2D point = point(text);
        boolean isTiny = size(text) < MIN_SEEN_POINTS;
        if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER && !isTiny) {
            invisible.put(text, point);
        } else if (isTiny || painted.hides(getGraphicsState(), point) && !runsOver(text, point)) {
            hide(text);
            return;
        }
        seen.add(text);
        super.processTextPosition(text);
    }

    /** Whether it is the end of a line that begins on the page and runs a little over its edge. */
    private boolean runsOver(TextPosition text, Point2D point) {
        if (seen.isEmpty()) {
            return false;
        }
        Rectangle2D page = box(crop);
        double reach = MAX_OVER_EDGE * size(text);
        Rectangle2D wider =
                new Rectangle2D.Double(page.getX() - reach, page.getY(), page.getWidth() + 2 * reach, page.getHeight());
        TextPosition last = seen.getLast();
        return !page.contains(point)
                && wider.contains(point)
                && last.getTextMatrix().getTranslateY() == text.getTextMatrix().getTranslateY()
                && Math.abs(text.getTextMatrix().getTranslateX() - last.getEndX()) < size(text);
    }

    /** The middle of the character, as the page counts. */
    private Point2D point(TextPosition text) {
        Matrix matrix = text.getTextMatrix();
        double x = (matrix.getTranslateX() + text.getEndX()) / 2 + crop.getLowerLeftX();
        double y = (matrix.getTranslateY() + text.getEndY()) / 2 + crop.getLowerLeftY();
        double up = size(text) / 4, angle = Math.toRadians(angle(text));
        return new Point2D.Double(x - up * Math.sin(angle), y + up * Math.cos(angle));
    }

    private static IbidException tooLarge(String what) {
        return new IbidException(
                IbidException.Code.INVALID,
                "a page of it holds too much: more than " + MAX_DRAWN_PER_PAGE / 1_000_000 + " million " + what);
    }

    /** Called by PDFBox when it has all characters of a page, with those that are drawn twice only once. */
    @Override
    protected void writePage() {
        for (List<TextPosition> article : charactersByArticle) {
            for (TextPosition text : article) {
                add(text);
            }
        }
    }

    private void add(TextPosition text) {
        Point2D unseen = invisible.get(text);
        boolean isRecognised = unseen != null && painted.hasPicture(unseen); // words laid over the picture of a page
        if (unseen != null && !isRecognised || covered.contains(text)) {
            hide(text);
            return;
        }
        if (isWithoutLetter(text.getUnicode())) {
            unmapped++;
        }
        if (composed(text.getUnicode()).isEmpty()) {
            return;
        }
        boolean isVertical = isVertical(text);
        int angle = isVertical ? DOWNWARDS : angle(text);
        Glyph glyph = glyph(text, isVertical ? DOWNWARDS : exactAngle(text));
        byAngle.computeIfAbsent(angle, unknown -> new ArrayList<>()).add(glyph);
    }

    private void hide(TextPosition text) {
        if (!composed(text.getUnicode()).isEmpty()) {
            hidden.add(glyph(text, exactAngle(text)));
        }
    }

    /** @param angle exact: on a page scanned askew, a line of the rounded angle falls apart */
    private Glyph glyph(TextPosition text, double angle) {
        double radians = Math.toRadians(angle), cos = Math.cos(radians), sin = Math.sin(radians);
        Matrix matrix = text.getTextMatrix();
        double startX = matrix.getTranslateX(), startY = matrix.getTranslateY();
        return new Glyph(
                composed(text.getUnicode()),
                startX * cos + startY * sin,
                startX * sin - startY * cos,
                Math.hypot(text.getEndX() - startX, text.getEndY() - startY),
                size(text),
                bold.computeIfAbsent(text.getFont(), PageGlyphs::isBold));
    }

    /** Whether it is a code that a font left as it was. */
    private static boolean isWithoutLetter(String text) {
        return text.chars().allMatch(sign -> sign < ' ' || sign >= 0xE000 && sign <= 0xF8FF || sign == 0xFFFD);
    }

    /** Ligatures and the forms of Arabic letters become letters; all else stays as it is written. */
    private static String composed(String letters) {
        boolean isForm =
                letters.chars().anyMatch(sign -> sign >= 0xFB00 && sign <= 0xFDFF || sign >= 0xFE70 && sign <= 0xFEFE);
        return isForm ? Normalizer.normalize(letters, Normalizer.Form.NFKC).strip() : letters;
    }

    private static boolean isVertical(TextPosition text) {
        Matrix matrix = text.getTextMatrix();
        return text.getFont().isVertical()
                && angle(text) == 0
                && Math.abs(text.getEndX() - matrix.getTranslateX())
                        < Math.abs(text.getEndY() - matrix.getTranslateY());
    }

    /** The angle of the text to the page, counter-clockwise, in whole degrees; of mirrored text 0. */
    private static int angle(TextPosition text) {
        return Math.floorMod(Math.round((float) exactAngle(text)), DEGREES);
    }

    private static double exactAngle(TextPosition text) {
        Matrix matrix = text.getTextMatrix();
        boolean isMirrored = matrix.getScaleX() * matrix.getScaleY() < 0 && matrix.getShearX() == 0;
        return isMirrored ? 0 : Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
    }

    private static double size(TextPosition text) {
        Matrix matrix = text.getTextMatrix();
        double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        if (text.getFont() instanceof PDType3Font drawnFont) {
            size *= Math.abs(drawnFont.getFontMatrix().getScaleY()) * TYPE3_UNITS;
        }
        return Math.round(size * ROUNDED) / ROUNDED;
    }

    private static boolean isBold(PDFont font) {
        String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        return name.contains("bold") || name.contains("black") || name.contains("heavy") || name.endsWith("-bd");
    }
}
