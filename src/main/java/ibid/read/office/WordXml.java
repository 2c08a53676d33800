package ibid.read.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Node;

/** Access to the elements of a Word file by their local names. */
final class WordXml {

    private static final Set<String> OFF = Set.of("0", "false", "off", "none");
    private static final Set<String> DELETED = Set.of("del", "moveFrom");

    private WordXml() {}

    static String name(Node node) {
        return node.getLocalName() == null ? "" : node.getLocalName();
    }

    /** The first child of that name, or null; null of null. */
    static Node child(Node parent, String name) {
        Node child = parent == null ? null : parent.getFirstChild();
        while (child != null && !name(child).equals(name)) {
            child = child.getNextSibling();
        }
        return child;
    }

    /** The nearest descendants of that name, without those in deleted text. */
    static List<Node> below(Node parent, String name) {
        List<Node> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name(child).equals(name)) {
                found.add(child);
            } else if (!DELETED.contains(name(child))) {
                found.addAll(below(child, name));
            }
        }
        return found;
    }

    /** The attribute of that local name; empty if there is none, and of null. */
    static String value(Node element, String name) {
        if (element == null || element.getAttributes() == null) {
            return "";
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (name.equals(element.getAttributes().item(i).getLocalName())) {
                return element.getAttributes().item(i).getNodeValue();
            }
        }
        return "";
    }

    /** Whether the properties switch something on: an element without a value does. */
    static boolean isOn(Node properties, String name) {
        Node toggle = child(properties, name);
        return toggle != null && !OFF.contains(value(toggle, "val"));
    }

    static String words(Node element) {
        StringBuilder words = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeValue() != null) {
                words.append(child.getNodeValue());
            }
        }
        return words.toString();
    }
}
