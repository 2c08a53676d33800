package ibid.read.entries;

import ibid.IbidException;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import ibid.read.manuscript.WordCount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Reads one entry of a feed, under the head that {@link FeedSplitter} gives it: the full text where the feed has it,
 * else its summary, whose place says so.
 */
public final class FeedFormat implements ArticleFormat {

    private static final int MAX_BYTES = 5 << 20;
    private static final String ALERT = "Google Alert";
    private static final String SOURCE = "entry of the feed";
    private static final List<String> TEXTS = List.of("encoded", "full-text", "fulltext", "content", "body", "xhtml");
    private static final List<String> SUMMARIES = List.of("description", "summary");
    private static final int MIN_TEXT_WORDS = 120; // many feeds have the full text where the summary belongs

    @Override
    public Set<String> extensions() {
        return FeedSplitter.EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Manuscript read(FileBytes file) {
        Element document = Jsoup.parse(Decoder.decodePage(file.content()), "", FeedFields.parser());
        List<Element> parts = document.children();
        Element entry = parts.isEmpty() ? document : parts.getLast();
        Element feed = parts.isEmpty() ? document : parts.getFirst();
        MetadataCollector stated = stated(entry, feed);
        offerOfFeed(stated, feed);
        Optional<String> text = longest(entry, TEXTS);
        String summary = longest(entry, SUMMARIES).orElse("");
        if (text.isEmpty() && summary.isBlank()) {
            throw new IbidException(
                    IbidException.Code.INVALID, "the feed has its title only; save the page of its article (.html)");
        }
        boolean isSummary = text.isEmpty() && WordCount.of(summary) < MIN_TEXT_WORDS;
        return EntryText.of(stated, text.orElse(summary), isSummary);
    }

    /** The longest content of the elements of these names; a feed may repeat a short one for pictures. */
    private static Optional<String> longest(Element entry, List<String> names) {
        return names.stream()
                .flatMap(name -> entry.children().stream().filter(child -> FeedFields.isNamed(child, name)))
                .map(FeedFields::content)
                .filter(content -> !content.isBlank())
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    private static MetadataCollector stated(Element entry, Element feed) {
        MetadataCollector stated = new MetadataCollector();
        stated.offer(Item.TITLE, plain(FeedFields.text(entry, "title")), SOURCE);
        String authors = String.join(", ", authors(entry));
        stated.offer(Item.AUTHOR, plain(authors), SOURCE);
        stated.offer(Item.URL, absolute(FeedFields.link(entry), feed.attr("link")), SOURCE);
        stated.offerDay(Item.PUBLISHED, FeedFields.date(entry), SOURCE);
        stated.offerDay(Item.MODIFIED, FeedFields.text(entry, "updated", "modified"), SOURCE);
        stated.offer(Item.LANGUAGE, FeedFields.text(entry, "language"), SOURCE);
        stated.offer(Item.PUBLISHER, plain(source(entry)), SOURCE);
        return stated.offerTags(FeedFields.texts(entry, "category"), SOURCE);
    }

    private static String absolute(String address, String feed) {
        Element link = new Element("a").attr("href", address);
        link.setBaseUri(feed);
        return link.absUrl("href");
    }

    /** The feed from which a feed of several outlets has it. */
    private static String source(Element entry) {
        Optional<Element> source = FeedFields.child(entry, "source");
        String title = source.map(one -> FeedFields.text(one, "title")).orElse("");
        return title.isEmpty() ? source.map(Element::wholeText).orElse("") : title;
    }

    private static List<String> authors(Element entry) {
        List<String> creators = FeedFields.texts(entry, "creator");
        return creators.isEmpty()
                ? entry.children().stream()
                        .filter(child -> FeedFields.isNamed(child, "author"))
                        .map(child ->
                                FeedFields.child(child, "name").orElse(child).wholeText())
                        .map(FeedFormat::personOf)
                        .filter(name -> !name.isEmpty())
                        .toList()
                : creators;
    }

    /** The name in "desk@herald.example (Ida Berg)", as RSS writes authors; none of an address alone. */
    private static String personOf(String author) {
        int open = author.indexOf('(');
        int close = author.indexOf(')', open + 1);
        if (author.contains("@")) {
            return open > 0 && close > open ? author.substring(open + 1, close).strip() : "";
        }
        return author.strip();
    }

    private static void offerOfFeed(MetadataCollector stated, Element head) {
        Stream.of(Item.AUTHOR, Item.LANGUAGE)
                .forEach(item -> stated.offer(item, head.attr(item.name().toLowerCase(Locale.ROOT)), "feed"));
        if (!head.attr("title").startsWith(ALERT)) { // which are of many outlets
            stated.offer(Item.PUBLISHER, head.attr("title"), "title of the feed");
        }
    }

    /** Titles may be HTML, escaped. */
    private static String plain(String text) {
        return EntryText.isHtml(text) ? Jsoup.parse(text).text() : text;
    }
}
