package ibid.read.html;

import ibid.IbidException;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;
import ibid.read.html.head.HtmlHead;
import ibid.read.html.head.PageTimes;
import ibid.read.html.notes.PageNotes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Endnotes;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import java.nio.charset.StandardCharsets;
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

/**
 * Reads a saved web page: metadata from its head, running text from its body, notes from the links that lead to them.
 * What is not running text is kept as removed.
 */
public final class HtmlFormat implements ArticleFormat {

    private static final Set<String> EXTENSIONS = Set.of("html", "htm", "xhtml");
    private static final int MAX_BYTES = 50 << 20; // with the pictures that "save page" extensions embed
    private static final int MAX_BYTES_WITHOUT_PICTURES = 5 << 20;
    private static final int START_BYTES = 4096;
    private static final Pattern HTML_START = Pattern.compile(
            "(?i)\\A[\\s\uFEFF]*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype html|html)\\b",
            Pattern.DOTALL);
    private static final Pattern EMBEDDED_PICTURE = Pattern.compile("data:[\\w/+.-]{1,100};base64,[A-Za-z0-9+/=\\s]++");
    private static final Pattern XHTML_DECLARATION = Pattern.compile("<\\?xml\\s|http://www.w3.org/1999/xhtml");
    private static final Pattern SELF_CLOSING_ELEMENT =
            Pattern.compile("<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|"
                    + "wbr)\\b)([A-Za-z][\\w:-]*)((?:\\s[^<>]*)?)/>");
    private static final int MAX_DECLARATION_CHARS = 1000;
    private static final int MAX_ELEMENTS = 250_000; // a page of 5 MB has about 100,000
    private static final int MAX_DEPTH = 500; // of nested elements; the parser makes deeper ones siblings
    private static final int MAX_REMOVED_CHARS = 200_000;

    @Override
    public Set<String> extensions() {
        return EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public boolean recognises(FileBytes file) {
        return EXTENSIONS.contains(file.extension())
                || HTML_START.matcher(file.head(START_BYTES)).find();
    }

    @Override
    public Manuscript read(FileBytes file) {
        return read(parse(withoutPictures(file.content())), false);
    }

    /** The page without the pictures that "save page" extensions embed. Latin-1 preserves every byte. */
    private static byte[] withoutPictures(byte[] page) {
        if (page.length <= MAX_BYTES_WITHOUT_PICTURES) {
            return page;
        }
        String source = new String(page, StandardCharsets.ISO_8859_1);
        byte[] words = EMBEDDED_PICTURE.matcher(source).replaceAll("data:,").getBytes(StandardCharsets.ISO_8859_1);
        if (words.length > MAX_BYTES_WITHOUT_PICTURES) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "larger than " + (MAX_BYTES_WITHOUT_PICTURES >> 20) + " MB without its pictures");
        }
        return words;
    }

    /** @param isWholeText whether the page contains only the article, like a book's chapter */
    public static Manuscript read(Document page, boolean isWholeText) {
        HtmlHead head = new HtmlHead(page);
        MetadataCollector stated = head.titlePage();
        List<String> leads = head.leads();
        String named = head.namedDay();
        PageTimes times = new PageTimes(page);
        String time = times.time(), dateLine = times.dateLine();
        String title = stated.get(MetadataCollector.Item.TITLE);
        MathText.writeIn(page);
        List<String> hidden = HiddenElements.removeFrom(page);
        SequencedMap<String, String> notes = PageNotes.takeFrom(page);
        RunningText.Found text = isWholeText
                ? RunningText.whole(page)
                : new RunningText(page, title, leads, head.isLiveBlog()).find().orElse(head.articleBody());
        List<MainText.Strip> main = PageByline.takeFrom(
                text.main(), text.all().stream().map(PageWalker.Stretch::strip).toList(), stated);
        stated.offerDay(MetadataCollector.Item.PUBLISHED, time, "time element")
                .offer(MetadataCollector.Item.PUBLISHED, named, "date element")
                .offerDay(MetadataCollector.Item.PUBLISHED, dateLine, "date line");
        return new Manuscript(
                stated, Endnotes.take(pieces(main), notes), notes, removed(hidden, text.all(), main, title));
    }

    /** Whether an element with that start tag is not shown. */
    public static boolean isHidden(String startTag) {
        Element element = Jsoup.parseBodyFragment(startTag).body().firstElementChild();
        return element != null && HiddenElements.isHidden(element);
    }

    /**
     * The text of HTML within another format; the places of its strips are meaningless.
     *
     * @param removed receives the words that a page would not show
     */
    public static List<MainText.Strip> fragment(String html, List<String> removed) {
        Document page = Jsoup.parseBodyFragment(InlineMarks.withoutPrivateUse(html));
        MathText.writeIn(page);
        removed.addAll(HiddenElements.removeFromPart(page));
        removeMarks(page);
        return PageWalker.of(page.body(), page.body(), Boilerplate.none(page)).stream()
                .filter(PageWalker.Stretch::own)
                .map(PageWalker.Stretch::strip)
                .toList();
    }

    /** Places of pieces are lines, or paragraph numbers where many pieces share a line. */
    private static List<Manuscript.Piece> pieces(List<MainText.Strip> main) {
        long places = main.stream().map(MainText.Strip::place).distinct().count();
        boolean lines = main.size() < 2 || 2 * places > main.size();
        List<Manuscript.Piece> pieces = new ArrayList<>();
        for (MainText.Strip strip : main) {
            String place = lines ? strip.place() : "paragraph " + (pieces.size() + 1);
            pieces.add(new Manuscript.Piece(strip.kind(), strip.text(), place));
        }
        return pieces;
    }

    private static List<String> removed(
            List<String> hidden, List<PageWalker.Stretch> all, List<MainText.Strip> main, String title) {
        Set<MainText.Strip> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(main);
        List<String> removed = new ArrayList<>(hidden);
        int letters = hidden.stream().mapToInt(String::length).sum();
        for (PageWalker.Stretch stretch : all) {
            String line = InlineMarks.removeFrom(stretch.strip().text()).strip();
            if (kept.contains(stretch.strip()) || line.isEmpty() || line.equals(title)) {
                continue;
            }
            letters += line.length();
            if (letters > MAX_REMOVED_CHARS) {
                return removed;
            }
            removed.add(line);
        }
        return removed;
    }

    /** @throws IbidException INVALID if the page has more elements than any page for people has */
    public static Document parse(byte[] bytes) {
        Document page = parsed(bytes);
        if (page.nodeStream(Element.class).limit(MAX_ELEMENTS + 1).count() > MAX_ELEMENTS) {
            throw new IbidException(IbidException.Code.INVALID, "its page has more than " + MAX_ELEMENTS + " elements");
        }
        page.select("template[shadowrootmode], template[shadowroot]").unwrap(); // a component's own content, shown
        removeMarks(page);
        return page;
    }

    /** Removes from the page's text the characters that note marks are made of. */
    private static void removeMarks(Document page) {
        page.nodeStream(TextNode.class)
                .filter(text ->
                        !InlineMarks.withoutPrivateUse(text.getWholeText()).equals(text.getWholeText()))
                .toList()
                .forEach(text -> text.text(InlineMarks.withoutPrivateUse(text.getWholeText())));
    }

    private static Document parsed(byte[] bytes) {
        String source = Decoder.decodePage(bytes);
        boolean xhtml = XHTML_DECLARATION
                .matcher(source.substring(0, Math.min(MAX_DECLARATION_CHARS, source.length())))
                .find();
        return Jsoup.parse(xhtml ? withEndTags(source) : source, "", parser());
    }

    private static Parser parser() {
        return Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH);
    }

    /** Gives self-closing elements of XHTML an end tag: in HTML they would stay open. */
    private static String withEndTags(String xhtml) {
        return SELF_CLOSING_ELEMENT.matcher(xhtml).replaceAll("<$1$2></$1>");
    }
}
