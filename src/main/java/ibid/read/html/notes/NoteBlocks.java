package ibid.read.html.notes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the element of the note that a link leads to, and decides whether it looks like a note. Results are cached,
 * because many links may lead to one element.
 */
final class NoteBlocks {

    private static final String BLOCKS = "p, li, dd, div, tr, blockquote, section, aside, body, td";
    private static final Set<String> OWN_BLOCKS = Set.of("li", "tr", "p");
    private static final Set<String> WHOLE_TEXTS = Set.of("body", "main", "article");
    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
    private static final List<String> NAMES_OF_CALLS = List.of("note", "fn", "ref", "cite", "anmerkung");
    private static final Set<String> NAMES_OF_LISTS = Set.of("references", "reflist");
    private static final int MIN_NOTE_CHARS = 12; // shorter ones are labels themselves
    private static final int MAX_NOTE_CHARS = 20_000; // longer ones are the article
    private static final int MAX_UNSURE_CHARS = 1000; // about 150 words, if only a label shows that it is a note
    private static final int MAX_BACK_LINKS = 50; // of one note

    private final LinkTargets targets;
    private final Map<Element, Integer> lengths = new HashMap<>();
    private final Map<Element, Boolean> several = new HashMap<>();
    private final Map<Element, Boolean> headed = new HashMap<>();
    private final Map<Element, Boolean> named = new HashMap<>();
    private final Map<Element, String> openings = new HashMap<>();
    private final Map<Element, List<Element>> links = new HashMap<>();

    NoteBlocks(LinkTargets targets) {
        this.targets = targets;
    }

    /** The element of the note that begins at a target, or null. It is around a label or anchor, and after a term. */
    Element around(Element target) {
        Element next = target.nextElementSibling();
        boolean isTerm = target.normalName().equals("dt") && next != null;
        if (isTerm && next.normalName().equals("dd")) {
            return next;
        }
        boolean isLabel = target.normalName().equals("a") || length(target) < MIN_NOTE_CHARS;
        return widened(isLabel ? blockOf(target) : target);
    }

    private Element widened(Element block) {
        if (block == null || length(block) >= MIN_NOTE_CHARS || block.parent() == null) {
            return block;
        }
        return block.normalName().equals("td") ? block.closest("tr") : block.parent();
    }

    private static Element blockOf(Element target) {
        boolean isBlock = OWN_BLOCKS.contains(target.normalName()) || target.parent() == null;
        return isBlock ? target : target.parent().closest(BLOCKS);
    }

    private int length(Element element) {
        return lengths.computeIfAbsent(element, one -> one.text().length());
    }

    boolean hasNoteLength(Element block) {
        return length(block) >= MIN_NOTE_CHARS && length(block) <= MAX_NOTE_CHARS;
    }

    /** Whether several notes are in one block, separated by line breaks. */
    boolean hasSeveralNotes(Element block) {
        return several.computeIfAbsent(block, NoteBlocks::isBroken);
    }

    private static boolean isBroken(Element block) {
        return block.selectFirst("br") != null
                && block.select("a[name], a[id], [id]").size() > 1;
    }

    /** Whether it looks like a note and something besides a link's label shows that it is one. */
    boolean isNote(Element block, Element link, String label) {
        if (WHOLE_TEXTS.contains(block.normalName()) || isHeading(block) || isHeaded(block)) {
            return false;
        }
        if (named.computeIfAbsent(block, NoteBlocks::isNamed) || leadsBack(block, link)) {
            return true;
        }
        if (Character.isLetter(label.charAt(0)) || length(block) > MAX_UNSURE_CHARS) {
            return false;
        }
        return isCall(link) || block.normalName().equals("li") || beginsWith(block, label);
    }

    private static boolean isHeading(Element block) {
        return block.is(HEADINGS);
    }

    private boolean isHeaded(Element block) {
        return headed.computeIfAbsent(block, one -> one.selectFirst(HEADINGS) != null);
    }

    /** Whether the link looks like the call of a note. */
    private static boolean isCall(Element link) {
        if (link.text().strip().startsWith("[")) {
            return true;
        }
        if (link.closest("sup") != null || link.selectFirst("sup") != null) {
            return true;
        }
        if (link.attr("role").equals("doc-noteref") || link.attr("epub:type").equals("noteref")) {
            return true;
        }
        String name = link.className().toLowerCase(Locale.ROOT);
        return NAMES_OF_CALLS.stream().anyMatch(name::contains);
    }

    private static boolean isNamed(Element block) {
        for (Element above : LinkTargets.nearest(block)) {
            if (WHOLE_TEXTS.contains(above.normalName())) {
                continue;
            }
            String names = String.join(" ", above.className(), above.attr("role"), above.attr("epub:type"));
            if (isNameOfNotes(names.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameOfNotes(String names) {
        if (names.contains("note")) {
            return true;
        }
        for (String word : names.split("[^a-z0-9_]")) {
            if (NAMES_OF_LISTS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsBack(Element block, Element link) {
        for (Element back : linksIn(block)) {
            Element place = targets.of(back);
            if (place == null) {
                continue;
            }
            if (place == link || place == link.previousElementSibling()) {
                return true;
            }
            if (link.parents().stream().limit(3).anyMatch(above -> above == place)) {
                return true;
            }
        }
        return false;
    }

    private List<Element> linksIn(Element block) {
        return links.computeIfAbsent(
                block,
                one -> one.select("a[href*=#]").stream().limit(MAX_BACK_LINKS).toList());
    }

    private boolean beginsWith(Element block, String label) {
        String opening = openings.computeIfAbsent(block, this::opening);
        int at = placeOfLabel(opening, label);
        int end = at + label.length();
        if (!opening.startsWith(label, at)) {
            return false;
        }
        return end == opening.length() || !Character.isLetterOrDigit(opening.charAt(end));
    }

    private static int placeOfLabel(String opening, String label) {
        int at = 0;
        while (at < Math.min(3, opening.length())
                && !isWordPart(opening.charAt(at))
                && !opening.startsWith(label, at)) {
            at++;
        }
        return at;
    }

    private static boolean isWordPart(char sign) {
        return sign < 0x80 && Character.isLetterOrDigit(sign) || sign == '_';
    }

    private String opening(Element block) {
        return block.text().substring(0, Math.min(MIN_NOTE_CHARS, length(block)));
    }
}
