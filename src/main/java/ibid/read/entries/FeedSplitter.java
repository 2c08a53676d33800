package ibid.read.entries;

import ibid.IbidException;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Finds the entries of a feed (RSS 0.9 to 2.0, RSS 1.0, Atom) or of a blog's export, which is RSS. What the feed says
 * of itself is given to each entry as its head.
 */
public final class FeedSplitter implements EntrySplitter {

    static final Set<String> EXTENSIONS = Set.of("rss", "atom", "xml", "rdf");

    private static final int MAX_BYTES = 50 << 20; // some 10,000 articles
    private static final Map<String, String> ENTRY_OF_ROOT = Map.of("rss", "item", "RDF", "item", "feed", "entry");
    private static final Set<String> LISTS = Set.of("urlset", "sitemapindex", "opml");
    private static final Map<String, List<String>> POSTS =
            Map.of("wp:post_type", List.of("post", "page", "article"), "wp:status", List.of("publish"));

    @Override
    public Set<String> extensions() {
        return EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public List<ArticleEntry> split(FileBytes file) {
        EntryFile.start(file); // refuses UTF-16; the tags begin behind it
        String xml = new String(file.content(), StandardCharsets.ISO_8859_1);
        FeedTags tags = new FeedTags(xml);
        String root = tags.next().map(FeedTags.Tag::localName).orElse("");
        if (root.equalsIgnoreCase("html")) {
            return List.of(); // a page
        }
        if (LISTS.contains(root)) {
            throw notRead(
                    "it is a list of addresses, which are not fetched; save the page of each from a browser (.html)");
        }
        String entry = ENTRY_OF_ROOT.get(root);
        if (entry == null) {
            throw notRead("of XML only feeds are read (RSS, Atom)");
        }
        return new Splitting(file, entry).entries(tags);
    }

    private static IbidException notRead(String why) {
        return new IbidException(IbidException.Code.INVALID, why);
    }

    private static final class Splitting {

        private final FileBytes file;
        private final String entry;
        private final EntryCollector found;
        private String head = "";
        private int number;

        Splitting(FileBytes file, String entry) {
            this.file = file;
            this.entry = entry;
            this.found = new EntryCollector(file.content());
        }

        List<ArticleEntry> entries(FeedTags tags) {
            Optional<FeedTags.Tag> tag = tags.next();
            while (tag.isPresent() && !found.isFull()) {
                FeedTags.Tag open = tag.get();
                boolean isEntry = open.localName().equals(entry) && !open.isClosing() && !open.isEmpty();
                tag = isEntry ? addFrom(open, tags) : tags.next();
            }
            return found.entriesOr("a feed without entries that can be read");
        }

        /** Adds the entry that begins there. Entries are not nested, so that the next one ends one that is broken. */
        private Optional<FeedTags.Tag> addFrom(FeedTags.Tag open, FeedTags tags) {
            if (++number == 1) {
                head = FeedHead.of(Arrays.copyOf(file.content(), open.start()));
            }
            Optional<FeedTags.Tag> tag = tags.next();
            while (tag.isPresent()) {
                FeedTags.Tag next = tag.get();
                if (next.name().equals(open.name()) && next.isClosing()) {
                    add(open.start(), next.end());
                    return tags.next();
                }
                if (next.name().equals(open.name()) && !next.isEmpty()) {
                    found.addProblem(place(), open.start(), next.start(), "it does not end before the next one");
                    return tag;
                }
                tag = tags.next();
            }
            found.addProblem(place(), open.start(), file.content().length, "the file ends within it");
            return tag;
        }

        private String place() {
            return "entry " + number;
        }

        private void add(int start, int end) {
            ArticleEntry whole = ArticleEntry.of(place(), head, start, end, file.content());
            Element item = parse(Decoder.decodePage(whole.bytesIn(file.content())), entry);
            String why = objection(item);
            if (why.isEmpty()) {
                found.add(identity(item), place(), head, start, end);
            } else {
                found.addProblem(place(), start, end, why);
            }
        }
    }

    /** The entry of a document that has one. */
    static Element parse(String document, String entry) {
        Element root = Jsoup.parse(document, "", FeedFields.parser());
        return root.children().stream()
                .filter(child -> FeedFields.isNamed(child, entry))
                .findFirst()
                .orElse(root);
    }

    /** Why an entry of a blog's export is no article: a picture, a menu, a draft. */
    private static String objection(Element item) {
        for (Element child : item.children()) {
            List<String> articles = POSTS.getOrDefault(child.tagName(), List.of());
            String stated = child.wholeText().strip();
            if (!articles.isEmpty() && !articles.contains(stated)) {
                return "of the kind “" + stated + "”, not a published article";
            }
        }
        return "";
    }

    private static EntryIdentity identity(Element item) {
        String id = FeedFields.text(item, "guid", "id", "identifier");
        return EntryIdentity.of(id, FeedFields.link(item), FeedFields.text(item, "title"), FeedFields.date(item));
    }
}
