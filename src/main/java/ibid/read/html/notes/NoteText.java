package ibid.read.html.notes;

import ibid.language.CharRuns;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.NoteMarks;
import ibid.read.manuscript.Whitespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The words of a page's note without its label and the links back, and the addresses it leads to. */
final class NoteText {

    private static final String ARROWS = "↩↑⬆^\uFE0E\uFE0F";
    private static final Set<String> BACK_WORDS = Set.of(
            "back",
            "back to text",
            "back to top",
            "back to article",
            "return",
            "return to text",
            "jump up",
            "zurück",
            "retour",
            "volver");
    private static final String BEFORE_WORDS = "↑^.:)]";
    private static final int MAX_ADDRESSES = 10;

    private final LinkTargets targets;
    private final Set<String> calls;

    /** @param calls names of the elements that call notes */
    NoteText(LinkTargets targets, Set<String> calls) {
        this.targets = targets;
        this.calls = calls;
    }

    String of(Element note, String label) {
        Element own = note.clone();
        List<String> addresses = takeLinks(own);
        StringBuilder text = new StringBuilder(withoutLabel(own.text(), writtenLabel(label)));
        for (String address : addresses) {
            String written = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
            if (text.indexOf(written) < 0) {
                text.append(' ').append(address);
            }
        }
        return text.toString();
    }

    /** Removes the links back and returns the addresses of the others. */
    private List<String> takeLinks(Element note) {
        List<String> addresses = new ArrayList<>();
        for (Element link : note.select("a[href]")) {
            String href = link.attr("href");
            if (leadsBack(link)) {
                link.remove();
            } else if (isWebAddress(href) && addresses.size() < MAX_ADDRESSES) {
                addresses.add(href);
            }
        }
        return addresses;
    }

    private boolean leadsBack(Element link) {
        if (!link.attr("href").contains("#")) {
            return false;
        }
        boolean leadsNowhere = targets.of(link) == null;
        return (leadsNowhere || calls.contains(LinkTargets.fragment(link)))
                && isBackLabel(link.text().strip());
    }

    private static boolean isBackLabel(String words) {
        String label = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
        if (NoteMarks.label(label).isPresent()) {
            return true;
        }
        boolean arrow = !words.isEmpty() && words.chars().allMatch(sign -> ARROWS.indexOf(sign) >= 0);
        return arrow || BACK_WORDS.contains(words.toLowerCase(Locale.ROOT));
    }

    private static boolean isWebAddress(String href) {
        boolean web = href.startsWith("http://") || href.startsWith("https://");
        return web && !href.contains("#_") && href.chars().noneMatch(Character::isWhitespace);
    }

    /** The notes of one block by label, each from its anchor to the next. */
    static Map<String, String> split(Element block, Map<Element, String> anchors) {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        anchors.values().stream().limit(1).forEach(label -> texts.put(label, new StringBuilder()));
        StringBuilder[] open = {texts.values().iterator().next()};
        block.filter((Node node, int depth) -> {
            String label = node instanceof Element element ? anchors.get(element) : null;
            if (label != null) {
                open[0] = texts.computeIfAbsent(label, unknown -> new StringBuilder());
            }
            if (node instanceof TextNode text) {
                open[0].append(text.getWholeText());
            } else if (node.normalName().equals("br")) {
                open[0].append(' ');
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        Map<String, String> notes = new LinkedHashMap<>();
        texts.forEach((label, text) -> notes.put(label, withoutLabel(text.toString(), writtenLabel(label))));
        return notes;
    }

    /** The label as the page writes it, without the letter that was added to make it unique. */
    private static String writtenLabel(String label) {
        int last = label.length() - 1;
        boolean renamed =
                last > 0 && Character.isLowerCase(label.charAt(last)) && Character.isDigit(label.charAt(last - 1));
        return renamed ? label.substring(0, last) : label;
    }

    private static String withoutLabel(String written, String label) {
        String text = Whitespace.collapse(Decoder.clean(written));
        if (text.startsWith("↑") || text.startsWith("^")) {
            text = text.substring(1).stripLeading();
        }
        text = withoutLeading(text.substring(endOfLabel(text, label)).stripLeading());
        return withoutArrow(text);
    }

    /** End of the label at the beginning, with its brackets and stop; 0 if there is none. */
    private static int endOfLabel(String text, String label) {
        int start = text.startsWith("[") || text.startsWith("(") ? 1 : 0;
        int end = start + label.length();
        if (!text.startsWith(label, start) || isOneOf(text, end, Character::isLetterOrDigit)) {
            return 0;
        }
        if (isOneOf(text, end, CharRuns.anyOf("])"))) {
            end++;
        }
        return isOneOf(text, end, CharRuns.anyOf(".:")) ? end + 1 : end;
    }

    private static boolean isOneOf(String text, int at, IntPredicate signs) {
        return at < text.length() && signs.test(text.charAt(at));
    }

    private static String withoutLeading(String text) {
        int start = CharRuns.end(text, 0, CharRuns.anyOf(BEFORE_WORDS));
        return start == 0 ? text : text.substring(start).stripLeading();
    }

    private static String withoutArrow(String text) {
        int end = text.endsWith("\uFE0E") ? text.length() - 1 : text.length();
        boolean arrow = end > 0 && "↩↑^".indexOf(text.charAt(end - 1)) >= 0;
        return arrow ? text.substring(0, end - 1).stripTrailing() : text;
    }
}
