package ibid.read.entries;

import ibid.IbidException;
import ibid.article.Block;
import ibid.language.CharRuns;
import ibid.read.html.HtmlFormat;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import ibid.read.text.PlainTextFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes a manuscript of the text that an entry holds: HTML or plain, the article alone. */
final class EntryText {

    /** Where a piece stands in an entry that has no more than a summary; shown with a footnote. */
    static final String SUMMARY = "summary";

    private static final Set<Item> STATED_IN_TEXT = EnumSet.complementOf(EnumSet.of(Item.TAGS));
    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "div",
            "a",
            "em",
            "i",
            "b",
            "strong",
            "span",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3",
            "html",
            "body",
            "article",
            "section",
            "blockquote",
            "figure",
            "img",
            "table",
            "!doctype",
            "!--");
    private static final String PAGE = "\uFEFF<!DOCTYPE html><html><body><article>%s</article></body></html>";
    private static final List<String> PUBLISHING_LINES = List.of(" appeared first on ", " first appeared on ");
    private static final List<String> CONTINUATIONS =
            List.of("[…]", "[...]", "continue reading", "continue reading →", "read more", "read more…", "read more »");

    private EntryText() {}

    /**
     * @param stated what the entry states of itself; what its page states is added
     * @param isSummary whether the text is only a summary of the article
     * @throws IbidException INVALID if there is no text
     */
    static Manuscript of(MetadataCollector stated, String text, boolean isSummary) {
        Manuscript read = isHtml(text) ? page(text) : PlainTextFormat.article(text);
        for (Item item : STATED_IN_TEXT) {
            stated.offer(item, read.titlePage().get(item), "text of the entry");
        }
        List<Manuscript.Piece> kept = new ArrayList<>();
        List<String> removed = new ArrayList<>(read.removed());
        for (Manuscript.Piece piece : read.pieces()) {
            String words = withoutContinuation(piece.text());
            boolean isTitle = kept.isEmpty() && words.strip().equalsIgnoreCase(stated.get(Item.TITLE));
            if (isTitle || isFurniture(words)) {
                removed.add(piece.text().strip());
            } else {
                String place = isSummary ? SUMMARY : "paragraph " + (kept.size() + 1);
                kept.add(new Manuscript.Piece(piece.kind(), words, place));
            }
        }
        requireText(kept);
        return new Manuscript(stated, kept, read.notes(), removed);
    }

    private static void requireText(List<Manuscript.Piece> pieces) {
        if (pieces.stream().allMatch(piece -> piece.kind() == Block.Kind.HEADING)) {
            throw new IbidException(IbidException.Code.INVALID, "an entry without text; save the page of its article");
        }
    }

    private static Manuscript page(String html) {
        String start = html.stripLeading().toLowerCase(Locale.ROOT);
        boolean isWhole = start.startsWith("<!doctype") || start.startsWith("<html");
        String source = isWhole ? "\uFEFF" + html : PAGE.replace("%s", html);
        return HtmlFormat.read(HtmlFormat.parse(source.getBytes(StandardCharsets.UTF_8)), !isWhole);
    }

    /** Whether it has an element of HTML or one of its references: "a < b" has none. */
    static boolean isHtml(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            int start = text.startsWith("/", at + 1) ? at + 2 : at + 1;
            int end = CharRuns.end(text, start, sign -> Character.isLetterOrDigit(sign) || "!-".indexOf(sign) >= 0);
            if (ELEMENTS.contains(text.substring(start, end).toLowerCase(Locale.ROOT)) || text.startsWith("<!--", at)) {
                return true;
            }
        }
        return text.contains("&amp;") || text.contains("&#") || text.contains("&nbsp;") || text.contains("&quot;");
    }

    /** What blogs add to each entry of their feed: "The post X appeared first on Y.", "Continue reading". */
    private static boolean isFurniture(String words) {
        String small = MainText.plain(words).strip().toLowerCase(Locale.ROOT);
        boolean isCredit =
                small.startsWith("the post ") && PUBLISHING_LINES.stream().anyMatch(small::contains);
        return small.isEmpty() || isCredit || CONTINUATIONS.contains(small);
    }

    private static String withoutContinuation(String words) {
        String stripped = words.stripTrailing();
        String small = stripped.toLowerCase(Locale.ROOT);
        for (String continuation : CONTINUATIONS) {
            if (small.endsWith(continuation) && small.length() > continuation.length()) {
                return stripped.substring(0, stripped.length() - continuation.length());
            }
        }
        return words;
    }
}
