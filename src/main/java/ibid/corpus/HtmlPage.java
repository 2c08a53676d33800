package ibid.corpus;

import ibid.IbidException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reads a saved web page: metadata from its head, running text from its body, notes from links that jump to them. */
final class HtmlPage {

    private static final String NEVER_TEXT = "script, style, noscript, template, svg, iframe, button, input, select, label, nav, aside, footer, dialog, "
            + "[hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=dialog]";
    private static final Pattern AROUND = Pattern.compile("(?i)(^|[\\s_-])(related|recirc|promo|share|sharing|social|comments?|cookies?|consent|newsletter|sidebar|"
            + "breadcrumbs?|footer|masthead|advert|ads?|sponsor|subscribe|paywall|trending|most-?(read|popular)|author-?bio|byline|tags?|caption|credit|rollover[\\w-]*|tooltip|popover|breaking-?news|widget|ticker|teasers?|signup|sign-up|donat(e|ion)|more-?links?|read-?more)([\\s_-]|$)");
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol",
            "blockquote", "pre", "table", "tr", "dl", "dt", "dd", "br", "hr", "body", "center", "details", "summary", "address", "form", "fieldset", "figure", "figcaption", "caption");
    private static final Pattern MARK = Pattern.compile(Manuscript.MARK_OPEN + "[^" + Manuscript.MARK_CLOSE + "]*" + Manuscript.MARK_CLOSE);
    private static final int MOST_ELEMENTS = 250_000;   // a page of 5 MB has some 100,000
    private static final int DEEPEST = 500;          // elements in one another; deeper ones stand side by side
    private static final int LONGEST_LINK = 200;     // letters
    private static final double AROUND_MOST = 0.4;   // of the page's prose: more is the article itself under an odd class name

    private HtmlPage() {}

    static Manuscript read(byte[] bytes) {
        Document page = parse(bytes);
        if (page.nodeStream(Element.class).limit(MOST_ELEMENTS + 1).count() > MOST_ELEMENTS) throw new IbidException(IbidException.Code.INVALID, "its page has more than " + MOST_ELEMENTS + " elements");
        unmark(page);
        TitlePage stated = new HtmlHead(page).titlePage();
        String title = stated.get(TitlePage.Item.TITLE);
        SequencedMap<String, String> notes = PageNotes.takenFrom(page);
        List<Element> several = severalInOne(page);
        page.select(NEVER_TEXT).remove();
        several.forEach(Element::remove);
        removeAround(page);
        ArticleBody.Found body = ArticleBody.of(page);
        MainText.Parted parted = MainText.tidied(strips(body.element(), title), body.exact());
        List<Manuscript.Piece> pieces = parted.main().stream().map(strip -> new Manuscript.Piece(strip.kind(), strip.text(), strip.place())).toList();
        List<String> removed = parted.removed().stream().map(strip -> strip.text().strip()).filter(line -> !line.equals(title)).toList();
        return new Manuscript(stated, pieces, notes, removed);
    }

    /** What a piece of HTML in another format holds; line numbers in it mean nothing. */
    static List<MainText.Strip> fragment(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        unmark(page);
        page.select("script, style, template, svg").remove();
        return strips(page.body(), "");
    }

    private static Document parse(byte[] bytes) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), Decoding.unmarked(bytes).map(Charset::name).orElse(null), "", Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** Takes out of the page's text what would look like a mark. */
    private static void unmark(Document page) {
        page.nodeStream(TextNode.class).filter(text -> text.getWholeText().chars().anyMatch(c -> c >= Manuscript.MARK_OPEN && c <= Manuscript.LAST_PRIVATE)).toList().forEach(text -> text.text(Manuscript.unmarked(text.getWholeText())));
    }

    /** Articles side by side in another one: teasers of more. */
    private static List<Element> severalInOne(Document page) {
        Map<Element, List<Element>> within = new LinkedHashMap<>();
        for (Element article : page.select("article article")) within.computeIfAbsent(article.parent(), parent -> new ArrayList<>()).add(article);
        return within.values().stream().filter(articles -> articles.size() > 1).flatMap(List::stream).toList();
    }

    /** Removes what the names of its elements say stands round an article. */
    private static void removeAround(Document page) {
        Map<Element, Prose> prose = new HashMap<>();
        page.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {}

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) prose.put(element, Prose.of(element, prose));
            }
        });
        double most = AROUND_MOST * prose.get(page.body()).words();
        page.select("body *").removeIf(element -> AROUND.matcher(element.className() + " " + element.id()).find() && !prose.get(element).quotes() && prose.get(element).words() < most);
    }

    /** Of an element and all below it: words in paragraphs of some length, and whether there is a quotation. */
    private record Prose(int words, boolean quotes) {

        static Prose of(Element element, Map<Element, Prose> known) {
            String own = element.normalName().equals("p") ? element.text() : "";
            int words = own.length() > 60 ? own.split(" ").length : 0;
            boolean quotes = element.normalName().equals("blockquote");
            for (Element child : element.children()) {
                Prose below = known.getOrDefault(child, new Prose(0, false));
                words += below.words();
                quotes |= below.quotes();
            }
            return new Prose(words, quotes);
        }
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
        private boolean begun;   // whether there is more than white space

        void walk(Node node, Block.Kind kind) {
            for (Node child : node.childNodes()) {
                if (child instanceof TextNode text) take(text);
                if (!(child instanceof Element element)) continue;
                boolean block = BLOCKS.contains(element.normalName());
                Block.Kind inner = block ? kindOf(element.normalName(), kind) : kind;
                if (block) flush(kind);
                if (element.normalName().matches("t[dh]") && begun) inline.append(" | ");
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
            begun |= !words.isBlank();
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
            begun = false;
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
