package ibid.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Takes a page's own notes out of it: a link to a place in the page, labelled like a note, whose target is a text, becomes a mark
 * and the target a note. Each element's text is made once, however many links lead to it.
 */
final class PageNotes {

    private static final Pattern LABEL = Pattern.compile("\\[?([\\p{Alnum}]{1,3}|[*†‡§])\\]?");
    private static final Pattern BACK = Pattern.compile("(?<!\\s)\\s*[↩↑^]\\uFE0E?$");
    private static final int SHORTEST = 12;      // letters; shorter ones are labels themselves
    private static final int LONGEST = 20_000;   // letters; longer ones are the article
    private static final int MOST = 5_000;

    private final Map<String, Element> places = new HashMap<>();
    private final Map<Element, Integer> lengths = new HashMap<>();
    private final Set<Element> taken = new HashSet<>();
    private final SequencedMap<String, String> notes = Manuscript.noNotes();

    private PageNotes() {}

    static SequencedMap<String, String> takenFrom(Document page) {
        PageNotes found = new PageNotes();
        for (Element element : page.select("[id]")) found.places.putIfAbsent(element.id(), element);
        List<Element> links = new ArrayList<>(page.select("a[href~=^#.+]"));
        for (Element link : links) found.take(link);
        found.taken.forEach(Element::remove);
        return found.notes;
    }

    private void take(Element link) {
        Element target = places.get(link.attr("href").substring(1));
        if (target == null || taken.size() >= MOST || link.parents().contains(target)) return;
        Matcher label = LABEL.matcher(link.text().strip());
        if (!label.matches() || insideOne(link)) return;
        Element note = length(target) < SHORTEST && target.parent() != null ? target.parent() : target;
        if (length(note) < SHORTEST || length(note) > LONGEST || link.parents().contains(note)) return;
        notes.computeIfAbsent(label.group(1), name -> text(note, name));
        taken.add(note);
        link.replaceWith(new TextNode(Manuscript.mark(label.group(1))));
    }

    private int length(Element element) {
        return lengths.computeIfAbsent(element, one -> one.text().length());
    }

    private boolean insideOne(Element link) {
        return taken.contains(link) || link.parents().stream().anyMatch(taken::contains);
    }

    private static String text(Element note, String label) {
        String text = Decoding.clean(note.text()).replaceFirst("^[\\[(]?" + Pattern.quote(label) + "[\\])]?[.:]?\\s*|^[↑^]\\s*", "");
        return BACK.matcher(text).replaceAll("");
    }
}
