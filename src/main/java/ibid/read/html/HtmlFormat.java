package ibid.read.html;

import ibid.IbidException;
import ibid.article.Block;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Reads a saved web page: metadata from its head, running text from its body, notes from links that jump to them. What is no running text is kept as removed. */
public final class HtmlFormat {

    private static final Pattern MARK =
            Pattern.compile(Manuscript.MARK_OPEN + "[^" + Manuscript.MARK_CLOSE + "]*" + Manuscript.MARK_CLOSE);
    private static final Pattern XHTML = Pattern.compile("<\\?xml\\s|http://www.w3.org/1999/xhtml");
    private static final Pattern CLOSED_ITSELF = Pattern.compile(
            "<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\\b)([A-Za-z][\\w:-]*)((?:\\s[^<>]*)?)/>");
    private static final int LOOKED = 1000; // letters
    private static final int MOST_ELEMENTS = 250_000; // a page of 5 MB has some 100,000
    private static final int DEEPEST = 500; // elements in one another; deeper ones stand side by side
    private static final int MOST_REMOVED = 200_000; // letters

    private HtmlFormat() {}

    public static Manuscript read(byte[] bytes) {
        return read(parse(bytes), false);
    }

    /** @param whole whether the page is nothing but its text, as a book's chapter is */
    public static Manuscript read(Document page, boolean whole) {
        HtmlHead head = new HtmlHead(page);
        MetadataCollector stated = head.titlePage();
        String time = head.time(), dateLine = head.dateLine();
        String title = stated.get(MetadataCollector.Item.TITLE);
        SequencedMap<String, String> notes = PageNotes.takenFrom(page);
        Boilerplate surroundings = Boilerplate.takenFrom(page, whole || head.isLiveBlog(), whole);
        ArticleBody.Found body = whole ? new ArticleBody.Found(page.body(), true) : ArticleBody.of(page);
        List<PageWalker.Stretch> all = PageWalker.of(page.body(), body.element(), surroundings);
        List<MainText.Strip> own = all.stream()
                .filter(PageWalker.Stretch::own)
                .map(PageWalker.Stretch::strip)
                .filter(strip -> !(strip.kind() == Block.Kind.HEADING
                        && strip.text().strip().equalsIgnoreCase(title)))
                .toList();
        List<MainText.Strip> main = PageByline.takenFrom(
                MainText.tidied(own, body.exact()).main(),
                all.stream().map(PageWalker.Stretch::strip).toList(),
                stated);
        stated.offerDay(MetadataCollector.Item.PUBLISHED, time, "time element")
                .offerDay(MetadataCollector.Item.PUBLISHED, dateLine, "date line");
        return new Manuscript(stated, pieces(main), notes, removed(all, main, title));
    }

    /** What a piece of HTML in another format holds; line numbers in it mean nothing. */
    public static List<MainText.Strip> fragment(String html) {
        Document page = Jsoup.parseBodyFragment(Manuscript.unmarked(html));
        unmark(page);
        return PageWalker.of(page.body(), page.body(), Boilerplate.none(page)).stream()
                .filter(PageWalker.Stretch::own)
                .map(PageWalker.Stretch::strip)
                .toList();
    }

    /** Where few lines hold many blocks, as on a page without line breaks, a block is known by its number. */
    private static List<Manuscript.Piece> pieces(List<MainText.Strip> main) {
        boolean lines = main.size() < 2
                || 2 * main.stream().map(MainText.Strip::place).distinct().count() > main.size();
        List<Manuscript.Piece> pieces = new ArrayList<>();
        for (MainText.Strip strip : main)
            pieces.add(new Manuscript.Piece(
                    strip.kind(), strip.text(), lines ? strip.place() : "paragraph " + (pieces.size() + 1)));
        return pieces;
    }

    private static List<String> removed(List<PageWalker.Stretch> all, List<MainText.Strip> main, String title) {
        Set<MainText.Strip> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(main);
        List<String> removed = new ArrayList<>();
        int letters = 0;
        for (PageWalker.Stretch stretch : all) {
            String line = MARK.matcher(stretch.strip().text()).replaceAll("").strip();
            if (kept.contains(stretch.strip()) || line.isEmpty() || line.equals(title)) continue;
            letters += line.length();
            if (letters > MOST_REMOVED) return removed;
            removed.add(line);
        }
        return removed;
    }

    /** @throws IbidException INVALID for a page of more elements than any that is read by people */
    public static Document parse(byte[] bytes) {
        Document page = parsed(bytes);
        if (page.nodeStream(Element.class).limit(MOST_ELEMENTS + 1).count() > MOST_ELEMENTS)
            throw new IbidException(
                    IbidException.Code.INVALID, "its page has more than " + MOST_ELEMENTS + " elements");
        unmark(page);
        return page;
    }

    /** Takes out of the page's text what would look like a mark. */
    private static void unmark(Document page) {
        page.nodeStream(TextNode.class)
                .filter(text -> !Manuscript.unmarked(text.getWholeText()).equals(text.getWholeText()))
                .toList()
                .forEach(text -> text.text(Manuscript.unmarked(text.getWholeText())));
    }

    private static Document parsed(byte[] bytes) {
        String source = Decoder.page(bytes);
        boolean xhtml = XHTML.matcher(source.substring(0, Math.min(LOOKED, source.length())))
                .find();
        return Jsoup.parse(xhtml ? opened(source) : source, "", parser());
    }

    private static Parser parser() {
        return Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
    }

    /** Elements that XHTML closes in their own tag, with an end tag: to HTML they would stand open. */
    private static String opened(String xhtml) {
        return CLOSED_ITSELF.matcher(xhtml).replaceAll("<$1$2></$1>");
    }
}
