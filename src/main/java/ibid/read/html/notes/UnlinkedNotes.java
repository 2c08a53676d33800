package ibid.read.html.notes;

import ibid.read.bytes.Decoder;
import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.NoteHeadings;
import ibid.read.manuscript.NoteMarks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Extracts notes without links: raised numbers of a list under a heading of notes, and margin notes within a paragraph.
 */
final class UnlinkedNotes {

    private static final String MARGIN_NOTES = "span.sidenote, span.marginnote, span.margin-note, span.side-note,"
            + " span.footnote-text, small.sidenote, span.footnote-content";
    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6, p, strong";
    private static final int MAX_HEADING_CHARS = 40;
    private static final int MIN_NOTE_CHARS = 8;
    private static final int MAX_START_FIGURES = 4;

    private UnlinkedNotes() {}

    /** @param notes receives the notes by label */
    static void take(Document page, SequencedMap<String, String> notes) {
        takeMarginNotes(page, notes);
        Map<String, Element> list = list(page);
        if (list.isEmpty()) {
            return;
        }
        Element place = list.values().iterator().next().parent();
        for (Element raised : page.select("sup")) {
            boolean inList = place != null && raised.parents().contains(place);
            if (raised.parent() != null && !inList && !isPower(raised)) {
                mark(raised, list, notes);
            }
        }
        list.forEach((number, item) -> {
            if (notes.containsKey(number)) {
                item.remove();
            }
        });
    }

    private static void mark(Element raised, Map<String, Element> list, SequencedMap<String, String> notes) {
        StringBuilder marks = new StringBuilder();
        for (String number : NoteMarks.labels(raised.text())) {
            if (list.containsKey(number)) {
                notes.computeIfAbsent(number, label -> words(list.get(label)));
                marks.append(InlineMarks.note(number));
            }
        }
        if (!marks.isEmpty()) {
            raised.replaceWith(new TextNode(marks.toString()));
        }
    }

    private static boolean isPower(Element raised) {
        return raised.previousSibling() instanceof TextNode before
                && Exponents.isPower(before.getWholeText(), raised.text().strip());
    }

    private static void takeMarginNotes(Document page, SequencedMap<String, String> notes) {
        int next = 1;
        for (Element note : page.select(MARGIN_NOTES)) {
            String text = Decoder.clean(note.text()).strip();
            if (text.length() < MIN_NOTE_CHARS || note.closest("p") == null) {
                continue;
            }
            while (notes.containsKey(Integer.toString(next))) {
                next++;
            }
            Optional<NoteMarks.Head> numbered = numbered(text).filter(head -> !notes.containsKey(head.label()));
            String label = numbered.map(NoteMarks.Head::label).orElse(Integer.toString(next));
            notes.put(label, numbered.map(NoteMarks.Head::text).orElse(text));
            note.replaceWith(new TextNode(InlineMarks.note(label)));
        }
    }

    private static Optional<NoteMarks.Head> numbered(String text) {
        return NoteMarks.head(text)
                .filter(head -> head.isNumber() && head.text().length() >= MIN_NOTE_CHARS);
    }

    /**
     * The notes by number, from the last list under such a heading: items of an ordered list, or paragraphs that begin
     * with their number.
     */
    private static Map<String, Element> list(Document page) {
        Map<String, Element> list = listAfterRule(page);
        for (Element heading : page.select(HEADINGS)) {
            boolean isShort = heading.ownText().length() <= MAX_HEADING_CHARS;
            if (isShort && NoteHeadings.isOverNotes(heading.text())) {
                Map<String, Element> found = listUnder(heading);
                list = found.isEmpty() ? list : found;
            }
        }
        return list;
    }

    /** A numbered list under a line, if each of its numbers is called. */
    private static Map<String, Element> listAfterRule(Document page) {
        Element list = page.select("hr + ol").last();
        if (list == null) {
            return Map.of();
        }
        Map<String, Element> items = items(list);
        Set<String> called = new HashSet<>();
        page.select("sup").forEach(raised -> called.addAll(NoteMarks.labels(raised.text())));
        return called.containsAll(items.keySet()) ? items : Map.of();
    }

    private static Map<String, Element> listUnder(Element heading) {
        Element first = following(heading);
        return first != null && first.normalName().equals("ol") ? items(first) : lines(first);
    }

    private static Element following(Element heading) {
        boolean inParagraph = heading.normalName().equals("strong") && heading.parent() != null;
        return (inParagraph ? heading.parent() : heading).nextElementSibling();
    }

    private static Map<String, Element> items(Element list) {
        Map<String, Element> items = new HashMap<>();
        int number = start(list.attr("start"));
        for (Element item : list.children()) {
            items.put(Integer.toString(number++), item);
        }
        return items;
    }

    private static int start(String stated) {
        boolean isNumber = !stated.isEmpty()
                && stated.length() <= MAX_START_FIGURES
                && stated.chars().allMatch(figure -> figure >= '0' && figure <= '9');
        return isNumber ? Integer.parseInt(stated) : 1;
    }

    private static Map<String, Element> lines(Element first) {
        Map<String, Element> lines = new HashMap<>();
        for (Element line = first; line != null; line = line.nextElementSibling()) {
            Optional<NoteMarks.Head> head = numbered(line.text().strip());
            if (!line.normalName().equals("p") || head.isEmpty()) {
                return lines;
            }
            lines.put(head.get().label(), line);
        }
        return lines;
    }

    private static String words(Element item) {
        String text = Decoder.clean(item.text()).strip();
        if (!item.normalName().equals("p")) {
            return text;
        }
        return numbered(text).map(NoteMarks.Head::text).orElse(text);
    }
}
