package ibid.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Reads a saved web page: metadata from its head, running text from its body, notes from links that jump to them. */
final class HtmlPage {

    private static final String NEVER_TEXT = "script, style, noscript, template, svg, iframe, button, input, select, label, nav, aside, footer, dialog, "
            + "[hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=dialog], article article ~ article, article article:has(~ article)";
    private static final Pattern AROUND = Pattern.compile("(?i)(^|[\\s_-])(related|recirc|promo|share|sharing|social|comments?|cookies?|consent|newsletter|sidebar|"
            + "breadcrumbs?|footer|masthead|advert|ads?|sponsor|subscribe|paywall|trending|most-?(read|popular)|author-?bio|byline|tags?|caption|credit|rollover[\\w-]*|tooltip|popover|breaking-?news|widget|ticker|teasers?|signup|sign-up|donat(e|ion)|more-?links?|read-?more)([\\s_-]|$)");
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol",
            "blockquote", "pre", "table", "tr", "dl", "dt", "dd", "br", "hr", "body", "center", "details", "summary", "address", "form", "fieldset", "figure", "figcaption", "caption");
    private static final Pattern NOTE_LABEL = Pattern.compile("\\[?([\\p{Alnum}]{1,3}|[*†‡§])\\]?");
    private static final Pattern MARK = Pattern.compile(Manuscript.MARK_OPEN + "[^" + Manuscript.MARK_CLOSE + "]*" + Manuscript.MARK_CLOSE);
    private static final int LONGEST_LINK = 200;     // letters
    private static final double AROUND_MOST = 0.4;   // of the page's prose: more is the article itself under an odd class name

    private HtmlPage() {}

    static Manuscript read(byte[] bytes) {
        Document page = parse(bytes);
        TitlePage stated = new HtmlHead(page).titlePage();
        String title = stated.get(TitlePage.Item.TITLE);
        SequencedMap<String, String> notes = takeNotes(page);
        page.select(NEVER_TEXT).remove();
        int prose = proseWords(page.body());
        page.select("body *").removeIf(element -> AROUND.matcher(element.className() + " " + element.id()).find() && element.selectFirst("blockquote") == null && proseWords(element) < AROUND_MOST * prose);
        ArticleBody.Found body = ArticleBody.of(page);
        MainText.Parted parted = MainText.tidied(strips(body.element(), title), body.exact());
        List<Manuscript.Piece> pieces = parted.main().stream().map(strip -> new Manuscript.Piece(strip.kind(), strip.text(), strip.place())).toList();
        List<String> removed = parted.removed().stream().map(strip -> strip.text().strip()).filter(line -> !line.equals(title)).toList();
        return new Manuscript(stated, pieces, notes, removed);
    }

    private static Document parse(byte[] bytes) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.htmlParser().setTrackPosition(true));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** A link to a place in the page, labelled like a note, whose target is a text: the link becomes a mark, the target a note. */
    private static SequencedMap<String, String> takeNotes(Document page) {
        SequencedMap<String, String> notes = Manuscript.noNotes();
        List<Element> targets = new ArrayList<>();
        for (Element link : page.select("a[href~=^#.+]")) {
            var label = NOTE_LABEL.matcher(link.text().strip());
            Element target = page.getElementById(link.attr("href").substring(1));
            if (!label.matches() || target == null || insideAny(link, targets)) continue;
            Element note = target.text().length() < 12 && target.parent() != null ? target.parent() : target;
            if (note.text().length() < 12 || link.parents().contains(note)) continue;
            notes.putIfAbsent(label.group(1), Decoding.clean(note.text()).replaceFirst("^[\\[(]?" + Pattern.quote(label.group(1)) + "[\\])]?[.:]?\\s*|^[↑^]\\s*", "").replaceAll("\\s*[↩↑^]\\uFE0E?$", ""));
            targets.add(note);
            link.replaceWith(new TextNode(Manuscript.mark(label.group(1))));
        }
        targets.forEach(Element::remove);
        return notes;
    }

    private static boolean insideAny(Element element, List<Element> others) {
        return others.stream().anyMatch(other -> other == element || element.parents().contains(other));
    }

    private static int proseWords(Element element) {
        return element.select("p").stream().map(Element::text).filter(text -> text.length() > 60).mapToInt(text -> text.split(" ").length).sum();
    }

    private static List<MainText.Strip> strips(Element root, String title) {
        Collector collector = new Collector();
        collector.walk(root, Block.Kind.PARAGRAPH);
        collector.flush(Block.Kind.PARAGRAPH);
        return collector.strips.stream().filter(strip -> !(strip.kind() == Block.Kind.HEADING && strip.text().strip().equalsIgnoreCase(title))).toList();
    }

    /** Gathers inline text until the next block border; each stretch becomes a strip of the block it stands in. */
    private static final class Collector {

        private final List<MainText.Strip> strips = new ArrayList<>();
        private final StringBuilder inline = new StringBuilder();
        private int letters;   // of the text without marks
        private int linked;
        private int line;

        void walk(Node node, Block.Kind kind) {
            for (Node child : node.childNodes()) {
                if (child instanceof TextNode text) take(text);
                if (!(child instanceof Element element)) continue;
                boolean block = BLOCKS.contains(element.normalName());
                Block.Kind inner = block ? kindOf(element.normalName(), kind) : kind;
                if (block) flush(kind);
                if (element.normalName().matches("t[dh]") && !inline.toString().isBlank()) inline.append(" | ");
                int start = letters;
                walk(element, inner);
                if (element.normalName().equals("a")) linkTo(element, start);
                if (block) flush(inner);
            }
        }

        private void take(TextNode text) {
            String words = keepMarks(text.getWholeText());
            if (line == 0 && !words.isBlank()) line = text.sourceRange().start().lineNumber();
            inline.append(words);
            letters += words.length();
        }

        /** Every link counts as linked text; one among other words is kept as a mention of its source. */
        private void linkTo(Element link, int start) {
            linked += letters - start;
            String words = link.text().strip();
            if (!words.isEmpty() && words.length() <= LONGEST_LINK) inline.append(Manuscript.link(words.length(), link.attr("href").strip()));
        }

        void flush(Block.Kind kind) {
            String text = inline.toString().replaceAll("\\s+", " ").strip();
            if (!MARK.matcher(text).replaceAll("").isBlank()) strips.add(new MainText.Strip(kind, text, letters == 0 ? 0 : (double) linked / letters, line < 1 ? "" : "line " + line));
            inline.setLength(0);
            letters = 0;
            linked = 0;
            line = 0;
        }

        /** Cleans text from the page but leaves the marks put in by {@link #takeNotes}. */
        private static String keepMarks(String text) {
            return text.indexOf(Manuscript.MARK_OPEN) >= 0 ? text : Decoding.clean(text);
        }

        private static Block.Kind kindOf(String tag, Block.Kind outer) {
            if (tag.matches("h[1-6]")) return Block.Kind.HEADING;
            return switch (tag.toLowerCase(Locale.ROOT)) {
                case "li", "dd", "dt" -> Block.Kind.ITEM;
                case "blockquote" -> Block.Kind.QUOTE;
                case "tr" -> Block.Kind.ROW;
                case "figcaption", "caption" -> Block.Kind.CAPTION;
                default -> outer == Block.Kind.HEADING ? Block.Kind.PARAGRAPH : outer;
            };
        }
    }
}
