package ibid.read.office;

import ibid.read.manuscript.NoteMarks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Moves the notes of a book from a separate file to the end of the chapter that refers to them. */
final class ChapterNotes {

    private static final String BLOCKS = "aside, li, p, div, dd, section";
    private static final String TYPE = "epub:type";
    private static final int MIN_NOTE_CHARS = 12; // less is only a label
    private static final int MAX_NOTE_CHARS = 20_000;

    private ChapterNotes() {}

    /** @param chapters pages by file name; they are changed */
    static void moveNotes(Map<String, Document> chapters) {
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
                if (target != null && !isBackLink(link) && moveNote(link, target, end, file + "-" + id)) {
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

    /** Whether the link leads from a note back to the text: such a link begins its line. */
    private static boolean isBackLink(Element link) {
        Element line = link.closest(BLOCKS);
        return line != null && line.text().strip().startsWith(link.text().strip());
    }

    private static boolean moveNote(Element link, Element target, Element end, String id) {
        Element note = target.text().length() < MIN_NOTE_CHARS && target.parent() != null
                ? target.parent().closest(BLOCKS)
                : target;
        if (note == null || !mayBeNote(note) || !saysSo(link, target, note)) {
            return false;
        }
        if (note.parent() != end) {
            end.appendElement("div").appendChild(note);
            target.attr("id", id);
        }
        return true;
    }

    private static boolean mayBeNote(Element block) {
        return block.text().length() <= MAX_NOTE_CHARS && block.selectFirst("h1, h2, h3") == null;
    }

    /** Whether the link calls a note and does not lead to a page or a picture. */
    private static boolean saysSo(Element link, Element target, Element block) {
        return isCall(link) || isNote(target) || isNote(block) || answers(block, link);
    }

    /** Whether the link says that it calls a note. */
    private static boolean isCall(Element link) {
        return link.attr(TYPE).contains("noteref") || link.attr("role").equals("doc-noteref");
    }

    /** Whether the element says that it is a note. */
    private static boolean isNote(Element element) {
        String said = element.attr(TYPE) + " " + element.attr("role") + " " + element.className();
        return said.toLowerCase(Locale.ROOT).contains("note");
    }

    /** Whether the block begins with the link's label, or leads back to the link. */
    private static boolean answers(Element block, Element link) {
        String label = NoteMarks.label(link.text()).orElse("");
        boolean sameLabel = NoteMarks.head(block.text().strip())
                .filter(head -> head.label().equals(label))
                .isPresent();
        return sameLabel || block.select("a[href*=#]").stream().anyMatch(back -> leadsTo(back, link));
    }

    private static boolean leadsTo(Element back, Element link) {
        String id = back.attr("href").substring(back.attr("href").indexOf('#') + 1);
        Element parent = link.parent();
        return !id.isEmpty() && (id.equals(link.id()) || parent != null && id.equals(parent.id()));
    }
}
