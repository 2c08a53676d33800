package ibid.read.html.notes;

import ibid.read.bytes.Decoder;
import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.NoteHeadings;
import ibid.read.manuscript.NoteMarks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Extracts notes without links: raised labels of a list under a heading of notes or of paragraphs that begin with them,
 * and margin notes within a paragraph.
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
        Set<Element> items = Set.copyOf(list.values());
        for (Element raised : page.select("sup")) {
            boolean inList = raised.parents().stream().anyMatch(items::contains);
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
        for (String label : labels(raised)) {
            if (list.containsKey(label)) {
                notes.computeIfAbsent(label, one -> words(list.get(one)));
                marks.append(InlineMarks.note(label));
            }
        }
        if (!marks.isEmpty()) {
            raised.replaceWith(new TextNode(marks.toString()));
        }
    }

    private static List<String> labels(Element raised) {
        List<String> several = NoteMarks.labels(raised.text());
        return several.isEmpty() ? NoteMarks.label(raised.text()).stream().toList() : several;
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
     * The notes by label, from the last list under such a heading: items of an ordered list, or paragraphs that begin
     * with their label; else from paragraphs that begin with a raised letter.
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
        return list.isEmpty() ? raisedLetters(page) : list;
    }

    /** The paragraphs that begin with a raised letter, if each is called once or more elsewhere. */
    private static Map<String, Element> raisedLetters(Document page) {
        Map<String, Element> lines = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (Element raised : page.select("sup")) {
            Optional<String> label = NoteMarks.label(raised.text()).filter(UnlinkedNotes::isLetter);
            label.ifPresent(letter -> uses.merge(letter, 1, Integer::sum));
            if (label.isPresent() && beginsLine(raised)) {
                lines.put(label.get(), raised.parent());
            }
        }
        return lines.keySet().stream().allMatch(letter -> uses.get(letter) > 1) ? lines : Map.of();
    }

    private static boolean isLetter(String label) {
        return label.length() == 1 && Character.isLetter(label.charAt(0));
    }

    private static boolean beginsLine(Element raised) {
        Element line = raised.parent();
        return line != null
                && line.isBlock()
                && line.text().startsWith(raised.text())
                && raised.elementSiblingIndex() == 0
                && line.text().length() > raised.text().length() + MIN_NOTE_CHARS;
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
            Optional<String> raised = raisedLabel(line);
            Optional<String> label = raised.isPresent() ? raised : numberOf(line);
            if (!line.normalName().equals("p") || label.isEmpty()) {
                return lines;
            }
            lines.put(label.get(), line);
        }
        return lines;
    }

    private static Optional<String> numberOf(Element line) {
        return numbered(line.text().strip()).map(NoteMarks.Head::label);
    }

    /** The label of a line that begins with it, raised. */
    private static Optional<String> raisedLabel(Element line) {
        Element first = line.firstElementChild();
        boolean isRaised = first != null && first.normalName().equals("sup") && beginsLine(first);
        return isRaised ? NoteMarks.label(first.text()) : Optional.empty();
    }

    private static String words(Element item) {
        String text = Decoder.clean(item.text()).strip();
        if (raisedLabel(item).isPresent()) {
            return text.substring(item.firstElementChild().text().length()).strip();
        }
        if (!item.normalName().equals("p")) {
            return text;
        }
        return numbered(text).map(NoteMarks.Head::text).orElse(text);
    }
}
