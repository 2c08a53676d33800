package ibid.read.richtext;

import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import ibid.read.bytes.UnpackedSize;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import ibid.read.manuscript.StatedTitle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads OpenDocument text (.odt), as LibreOffice writes it, with its notes and what it states about itself. */
public final class OpenDocumentFormat implements ArticleFormat {

    private static final int MAX_BYTES = 50 << 20; // with pictures
    private static final Set<String> PARTS = Set.of("content.xml", "meta.xml");

    @Override
    public Set<String> extensions() {
        return Set.of("odt");
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Manuscript read(FileBytes file) {
        UnpackedSize.checkZip(file.content());
        Map<String, Document> parts = parts(file.content());
        if (!parts.containsKey("content.xml")) {
            throw new IbidException(IbidException.Code.INVALID, "an OpenDocument file without content; save it again");
        }
        MetadataCollector stated =
                parts.containsKey("meta.xml") ? stated(parts.get("meta.xml")) : new MetadataCollector();
        return Byline.takeFrom(new OpenDocumentText(parts.get("content.xml"), stated).manuscript());
    }

    private static Map<String, Document> parts(byte[] content) {
        Map<String, Document> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (PARTS.contains(entry.getName())) {
                    String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    parts.put(entry.getName(), Jsoup.parse(xml, "", Parser.xmlParser()));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new IbidException(IbidException.Code.INVALID, "a broken OpenDocument file; save it again");
        }
        return parts;
    }

    private static MetadataCollector stated(Document meta) {
        MetadataCollector stated = new MetadataCollector();
        String source = "document properties";
        stated.offer(Item.TITLE, StatedTitle.of(text(meta, "dc|title")), source)
                .offer(Item.AUTHOR, StatedTitle.author(text(meta, "meta|initial-creator")), source)
                .offer(Item.AUTHOR, StatedTitle.author(text(meta, "dc|creator")), source)
                .offer(Item.LANGUAGE, text(meta, "dc|language").split("-")[0], source);
        return stated;
    }

    private static String text(Document meta, String name) {
        Element element = meta.selectFirst(name);
        return element == null ? "" : element.text();
    }
}
