package ibid.read.html.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The targets of links within a page. */
final class LinkTargets {

    private static final int MAX_LEVELS = 3; // elements above a link that may carry its name

    private final Map<String, Element> places = new HashMap<>();

    LinkTargets(Document page) {
        for (Element element : page.select("[id], a[name]")) {
            if (!element.id().isEmpty()) {
                places.putIfAbsent(element.id(), element);
            }
            if (element.hasAttr("name")) {
                places.putIfAbsent(element.attr("name"), element);
            }
        }
    }

    /** The element that the link leads to; null if it is not on this page. */
    Element of(Element link) {
        return places.get(fragment(link));
    }

    static String fragment(Element link) {
        String href = link.attr("href");
        return href.substring(href.indexOf('#') + 1);
    }

    /** The element and its nearest ancestors. */
    static List<Element> nearest(Element element) {
        List<Element> nearest = new ArrayList<>();
        for (Element above = element; above != null && nearest.size() < MAX_LEVELS; above = above.parent()) {
            nearest.add(above);
        }
        return nearest;
    }
}
