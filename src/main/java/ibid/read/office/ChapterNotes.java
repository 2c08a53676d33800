package ibid.read.office;

import ibid.read.html.PageNotes;
import ibid.read.manuscript.NoteMarks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Moves the notes of a book that stand in a file of their own to the end of the chapter that calls them, where {@link
 * PageNotes} finds them.
 */
final class ChapterNotes {

    private static final String BLOCKS = "aside, li, p, div, dd, section";
    private static final int SHORTEST = 12, LONGEST = 20_000; // letters

    private ChapterNotes() {}

    /** @param chapters by the last part of their path */
    static void gathered(Map<String, Document> chapters) {
        Map<String, Map<String, Element>> places = new HashMap<>();
        chapters.forEach((name, page) -> places.put(name, byId(page.select("[id]"))));
        chapters.forEach((name, page) -> {
            Element end = page.body().appendElement("div").addClass("footnotes");
            for (Element link : page.select("a[href*=#]")) {
                String href = link.attr("href"),
                        file = href.substring(0, href.indexOf('#')).replaceFirst(".*/", ""),
                        id = href.substring(href.indexOf('#') + 1);
                Element target = file.isEmpty()
                                || file.equals(name)
                                || !places.containsKey(file)
                                || NoteMarks.label(link.text()).isEmpty()
                        ? null
                        : places.get(file).get(id);
                if (target != null && !backFrom(link) && moved(target, end, file + "-" + id)) {
                    link.attr("href", "#" + target.id());
                }
            }
            if (end.childrenSize() == 0) {
                end.remove();
            }
        });
    }

    private static Map<String, Element> byId(Collection<Element> elements) {
        Map<String, Element> places = new HashMap<>();
        elements.forEach(element -> places.putIfAbsent(element.id(), element));
        return places;
    }

    /** A note's link to where it is called opens its line. */
    private static boolean backFrom(Element link) {
        Element line = link.closest(BLOCKS);
        return line != null && line.text().strip().startsWith(link.text().strip());
    }

    private static boolean moved(Element target, Element end, String id) {
        Element note = target.text().length() < SHORTEST && target.parent() != null
                ? target.parent().closest(BLOCKS)
                : target;
        if (note == null || note.text().length() > LONGEST || note.selectFirst("h1, h2, h3") != null) {
            return false;
        }
        if (note.parent() != end) {
            end.appendElement("div").appendChild(note);
            target.attr("id", id);
        }
        return true;
    }
}
