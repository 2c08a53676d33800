package ibid.read.office;

import ibid.IbidException;
import ibid.article.Block;
import ibid.read.bytes.Deadline;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;
import ibid.read.html.HtmlFormat;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.TextLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads an EPUB: its chapters as pages, in the order of its spine, and the metadata of its package. */
public final class EpubFormat implements ArticleFormat {

    private static final Set<String> EXTENSIONS = Set.of("epub");
    private static final int MAX_BYTES = 50 << 20;
    private static final int MAX_UNPACKED_BYTES = 50 << 20;
    private static final int MAX_CHAPTERS = 2000;
    private static final int MAX_CHAPTER_BYTES = 5 << 20;
    private static final int MAX_BYTES_PARSED_TOGETHER = 8 << 20; // so that notes of one chapter can be in another
    private static final String PACKAGE_FILE = "package file";
    private static final String CONTAINER_FILE = "META-INF/container.xml";

    @Override
    public Set<String> extensions() {
        return EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Manuscript read(FileBytes file) {
        Map<String, byte[]> files = unpack(file.content());
        checkKind(files);
        String path = xml(files, CONTAINER_FILE).select("rootfile").attr("full-path");
        Document opf = xml(files, path);
        SequencedMap<String, byte[]> chapters = chapters(opf, folder(path), files);
        Map<String, Document> pages = parsedTogether(chapters);
        ChapterNotes.moveNotes(pages);
        boolean eachHasPage = pages.size() == chapters.size(); // false where two folders have files of the same name
        BookText book = new BookText(stated(opf, "dc|title"));
        for (Map.Entry<String, byte[]> chapter : chapters.entrySet()) {
            Deadline.check();
            String name = chapter.getKey();
            Document page = eachHasPage ? pages.get(fileName(name)) : HtmlFormat.parse(chapter.getValue());
            PrintedNumbers.removeFrom(page);
            book.add(name, HtmlFormat.read(page, true));
        }
        if (book.pieces.isEmpty()) {
            throw notRead("it holds no text");
        }
        return new Manuscript(titlePage(opf, book.pieces), book.pieces, book.notes, book.removed);
    }

    private static void checkKind(Map<String, byte[]> files) {
        if (files.containsKey("META-INF/encryption.xml") && files.containsKey("META-INF/rights.xml")) {
            throw notRead("it is encrypted");
        }
        if (files.containsKey("word/document.xml")) {
            throw notRead("it is a Word file, not an EPUB; name it .docx");
        }
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String fileName(String path) {
        return path.replaceFirst(".*/", "");
    }

    /** The pages of the chapters by file name; none where the chapters are too large to parse all at once. */
    private static Map<String, Document> parsedTogether(SequencedMap<String, byte[]> chapters) {
        Map<String, Document> pages = new LinkedHashMap<>();
        long bytes = 0;
        for (byte[] chapter : chapters.values()) {
            bytes += chapter.length;
        }
        if (bytes <= MAX_BYTES_PARSED_TOGETHER) {
            chapters.forEach((name, chapter) -> pages.put(fileName(name), HtmlFormat.parse(chapter)));
        }
        return pages;
    }

    /** The first element of each id. */
    private static Map<String, Element> manifest(Document opf) {
        Map<String, Element> manifest = new HashMap<>();
        for (Element item : opf.select("[id]")) {
            manifest.putIfAbsent(item.id(), item);
        }
        return manifest;
    }

    /** The bytes of the chapters by address, in the order of the spine. */
    private static SequencedMap<String, byte[]> chapters(Document opf, String folder, Map<String, byte[]> files) {
        Map<String, Element> manifest = manifest(opf);
        SequencedMap<String, byte[]> chapters = new LinkedHashMap<>();
        for (String id : new LinkedHashSet<>(opf.select("spine > itemref").eachAttr("idref"))) {
            Element item = manifest.get(id);
            byte[] chapter = item == null ? null : files.get(folder + decodedAddress(item));
            if (chapter == null || !isChapter(item)) {
                continue;
            }
            if (chapter.length > MAX_CHAPTER_BYTES) {
                throw notRead("a chapter of it is larger than 5 MB");
            }
            chapters.putIfAbsent(item.attr("href"), chapter);
            if (chapters.size() > MAX_CHAPTERS) {
                throw notRead("it has more than " + MAX_CHAPTERS + " chapters");
            }
        }
        return chapters;
    }

    private static String decodedAddress(Element item) {
        String address = item.attr("href").replace("+", "%2B");
        return URLDecoder.decode(address, StandardCharsets.UTF_8);
    }

    /** Whether an item of the manifest is a page of the book's text: HTML, and not its navigation. */
    private static boolean isChapter(Element item) {
        return item.attr("media-type").contains("html")
                && !item.attr("properties").contains("nav");
    }

    private static IbidException notRead(String why) {
        return new IbidException(IbidException.Code.INVALID, why);
    }

    private static Map<String, byte[]> unpack(byte[] bytes) {
        Map<String, byte[]> files = new HashMap<>();
        int bytesLeft = MAX_UNPACKED_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().matches("(?i).*\\.(xml|opf|x?html?|xht)")) {
                    continue;
                }
                byte[] file = zip.readNBytes(bytesLeft + 1);
                bytesLeft -= file.length;
                if (bytesLeft < 0) {
                    throw notRead("it unpacks to more than 50 MB");
                }
                files.put(entry.getName(), file);
            }
        } catch (IOException | IllegalArgumentException broken) { // the latter for names that are not UTF-8
            throw notRead("the EPUB is broken: " + broken.getMessage());
        }
        return files;
    }

    private static Document xml(Map<String, byte[]> files, String name) {
        if (!files.containsKey(name)) {
            throw notRead("the EPUB has no " + (name.isEmpty() ? CONTAINER_FILE : name));
        }
        return Jsoup.parse(
                new String(files.get(name), StandardCharsets.UTF_8),
                "",
                Parser.xmlParser()); // does not resolve external entities
    }

    private static MetadataCollector titlePage(Document opf, List<Manuscript.Piece> pieces) {
        String authors = String.join(", ", opf.select("dc|creator").eachText());
        String source = stated(opf, "dc|source");
        String url = source.matches("https?://.*") ? source : "";
        return new MetadataCollector()
                .offer(MetadataCollector.Item.TITLE, stated(opf, "dc|title"), PACKAGE_FILE)
                .offer(MetadataCollector.Item.TITLE, pieces.getFirst().text(), "first heading")
                .offer(MetadataCollector.Item.AUTHOR, authors, PACKAGE_FILE)
                .offer(MetadataCollector.Item.PUBLISHER, stated(opf, "dc|publisher"), PACKAGE_FILE)
                .offerDay(MetadataCollector.Item.PUBLISHED, stated(opf, "dc|date"), PACKAGE_FILE)
                .offerDay(MetadataCollector.Item.MODIFIED, stated(opf, "meta[property=dcterms:modified]"), PACKAGE_FILE)
                .offer(MetadataCollector.Item.URL, url, PACKAGE_FILE)
                .offer(MetadataCollector.Item.LANGUAGE, stated(opf, "dc|language"), PACKAGE_FILE)
                .offerTags(opf.select("dc|subject").eachText(), PACKAGE_FILE);
    }

    private static String stated(Document opf, String name) {
        Element element = opf.selectFirst(name);
        return element == null ? "" : Decoder.clean(element.text()).strip();
    }

    /** Collects the chapters: their text in order, and their notes under labels that are unique in the book. */
    private static final class BookText {

        private final String bookTitle;
        private final List<Manuscript.Piece> pieces = new ArrayList<>();
        private final SequencedMap<String, String> notes = Manuscript.noNotes();
        private final List<String> removed = new ArrayList<>();
        private long characters;

        private BookText(String bookTitle) {
            this.bookTitle = bookTitle;
        }

        private void add(String name, Manuscript chapter) {
            String title = chapter.titlePage().get(MetadataCollector.Item.TITLE);
            if (!title.equals(bookTitle) && isHeading(title, chapter.pieces())) {
                // the text of a page does not have its title
                pieces.add(new Manuscript.Piece(Block.Kind.HEADING, title, name));
            }
            for (Manuscript.Piece piece : withUniqueLabels(chapter)) {
                String place = piece.place().isEmpty() ? name : name + ", " + piece.place();
                pieces.add(new Manuscript.Piece(piece.kind(), piece.text(), place));
            }
            removed.addAll(chapter.removed());
            for (Manuscript.Piece piece : chapter.pieces()) {
                characters += piece.text().length();
            }
            TextLimits.checkText(characters);
        }

        /** Whether a page's title is a heading: it is not a file name, and the text does not begin
         * with a heading or with it. */
        private static boolean isHeading(String title, List<Manuscript.Piece> pieces) {
            return !title.isEmpty()
                    && !pieces.isEmpty()
                    && pieces.getFirst().kind() != Block.Kind.HEADING
                    && !title.matches("(?i)\\S+\\.x?html?|ch(?:apter)?[\\s_-]*\\d+|unknown|untitled|cover")
                    && !MainText.plain(pieces.getFirst().text()).equalsIgnoreCase(title);
        }

        /** The pieces with labels unique in the book: each chapter counts from 1, so a used label gets a letter. */
        private List<Manuscript.Piece> withUniqueLabels(Manuscript chapter) {
            Map<String, String> labels = addNotes(chapter);
            List<Manuscript.Piece> relabelled = new ArrayList<>();
            for (Manuscript.Piece piece : chapter.pieces()) {
                relabelled.add(piece.withText(InlineMarks.renamed(piece.text(), labels)));
            }
            return relabelled;
        }

        private Map<String, String> addNotes(Manuscript chapter) {
            Map<String, String> labels = new HashMap<>();
            chapter.notes().forEach((label, text) -> {
                String free = Manuscript.unusedLabel(label, notes);
                labels.put(label, free);
                notes.putIfAbsent(free, text);
            });
            return labels;
        }
    }
}
