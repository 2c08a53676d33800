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
import ibid.read.manuscript.NoteMarks;
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

/** Reads an EPUB: its chapters as pages, in the order of its spine, and what its package says of itself. */
public final class EpubFormat implements ArticleFormat {

    private static final Set<String> EXTENSIONS = Set.of("epub");
    private static final int MAX_BYTES = 50 << 20;
    private static final int MOST = 50 << 20; // bytes unpacked
    private static final int MOST_CHAPTERS = 2000;
    private static final int MOST_OF_ONE = 5 << 20;
    private static final int MOST_AT_ONCE =
            8 << 20; // bytes of chapters held as pages at once, to tie notes across them
    private static final String PACKAGE = "package file";
    private static final String CONTAINER = "META-INF/container.xml";

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
        return EXTENSIONS.contains(file.extension());
    }

    @Override
    public Manuscript read(FileBytes file) {
        Map<String, byte[]> files = unpacked(file.content());
        if (files.containsKey("META-INF/encryption.xml") && files.containsKey("META-INF/rights.xml")) {
            throw notRead("it is encrypted");
        }
        if (files.containsKey("word/document.xml")) {
            throw notRead("it is a Word file, not an EPUB; name it .docx");
        }
        String path = xml(files, CONTAINER).select("rootfile").attr("full-path");
        Document opf = xml(files, path);
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
        List<Manuscript.Piece> pieces = new ArrayList<>();
        SequencedMap<String, String> notes = Manuscript.noNotes();
        List<String> removed = new ArrayList<>();
        Map<String, Element> manifest = new HashMap<>();
        for (Element item : opf.select("[id]")) {
            manifest.putIfAbsent(item.id(), item);
        }
        long letters = 0;
        SequencedMap<String, byte[]> chapters = chapters(opf, manifest, folder, files);
        Map<String, Document> pages = new LinkedHashMap<>();
        if (chapters.values().stream().mapToLong(chapter -> chapter.length).sum() <= MOST_AT_ONCE) {
            chapters.forEach((name, chapter) -> pages.put(name.replaceFirst(".*/", ""), HtmlFormat.parse(chapter)));
        }
        ChapterNotes.gathered(pages);
        for (Map.Entry<String, byte[]> chapter : chapters.entrySet()) {
            Deadline.check();
            String name = chapter.getKey();
            Document page = pages.get(name.replaceFirst(".*/", ""));
            Manuscript read = HtmlFormat.read(
                    page == null || pages.size() < chapters.size() ? HtmlFormat.parse(chapter.getValue()) : page, true);
            String title = read.titlePage().get(MetadataCollector.Item.TITLE);
            if (!title.equals(stated(opf, "dc|title")) && isHeading(title, read.pieces())) {
                pieces.add(new Manuscript.Piece(
                        Block.Kind.HEADING, title, name)); // a page's title is left out of its text
            }
            renamed(read, notes)
                    .forEach(piece -> pieces.add(new Manuscript.Piece(
                            piece.kind(), piece.text(), piece.place().isEmpty() ? name : name + ", " + piece.place())));
            removed.addAll(read.removed());
            letters += read.pieces().stream()
                    .mapToLong(piece -> piece.text().length())
                    .sum();
            TextLimits.checkText(letters);
        }
        if (pieces.isEmpty()) {
            throw notRead("it holds no text");
        }
        return new Manuscript(titlePage(opf, pieces), pieces, notes, removed);
    }

    /** In the order of the spine, by address. */
    private static SequencedMap<String, byte[]> chapters(
            Document opf, Map<String, Element> manifest, String folder, Map<String, byte[]> files) {
        SequencedMap<String, byte[]> chapters = new LinkedHashMap<>();
        for (String id : new LinkedHashSet<>(opf.select("spine > itemref").eachAttr("idref"))) {
            Element stated = manifest.get(id);
            byte[] chapter = stated == null
                    ? null
                    : files.get(folder
                            + URLDecoder.decode(stated.attr("href").replace("+", "%2B"), StandardCharsets.UTF_8));
            if (chapter == null
                    || !stated.attr("media-type").contains("html")
                    || stated.attr("properties").contains("nav")) {
                continue;
            }
            if (chapter.length > MOST_OF_ONE) {
                throw notRead("a chapter of it is larger than 5 MB");
            }
            chapters.putIfAbsent(stated.attr("href"), chapter);
            if (chapters.size() > MOST_CHAPTERS) {
                throw notRead("it has more than " + MOST_CHAPTERS + " chapters");
            }
        }
        return chapters;
    }

    /** Whether a page's title heads its text: not the file's name, and not what the text begins with. */
    private static boolean isHeading(String title, List<Manuscript.Piece> pieces) {
        return !title.isEmpty()
                && !pieces.isEmpty()
                && !title.matches("(?i)\\S+\\.x?html?|ch(?:apter)?[\\s_-]*\\d+|unknown|untitled|cover")
                && !MainText.bare(pieces.getFirst().text()).equalsIgnoreCase(title);
    }

    private static IbidException notRead(String why) {
        return new IbidException(IbidException.Code.INVALID, why);
    }

    /** Each chapter counts its notes from 1: a label that is taken gets a letter. */
    private static List<Manuscript.Piece> renamed(Manuscript chapter, SequencedMap<String, String> notes) {
        Map<String, String> names = new HashMap<>();
        chapter.notes().forEach((label, text) -> {
            String name = NoteMarks.free(label, notes);
            names.put(label, name);
            notes.putIfAbsent(name, text);
        });
        List<Manuscript.Piece> pieces = new ArrayList<>();
        for (Manuscript.Piece piece : chapter.pieces()) {
            String text =
                    InlineMarks.replace(piece.text(), label -> InlineMarks.note(names.getOrDefault(label, label)));
            pieces.add(piece.withText(text));
        }
        return pieces;
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) {
        Map<String, byte[]> files = new HashMap<>();
        int left = MOST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().matches("(?i).*\\.(xml|opf|x?html?|xht)")) {
                    continue;
                }
                byte[] file = zip.readNBytes(left + 1);
                left -= file.length;
                if (left < 0) {
                    throw notRead("it unpacks to more than 50 MB");
                }
                files.put(entry.getName(), file);
            }
        } catch (IOException | IllegalArgumentException broken) { // the latter for names that are no UTF-8
            throw notRead("the EPUB is broken: " + broken.getMessage());
        }
        return files;
    }

    private static Document xml(Map<String, byte[]> files, String name) {
        if (!files.containsKey(name)) {
            throw notRead("the EPUB has no " + (name.isEmpty() ? CONTAINER : name));
        }
        return Jsoup.parse(
                new String(files.get(name), StandardCharsets.UTF_8),
                "",
                Parser.xmlParser()); // it resolves no entities of its own
    }

    private static MetadataCollector titlePage(Document opf, List<Manuscript.Piece> pieces) {
        return new MetadataCollector()
                .offer(MetadataCollector.Item.TITLE, stated(opf, "dc|title"), PACKAGE)
                .offer(MetadataCollector.Item.TITLE, pieces.getFirst().text(), "first heading")
                .offer(
                        MetadataCollector.Item.AUTHOR,
                        String.join(", ", opf.select("dc|creator").eachText()),
                        PACKAGE)
                .offer(MetadataCollector.Item.PUBLISHER, stated(opf, "dc|publisher"), PACKAGE)
                .offerDay(MetadataCollector.Item.PUBLISHED, stated(opf, "dc|date"), PACKAGE)
                .offerDay(MetadataCollector.Item.MODIFIED, stated(opf, "meta[property=dcterms:modified]"), PACKAGE)
                .offer(
                        MetadataCollector.Item.URL,
                        stated(opf, "dc|source").matches("https?://.*") ? stated(opf, "dc|source") : "",
                        PACKAGE)
                .offer(MetadataCollector.Item.LANGUAGE, stated(opf, "dc|language"), PACKAGE)
                .offerTags(opf.select("dc|subject").eachText(), PACKAGE);
    }

    private static String stated(Document opf, String name) {
        Element element = opf.selectFirst(name);
        return element == null ? "" : Decoder.clean(element.text()).strip();
    }
}
