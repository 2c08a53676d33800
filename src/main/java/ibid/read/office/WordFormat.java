package ibid.read.office;

import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import ibid.read.bytes.UnpackedSize;
import ibid.read.html.HtmlFormat;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.Endnotes;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.StatedTitle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads a Word file (.docx): opens it with its styles, notes and addresses; {@link WordWalker} walks its text.
 */
public final class WordFormat implements ArticleFormat {

    static {
        ZipSecureFile.setMinInflateRatio(0); // UnpackedSize limits the sizes; a picture may be packed very small
    }

    private static final Set<String> EXTENSIONS = Set.of("docx");
    private static final int MAX_BYTES = 50 << 20;
    private static final String DOCUMENT_PROPERTIES = "document properties";
    private static final int MAX_TITLE_CHARS = 200;
    private static final int MAX_EMBEDDED = 3; // Word files in one another

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
        return read(file.content(), 0);
    }

    /** @param depth how many Word files this one is embedded in */
    private static Manuscript read(byte[] bytes, int depth) {
        UnpackedSize.checkZip(bytes);
        try {
            return opened(bytes, depth);
        } catch (IOException | POIXMLException | NotOfficeXmlFileException broken) {
            throw notRead("the Word file is broken, encrypted or of another kind: " + broken.getMessage());
        }
    }

    private static Manuscript opened(byte[] bytes, int depth) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return manuscript(document, depth);
        } catch (POIXMLException unknownNames) {
            byte[] usual = StrictOpenXml.rewritten(bytes).orElseThrow(() -> unknownNames);
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(usual))) {
                return manuscript(document, depth);
            }
        }
    }

    private static IbidException notRead(String why) {
        return new IbidException(IbidException.Code.INVALID, why);
    }

    private static Manuscript manuscript(XWPFDocument document, int depth) {
        WordWalker text = new WordWalker(parts(document, depth));
        text.walk(document.getDocument().getBody().getDomNode());
        if (text.pieces().isEmpty()) {
            throw notRead(
                    text.hasUnreadChunk()
                            ? "its text is an embedded document of a kind that is not read; open it in Word and save it"
                            : "it holds no text");
        }
        POIXMLProperties.CoreProperties stated = document.getProperties().getCoreProperties();
        MetadataCollector page = new MetadataCollector()
                .offer(MetadataCollector.Item.TITLE, text.title(), "paragraph in the style of a title")
                .offer(MetadataCollector.Item.TITLE, StatedTitle.of(stated.getTitle()), DOCUMENT_PROPERTIES)
                .offer(MetadataCollector.Item.SUBTITLE, text.subtitle(), "paragraph in the style of a subtitle")
                .offer(MetadataCollector.Item.AUTHOR, text.author(), "paragraph in the style of an author")
                .offerDay(MetadataCollector.Item.PUBLISHED, text.day(), "paragraph in the style of a date");
        Manuscript manuscript = Byline.takeFrom(
                new Manuscript(page, Endnotes.take(text.pieces(), text.notes()), text.notes(), text.removed()));
        String first =
                text.withoutNumber(MainText.plain(manuscript.pieces().getFirst().text()));
        page.offer(MetadataCollector.Item.TITLE, first.length() <= MAX_TITLE_CHARS ? first : "", "first paragraph")
                .offer(MetadataCollector.Item.AUTHOR, StatedTitle.author(stated.getCreator()), DOCUMENT_PROPERTIES);
        return manuscript;
    }

    private static WordParts parts(XWPFDocument document, int depth) {
        Map<String, Node> notes = new HashMap<>();
        document.getFootnotes()
                .forEach(note -> notes.put(
                        WordRuns.FOOTNOTE_PREFIX + note.getId(),
                        note.getCTFtnEdn().getDomNode()));
        document.getEndnotes()
                .forEach(note -> notes.put(
                        WordRuns.ENDNOTE_PREFIX + note.getId(),
                        note.getCTFtnEdn().getDomNode()));
        return new WordParts(
                notes,
                id -> style(document, id),
                id -> definition(document, id),
                id -> document.getHyperlinkByID(id) == null
                        ? ""
                        : document.getHyperlinkByID(id).getURL(),
                new WordNumbering(numbering(document), id -> definition(document, id)),
                id -> chunk(document, id, depth));
    }

    /** The name of a style in lower case; it is the same in every language of Word. */
    private static String style(XWPFDocument document, String id) {
        boolean known = document.getStyles() != null
                && document.getStyles().getStyle(id) != null
                && document.getStyles().getStyle(id).getName() != null;
        return (known ? document.getStyles().getStyle(id).getName() : id).toLowerCase(Locale.ROOT);
    }

    private static Node definition(XWPFDocument document, String id) {
        boolean known = document.getStyles() != null && document.getStyles().getStyle(id) != null;
        return known ? document.getStyles().getStyle(id).getCTStyle().getDomNode() : null;
    }

    /** The part with the numbers of lists, as it is in the file: POI keeps its lists, but not all their levels. */
    private static Node numbering(XWPFDocument document) {
        if (document.getNumbering() == null) {
            return null;
        }
        try (InputStream part = document.getNumbering().getPackagePart().getInputStream()) {
            return DocumentHelper.readDocument(part).getDocumentElement();
        } catch (IOException | SAXException broken) {
            return null;
        }
    }

    /** The text of an embedded document: a page, or another Word file. */
    private static Optional<Manuscript> chunk(XWPFDocument document, String id, int depth) {
        PackageRelationship relationship = document.getPackagePart().getRelationship(id);
        if (relationship == null || depth >= MAX_EMBEDDED) {
            return Optional.empty();
        }
        try (InputStream part =
                document.getPackagePart().getRelatedPart(relationship).getInputStream()) {
            byte[] bytes = part.readAllBytes();
            String name = relationship.getTargetURI().getPath().toLowerCase(Locale.ROOT);
            if (name.matches(".*\\.x?html?")) {
                return Optional.of(HtmlFormat.read(HtmlFormat.parse(bytes), true));
            }
            return name.endsWith(".docx") ? Optional.of(read(bytes, depth + 1)) : Optional.empty();
        } catch (IOException | InvalidFormatException notThere) {
            return Optional.empty();
        }
    }
}
