package ibid.read.office;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Node;

/** Whether the characters of a run of a Word file are not seen: hidden, white on no background, or tiny. */
final class HiddenRun {

    private static final List<String> HIDDEN = List.of("vanish", "specVanish", "webHidden");
    private static final Set<String> OFF = Set.of("0", "false", "off");
    private static final int MAX_INVISIBLE_HALF_POINTS = 4;

    private HiddenRun() {}

    static boolean is(Node run) {
        Node properties = WordWalker.child(run, "rPr");
        if (properties == null) {
            return false;
        }
        boolean isHidden = HIDDEN.stream().anyMatch(name -> isOn(WordWalker.child(properties, name)));
        return isHidden || isWhite(properties) || isTiny(WordWalker.child(properties, "sz"));
    }

    private static boolean isOn(Node toggle) {
        return toggle != null && !OFF.contains(WordWalker.value(toggle, "val"));
    }

    private static boolean isWhite(Node properties) {
        Node colour = WordWalker.child(properties, "color");
        boolean hasBackground =
                WordWalker.child(properties, "shd") != null || WordWalker.child(properties, "highlight") != null;
        return colour != null
                && !hasBackground
                && WordWalker.value(colour, "val").equalsIgnoreCase("FFFFFF");
    }

    private static boolean isTiny(Node size) {
        String halfPoints = size == null ? "" : WordWalker.value(size, "val");
        return halfPoints.matches("\\d{1,4}") && Integer.parseInt(halfPoints) <= MAX_INVISIBLE_HALF_POINTS;
    }
}
