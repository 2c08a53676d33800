package ibid.read.html;

import ibid.read.bytes.Decoder;
import ibid.read.manuscript.Manuscript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Takes a page's own notes out of it: a link to a place in the page, labelled like a note, whose target reads like one, becomes a
 * mark and the target a note. Each target's text is made once, however many links lead to it.
 */
public final class PageNotes {

    private static final Pattern LABEL = Pattern.compile("[\\[(]?([\\p{Alnum}]{1,3}|[*†‡§])[\\])]?");
    private static final Pattern BACK = Pattern.compile("(?<!\\s)\\s*[↩↑^]\\uFE0E?$");
    private static final Pattern BACK_LINK = Pattern.compile(
            "(?iu)[\\[(]?[\\p{Alnum}*†‡§]{1,3}[\\])]?\\.?|[↩↑⬆^\\uFE0E\\uFE0F]+|back(?: to (?:text|top|article))?|return(?: to text)?|jump up|zurück|retour|volver");
    private static final String NOTE_NAME = "(?i).*(note|fn|ref|cite|anmerkung).*";
    private static final String BLOCKS = "p, li, dd, div, tr, blockquote, section, aside, body, td";
    private static final int SHORTEST = 12; // letters; shorter ones are labels themselves
    private static final int LONGEST = 20_000; // letters; longer ones are the article
    private static final int LONGEST_UNSURE =
            1000; // letters, some 150 words, where only a label says that it is a note
    private static final int MOST = 5_000;
    private static final int MOST_ADDRESSES = 10;
    private static final int MOST_BACK = 50; // links back from one note
    private static final int LOOKED = 3; // elements above

    private final Map<String, Element> places = new HashMap<>();
    private final Map<Element, Integer> lengths =
            new HashMap<>(); // and what else is found once, however many links lead there
    private final Map<Element, Boolean> several = new HashMap<>();
    private final Map<Element, Boolean> headed = new HashMap<>();
    private final Map<Element, Boolean> named = new HashMap<>();
    private final Map<Element, String> openings = new HashMap<>();
    private final Map<Element, List<Element>> within = new HashMap<>();
    private final Set<Element> taken = new LinkedHashSet<>(); // blocks that hold notes
    private final Map<Element, String> names =
            new LinkedHashMap<>(); // of notes, by block or, where one holds several, by anchor
    private final Map<Element, Map<Element, String>> starts =
            new LinkedHashMap<>(); // by block: where each of several notes begins
    private final Set<String> calls = new HashSet<>(); // names of places of links to notes
    private final SequencedMap<String, String> notes = Manuscript.noNotes();

    private PageNotes() {}

    static SequencedMap<String, String> takenFrom(Document page) {
        PageNotes found = new PageNotes();
        for (Element element : page.select("[id], a[name]")) {
            if (!element.id().isEmpty()) found.places.putIfAbsent(element.id(), element);
            if (element.hasAttr("name")) found.places.putIfAbsent(element.attr("name"), element);
        }
        String own = address(page.select("link[rel=canonical]").attr("href"));
        List<Element> links = new ArrayList<>();
        for (Element link : page.select("a[href*=#]")) {
            String href = link.attr("href"), before = address(href.substring(0, href.indexOf('#')));
            if ((before.isEmpty() || own.isEmpty() || before.equals(own))
                    && found.target(link) != null
                    && LABEL.matcher(link.text().strip()).matches()) links.add(link);
        }
        links.forEach(found::take);
        found.names.forEach((note, name) -> {
            if (found.taken.contains(note)) found.notes.put(name, found.text(note, name));
        });
        found.splitByBreaks();
        found.taken.forEach(Element::remove);
        UnlinkedNotes.take(page, found.notes);
        return found.notes;
    }

    private static String address(String url) {
        return url.replaceFirst("^https?://", "").replaceFirst("[?].*", "").replaceFirst("/$", "");
    }

    private Element target(Element link) {
        return places.get(fragment(link));
    }

    private static String fragment(Element link) {
        return link.attr("href").substring(link.attr("href").indexOf('#') + 1);
    }

    private void take(Element link) {
        Element target = target(link);
        Matcher label = LABEL.matcher(link.text().strip());
        if (!label.matches() || taken.size() >= MOST || insideOne(link)) return;
        Element note = block(target);
        if (note == null
                || length(note) < SHORTEST
                || length(note) > LONGEST
                || link.parents().contains(note)) return;
        boolean several = this.several.computeIfAbsent(note, PageNotes::several);
        if (!(several && taken.contains(note)) && !isNote(note, link, label.group(1)))
            return; // the second of several begins in the middle
        String name = names.computeIfAbsent(several ? target : note, one -> Manuscript.free(label.group(1), notes));
        Element above = link;
        for (int level = 0; above != null && level < LOOKED; level++, above = above.parent()) {
            calls.add(above.id());
            calls.add(above.attr("name"));
        }
        taken.add(note);
        notes.putIfAbsent(name, "");
        if (several)
            starts.computeIfAbsent(note, block -> new LinkedHashMap<>()).putIfAbsent(target, name);
        link.replaceWith(new TextNode(Manuscript.mark(name)));
    }

    /** The element that holds the note a target begins: a label's or anchor's is round it, a term's behind it. */
    private Element block(Element target) {
        Element note = target;
        if (target.normalName().equals("dt")
                && target.nextElementSibling() != null
                && target.nextElementSibling().normalName().equals("dd")) return target.nextElementSibling();
        if (target.normalName().equals("a") || length(target) < SHORTEST)
            note = target.normalName().matches("li|tr|p") || target.parent() == null
                    ? target
                    : target.parent().closest(BLOCKS);
        if (note != null && length(note) < SHORTEST && note.parent() != null)
            note = note.normalName().equals("td") ? note.closest("tr") : note.parent();
        return note;
    }

    private static boolean several(Element note) {
        return note.selectFirst("br") != null
                && note.select("a[name], a[id], [id]").size() > 1;
    }

    /** Whether it reads like a note, and something besides a link's label says that it is one. */
    private boolean isNote(Element note, Element link, String label) {
        if (note.normalName().matches("body|main|article|h[1-6]")
                || headed.computeIfAbsent(note, one -> one.selectFirst("h1, h2, h3, h4, h5, h6") != null)) return false;
        boolean named = this.named.computeIfAbsent(note, PageNotes::named), back = backFrom(note, link);
        if (Character.isLetter(label.charAt(0))) return named || back;
        boolean called = link.text().strip().startsWith("[")
                || link.closest("sup") != null
                || link.className().matches(NOTE_NAME)
                || link.attr("role").equals("doc-noteref")
                || link.attr("epub:type").equals("noteref")
                || link.selectFirst("sup") != null;
        boolean begins = begins(note, label) || note.normalName().equals("li");
        return named || back || (called || begins) && length(note) <= LONGEST_UNSURE;
    }

    private static boolean named(Element note) {
        Element above = note;
        for (int level = 0; above != null && level < LOOKED; level++, above = above.parent()) {
            if ((above.className() + " " + above.attr("role") + " " + above.attr("epub:type"))
                            .matches("(?i).*(foot|end)?note.*|.*\\breferences\\b.*|.*\\breflist\\b.*")
                    && !above.normalName().matches("body|article|main")) return true;
        }
        return false;
    }

    private boolean backFrom(Element note, Element link) {
        for (Element back : within.computeIfAbsent(
                note, one -> one.select("a[href*=#]").stream().limit(MOST_BACK).toList())) {
            Element place = target(back);
            if (place != null
                    && (place == link
                            || link.parents().stream().limit(LOOKED).anyMatch(above -> above == place)
                            || place == link.previousElementSibling())) return true;
        }
        return false;
    }

    private boolean begins(Element note, String label) {
        return openings.computeIfAbsent(note, one -> one.text().substring(0, Math.min(SHORTEST, length(one))))
                .matches("(?s)\\W{0,3}" + Pattern.quote(label) + "(?![\\p{L}\\p{N}]).*");
    }

    private int length(Element element) {
        return lengths.computeIfAbsent(element, one -> one.text().length());
    }

    private boolean insideOne(Element link) {
        return taken.contains(link) || link.parents().stream().anyMatch(taken::contains);
    }

    /** Notes that stand in one block, each at its anchor. */
    private void splitByBreaks() {
        starts.forEach((block, begins) -> {
            Map<String, StringBuilder> texts = new LinkedHashMap<>();
            StringBuilder[] open = {
                texts.computeIfAbsent(begins.values().iterator().next(), label -> new StringBuilder())
            };
            block.filter((Node node, int depth) -> {
                if (node instanceof Element element && begins.containsKey(element))
                    open[0] = texts.computeIfAbsent(begins.get(element), label -> new StringBuilder());
                if (node instanceof TextNode text) open[0].append(text.getWholeText());
                else if (node instanceof Element element && element.normalName().equals("br")) open[0].append(' ');
                return NodeFilter.FilterResult.CONTINUE;
            });
            texts.forEach((label, text) ->
                    notes.put(label, unlabelled(text.toString(), label.replaceFirst("(?<=\\d)[a-z]$", ""))));
        });
    }

    /** Its words without its label and the links back, and the addresses it leads to. */
    private String text(Element note, String label) {
        List<String> addresses = new ArrayList<>();
        Element own = note.clone();
        for (Element link : own.select("a[href]")) {
            String href = link.attr("href");
            if (href.contains("#")
                    && (calls.contains(fragment(link)) || !places.containsKey(fragment(link)))
                    && BACK_LINK.matcher(link.text().strip()).matches()) link.remove();
            else if (href.matches("https?://\\S+") && !href.contains("#_") && addresses.size() < MOST_ADDRESSES)
                addresses.add(href);
        }
        StringBuilder text = new StringBuilder(unlabelled(own.text(), label.replaceFirst("(?<=\\d)[a-z]$", "")));
        for (String address : addresses)
            if (text.indexOf(address.replaceFirst("/$", "")) < 0)
                text.append(' ').append(address);
        return text.toString();
    }

    private static String unlabelled(String written, String label) {
        String text = Decoder.clean(written).replaceAll("\\s+", " ").strip().replaceFirst("^[↑^]\\s*", "");
        text = text.replaceFirst("^[\\[(]?" + Pattern.quote(label) + "(?![\\p{L}\\p{N}])[\\])]?[.:]?\\s*", "")
                .replaceFirst("^[↑^.:)\\]]+\\s*", "");
        return BACK.matcher(text).replaceAll("");
    }
}
