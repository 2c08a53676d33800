package ibid.read.pdf;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * What a page paints besides its text, as far as it decides whether the text is seen: filled rectangles, pictures, the
 * clipping path, and the colour of the text. Only rectangles are followed exactly; of other shapes the colour counts as
 * unknown.
 */
final class PaintedAreas {

    /** A painted rectangle; the colour is null if it is unknown. */
    record Area2D(Rectangle2D box, float[] colour, boolean picture) {}

    private static final int MAX_AREAS = 2_000; // of one page; a map may have many more, and no text depends on them
    private static final float MAX_SAME_COLOUR = 0.02f; // the difference of each component
    private static final float MIN_OPAQUE = 0.9f;
    private static final float[] UNKNOWN = {-1, -1, -1};

    private final List<Area2D> areas = new ArrayList<>();
    private Path2D path = new Path2D.Double();
    private int subpaths;
    private boolean clips;
    private COSName space = COSName.DEVICEGRAY;
    private PDResources resources;

    void begin(PDResources of) {
        areas.clear();
        resetPath();
        resources = of;
    }

    /** Follows one operator of the page's content; returns the opaque area that it painted, or null. */
    Area2D follow(String operator, List<COSBase> operands, PDGraphicsState state, PDResources current) {
        resources = current;
        switch (operator) {
            case "re", "m", "l", "c", "v", "y" -> extend(operator, operands, state.getCurrentTransformationMatrix());
            case "W", "W*" -> clips = true;
            case "g", "rg", "k", "sc", "scn" -> colour(operator, operands, state);
            case "cs" -> chooseSpace(operands, state);
            case "f", "F", "f*", "B", "B*", "b", "b*" -> {
                return fill(state);
            }
            case "S", "s", "n" -> endPath(state);
            case "sh" -> add(new Area2D(state.getCurrentClippingPath().getBounds2D(), null, false));
            case "Do", "BI" -> picture(operator, operands, state);
            default -> {}
        }
        return null;
    }

    private void extend(String operator, List<COSBase> operands, Matrix matrix) {
        double[] at = numbers(operands);
        if (operator.equals("re") && at.length == 4) {
            subpaths++;
            path.append(box(matrix, at[0], at[1], at[2], at[3]), false);
            return;
        }
        subpaths += operator.equals("m") ? 1 : 0;
        subpaths += operator.length() == 1 && "cvy".contains(operator) ? 2 : 0; // a curve: no rectangle
        for (int i = 0; i + 1 < at.length; i += 2) {
            Point2D point = matrix.transformPoint((float) at[i], (float) at[i + 1]);
            if (path.getCurrentPoint() == null || operator.equals("m")) {
                path.moveTo(point.getX(), point.getY());
            } else {
                path.lineTo(point.getX(), point.getY());
            }
        }
    }

    private static Rectangle2D box(Matrix matrix, double x, double y, double width, double height) {
        Rectangle2D box = new Rectangle2D.Double();
        Point2D first = matrix.transformPoint((float) x, (float) y);
        box.setFrameFromDiagonal(first, matrix.transformPoint((float) (x + width), (float) (y + height)));
        return box;
    }

    private static double[] numbers(List<COSBase> operands) {
        return operands.stream()
                .filter(COSNumber.class::isInstance)
                .mapToDouble(number -> ((COSNumber) number).floatValue())
                .toArray();
    }

    private Area2D fill(PDGraphicsState state) {
        boolean isRectangle = subpaths == 1;
        float[] colour = state.getNonStrokingColor().getComponents();
        boolean isKnown = isRectangle && colour[0] >= 0 && state.getNonStrokeAlphaConstant() >= MIN_OPAQUE;
        Rectangle2D box = path.getBounds2D().createIntersection(clip(state));
        endPath(state);
        Area2D area = new Area2D(box, isKnown ? colour : null, false);
        if (box.isEmpty()) {
            return null;
        }
        add(area);
        return isKnown ? area : null;
    }

    private void add(Area2D area) {
        if (areas.size() < MAX_AREAS) {
            areas.add(area);
        }
    }

    private static Rectangle2D clip(PDGraphicsState state) {
        return state.getCurrentClippingPath().getBounds2D();
    }

    private void endPath(PDGraphicsState state) {
        if (clips) {
            state.intersectClippingPath(new Area(path.getBounds2D()));
        }
        resetPath();
    }

    private void resetPath() {
        path = new Path2D.Double();
        subpaths = 0;
        clips = false;
    }

    private void picture(String operator, List<COSBase> operands, PDGraphicsState state) {
        boolean isPicture = operator.equals("BI")
                || !operands.isEmpty()
                        && operands.getFirst() instanceof COSName name
                        && resources != null
                        && resources.isImageXObject(name);
        if (isPicture) {
            Rectangle2D box = box(state.getCurrentTransformationMatrix(), 0, 0, 1, 1);
            add(new Area2D(box, null, true));
        }
    }

    private void chooseSpace(List<COSBase> operands, PDGraphicsState state) {
        space = COSName.PATTERN;
        if (!operands.isEmpty() && operands.getFirst() instanceof COSName name) {
            space = kind(name);
        }
        boolean isBlackAtFirst = List.of(COSName.DEVICEGRAY, COSName.DEVICERGB, COSName.DEVICECMYK)
                .contains(space);
        set(state, isBlackAtFirst ? new float[] {0, 0, 0} : UNKNOWN);
    }

    /** The device space that a colour space is like: with a profile it has the same components. */
    private COSName kind(COSName name) {
        COSDictionary spaces =
                resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.COLORSPACE);
        if (spaces == null || !(spaces.getDictionaryObject(name) instanceof COSArray array) || array.size() == 0) {
            return name;
        }
        COSBase kind = array.getObject(0);
        if (COSName.ICCBASED.equals(kind)) {
            return array.size() > 1 && array.getObject(1) instanceof COSStream profile
                    ? ofComponents(profile.getInt(COSName.N))
                    : COSName.PATTERN;
        }
        int grey = COSName.CALGRAY.equals(kind) ? 1 : 0;
        return ofComponents(COSName.CALRGB.equals(kind) ? 3 : grey);
    }

    private static COSName ofComponents(int components) {
        return switch (components) {
            case 1 -> COSName.DEVICEGRAY;
            case 3 -> COSName.DEVICERGB;
            case 4 -> COSName.DEVICECMYK;
            default -> COSName.PATTERN;
        };
    }

    private void colour(String operator, List<COSBase> operands, PDGraphicsState state) {
        space = switch (operator) {
            case "g" -> COSName.DEVICEGRAY;
            case "rg" -> COSName.DEVICERGB;
            case "k" -> COSName.DEVICECMYK;
            default -> space;
        };
        double[] parts = numbers(operands);
        if (COSName.DEVICEGRAY.equals(space) && parts.length == 1) {
            set(state, new float[] {(float) parts[0], (float) parts[0], (float) parts[0]});
        } else if (COSName.DEVICERGB.equals(space) && parts.length == 3) {
            set(state, new float[] {(float) parts[0], (float) parts[1], (float) parts[2]});
        } else if (COSName.DEVICECMYK.equals(space) && parts.length == 4) {
            set(state, new float[] {light(parts, 0), light(parts, 1), light(parts, 2)});
        } else {
            set(state, UNKNOWN);
        }
    }

    private static float light(double[] cmyk, int component) {
        return (float) (1 - Math.min(1, cmyk[component] + cmyk[3]));
    }

    private static void set(PDGraphicsState state, float[] colour) {
        state.setNonStrokingColor(new PDColor(colour, PDDeviceRGB.INSTANCE));
    }

    /** Whether text of that state at that point has the colour of what is behind it, or is clipped away. */
    boolean hides(PDGraphicsState state, Point2D point) {
        if (!state.getCurrentClippingPath().contains(point)) {
            return true;
        }
        float[] colour = state.getNonStrokingColor().getComponents();
        if (colour.length == 1) {
            colour = new float[] {colour[0], colour[0], colour[0]}; // as it is when a page begins
        }
        for (int i = areas.size() - 1; i >= 0; i--) {
            if (areas.get(i).box().contains(point)) {
                return areas.get(i).colour() != null
                        && isSame(colour, areas.get(i).colour());
            }
        }
        return isSame(colour, new float[] {1, 1, 1});
    }

    private static boolean isSame(float[] one, float[] other) {
        if (one.length < 3 || other.length < 3 || one[0] < 0) {
            return false;
        }
        for (int i = 0; i < 3; i++) {
            if (Math.abs(one[i] - other[i]) > MAX_SAME_COLOUR) {
                return false;
            }
        }
        return true;
    }

    /** Whether a picture covers that point. */
    boolean hasPicture(Point2D point) {
        return areas.stream().anyMatch(area -> area.picture() && area.box().contains(point));
    }

    /** The share of that page that the largest picture covers. */
    double pictureShare(Rectangle2D page) {
        double largest = 0;
        for (Area2D area : areas) {
            Rectangle2D seen = area.box().createIntersection(page);
            if (area.picture() && !seen.isEmpty()) {
                largest = Math.max(largest, seen.getWidth() * seen.getHeight());
            }
        }
        return largest / (page.getWidth() * page.getHeight());
    }
}
