package ibid.read.office;

import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Node;

/**
 * Whether the characters of a run of a Word file are not part of what it says: hidden, struck out, in the colour of
 * their background, or tiny.
 */
final class HiddenRun {

    private static final List<String> HIDDEN = List.of("vanish", "specVanish", "webHidden", "strike", "dstrike");
    private static final int MAX_INVISIBLE_HALF_POINTS = 4;

    private HiddenRun() {}

    /**
     * @param own   properties of the run, or null
     * @param style properties of its style, or null
     */
    static boolean is(Node own, Node style) {
        return HIDDEN.stream().anyMatch(name -> isOn(name, own, style)) || isInvisible(own) || isTiny(own);
    }

    /** Whether the run has the property; what it says itself counts before its style. */
    private static boolean isOn(String name, Node own, Node style) {
        Node properties = WordXml.child(own, name) == null ? style : own;
        return WordXml.isOn(properties, name);
    }

    private static boolean isInvisible(Node properties) {
        Node colour = WordXml.child(properties, "color");
        return colour != null && WordXml.value(colour, "val").equalsIgnoreCase(background(properties));
    }

    /** The colour behind the run; white where none is stated. A highlight has a name of its own, never a value. */
    private static String background(Node properties) {
        String highlight = WordXml.value(WordXml.child(properties, "highlight"), "val");
        String shading = WordXml.value(WordXml.child(properties, "shd"), "fill");
        return Stream.of(highlight, shading)
                .filter(colour -> !colour.isEmpty() && !colour.equals("none") && !colour.equals("auto"))
                .findFirst()
                .orElse("FFFFFF");
    }

    private static boolean isTiny(Node properties) {
        String halfPoints = WordXml.value(WordXml.child(properties, "sz"), "val");
        return halfPoints.matches("\\d{1,4}") && Integer.parseInt(halfPoints) <= MAX_INVISIBLE_HALF_POINTS;
    }
}
