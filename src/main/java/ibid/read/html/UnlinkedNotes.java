package ibid.read.html;

import ibid.read.bytes.Decoder;
import ibid.read.manuscript.Manuscript;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Notes that no link leads to: raised numbers of a list headed "Notes", and notes that stand in the middle of a paragraph for the margin. */
final class UnlinkedNotes {

    private static final Pattern HEADING = Pattern.compile(
            "(?iu)(?:end|foot)?notes|references|sources|notes and references|anmerkungen|fußnoten|endnoten|quellen|références|notas|referencias|fuentes|note|fonti|notas e referências|примечания");
    private static final Pattern NUMBERED = Pattern.compile("(?s)[\\[(]?(\\d{1,3})(?!\\d)[\\])]?[.:]?\\s+(.{8,})");
    private static final Pattern NUMBERS = Pattern.compile("[\\[(]?\\d{1,3}(?:\\s*,\\s*\\d{1,3})*[\\])]?");
    private static final Pattern MEASURE =
            Pattern.compile("(?s).*(?:\\b(?:[ckmd]?m|ft|in|km|mi|[a-zA-Z])|\\b10)$"); // what a power stands behind
    private static final String MARGIN =
            "span.sidenote, span.marginnote, span.margin-note, span.side-note, span.footnote-text, small.sidenote, span.footnote-content";
    private static final int SHORTEST = 8; // letters

    private UnlinkedNotes() {}

    static void take(Document page, SequencedMap<String, String> notes) {
        takeMargin(page, notes);
        Map<String, Element> list = list(page);
        if (list.isEmpty()) return;
        for (Element raised : page.select("sup")) {
            String numbers = raised.text().strip();
            if (!NUMBERS.matcher(numbers).matches()
                    || raised.parent() == null
                    || list.values().stream()
                            .limit(1)
                            .anyMatch(first ->
                                    first.parent() != null && raised.parents().contains(first.parent()))
                    || isPower(raised)) continue;
            String[] each = numbers.replaceAll("[\\[\\]()\\s]", "").split(",");
            StringBuilder marks = new StringBuilder();
            for (String number : each) {
                if (!list.containsKey(number)) continue;
                notes.computeIfAbsent(number, label -> words(list.get(label)));
                marks.append(Manuscript.mark(number));
            }
            if (!marks.isEmpty()) raised.replaceWith(new TextNode(marks.toString()));
        }
        list.forEach((number, item) -> {
            if (notes.containsKey(number)) item.remove();
        });
    }

    private static boolean isPower(Element raised) {
        return raised.previousSibling() instanceof TextNode before
                && MEASURE.matcher(before.getWholeText()
                                .substring(Math.max(0, before.getWholeText().length() - 5)))
                        .matches();
    }

    private static void takeMargin(Document page, SequencedMap<String, String> notes) {
        int next = 1;
        for (Element note : page.select(MARGIN)) {
            String text = Decoder.clean(note.text()).strip();
            if (text.length() < SHORTEST || note.closest("p") == null) continue;
            while (notes.containsKey(Integer.toString(next))) next++;
            Matcher numbered = NUMBERED.matcher(text);
            boolean own = numbered.matches() && !notes.containsKey(numbered.group(1));
            String label = own ? numbered.group(1) : Integer.toString(next);
            notes.put(label, own ? numbered.group(2) : text);
            note.replaceWith(new TextNode(Manuscript.mark(label)));
        }
    }

    /** By number, of the last list under such a heading: items of an ordered list, or paragraphs that begin with their number. */
    private static Map<String, Element> list(Document page) {
        Map<String, Element> list = new HashMap<>();
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6, p, strong")) {
            if (heading.ownText().length() > 40
                    || !HEADING.matcher(heading.text().strip().replaceAll(":$", ""))
                            .matches()) continue;
            Element first = heading.normalName().equals("strong") && heading.parent() != null
                    ? heading.parent().nextElementSibling()
                    : heading.nextElementSibling();
            Map<String, Element> found = new HashMap<>();
            if (first != null && first.normalName().equals("ol")) {
                int number = first.attr("start").matches("\\d{1,4}") ? Integer.parseInt(first.attr("start")) : 1;
                for (Element item : first.children()) found.put(Integer.toString(number++), item);
            } else
                for (Element line = first; line != null && number(line).isPresent(); line = line.nextElementSibling())
                    found.put(number(line).get(), line);
            if (!found.isEmpty()) list = found;
        }
        return list;
    }

    private static Optional<String> number(Element line) {
        Matcher numbered = NUMBERED.matcher(line.text().strip());
        return line.normalName().equals("p") && numbered.matches() ? Optional.of(numbered.group(1)) : Optional.empty();
    }

    private static String words(Element item) {
        String text = Decoder.clean(item.text()).strip();
        Matcher numbered = NUMBERED.matcher(text);
        return numbered.matches() && item.normalName().equals("p") ? numbered.group(2) : text;
    }
}
