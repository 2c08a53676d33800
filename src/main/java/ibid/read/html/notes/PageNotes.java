package ibid.read.html.notes;

import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.NoteMarks;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Extracts a page's own notes. A link within the page that is labelled like a note and whose target looks like one
 * becomes a mark, and the target becomes a note. Each target's text is made once, even if several links lead to it.
 */
public final class PageNotes {

    private static final int MAX_NOTES = 5_000;

    private final LinkTargets targets;
    private final NoteBlocks blocks;
    private final Set<Element> taken = new LinkedHashSet<>(); // blocks that hold notes
    private final Map<Element, String> labels = new LinkedHashMap<>(); // by block, or by anchor if a block has several
    private final Map<Element, Map<Element, String>> anchors = new LinkedHashMap<>(); // by block with several notes
    private final Set<String> calls = new HashSet<>(); // ids of links to notes
    private final SequencedMap<String, String> notes = Manuscript.noNotes();

    private PageNotes(Document page) {
        targets = new LinkTargets(page);
        blocks = new NoteBlocks(targets);
    }

    public static SequencedMap<String, String> takeFrom(Document page) {
        PageNotes found = new PageNotes(page);
        for (Element link : found.linksToNotes(page)) {
            found.take(link);
        }
        found.readTexts();
        found.taken.forEach(Element::remove);
        UnlinkedNotes.take(page, found.notes);
        return found.notes;
    }

    private List<Element> linksToNotes(Document page) {
        String own = address(page.select("link[rel=canonical]").attr("href"));
        return page.select("a[href*=#]").stream()
                .filter(link -> leadsHere(link.attr("href"), own))
                .filter(link -> NoteMarks.label(link.text()).isPresent() && targets.of(link) != null)
                .toList();
    }

    private static boolean leadsHere(String href, String own) {
        String address = address(href.substring(0, href.indexOf('#')));
        return address.isEmpty() || own.isEmpty() || address.equals(own);
    }

    /** A web address without its scheme, query and closing slash. */
    private static String address(String url) {
        String address = url.startsWith("https://") ? url.substring("https://".length()) : url;
        if (url.startsWith("http://")) {
            address = url.substring("http://".length());
        }
        int query = address.indexOf('?');
        if (query >= 0) {
            address = address.substring(0, query);
        }
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private void take(Element link) {
        Optional<String> label = NoteMarks.label(link.text());
        if (label.isEmpty() || taken.size() >= MAX_NOTES || isInNote(link)) {
            return;
        }
        Element target = targets.of(link);
        Element block = blocks.around(target);
        if (block != null && isNote(block, link, label.get())) {
            replace(link, target, block, label.get());
        }
    }

    private boolean isNote(Element block, Element link, String label) {
        if (!blocks.hasNoteLength(block) || link.parents().contains(block)) {
            return false;
        }
        boolean several = blocks.hasSeveralNotes(block); // remembered from before the block's own links are replaced
        boolean known = several && taken.contains(block);
        return known || blocks.isNote(block, link, label); // the second of several notes begins within the block
    }

    /** Replaces the link by a mark and takes the block as its note. */
    private void replace(Element link, Element target, Element block, String label) {
        boolean several = blocks.hasSeveralNotes(block);
        String name = labels.computeIfAbsent(several ? target : block, one -> Manuscript.unusedLabel(label, notes));
        rememberCall(link);
        taken.add(block);
        notes.putIfAbsent(name, "");
        if (several) {
            anchorsIn(block).putIfAbsent(target, name);
        }
        link.replaceWith(new TextNode(InlineMarks.note(name)));
    }

    private void rememberCall(Element link) {
        for (Element above : LinkTargets.nearest(link)) {
            calls.add(above.id());
            calls.add(above.attr("name"));
        }
    }

    private Map<Element, String> anchorsIn(Element block) {
        return anchors.computeIfAbsent(block, unknown -> new LinkedHashMap<>());
    }

    private boolean isInNote(Element link) {
        return taken.contains(link) || link.parents().stream().anyMatch(taken::contains);
    }

    private void readTexts() {
        NoteText text = new NoteText(targets, calls);
        labels.forEach((note, label) -> {
            if (taken.contains(note)) {
                notes.put(label, text.of(note, label));
            }
        });
        anchors.forEach((block, starts) -> notes.putAll(NoteText.split(block, starts)));
    }
}
