package ibid.read.office;

import ibid.IbidException;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;
import ibid.read.bytes.UnpackedSize;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.Endnotes;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.StatedTitle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * Reads a Word file (.docx): opens it with its styles, notes and addresses; {@link WordWalker} walks its text.
 */
public final class WordFormat implements ArticleFormat {

    private static final Set<String> EXTENSIONS = Set.of("docx");
    private static final int MAX_BYTES = 50 << 20;
    private static final String DOCUMENT_PROPERTIES = "document properties";
    private static final int MAX_TITLE_CHARS = 200;

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
        byte[] bytes = file.content();
        UnpackedSize.checkZip(bytes);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return manuscript(document);
        } catch (IOException | POIXMLException | NotOfficeXmlFileException broken) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the Word file is broken, encrypted or of another kind: " + broken.getMessage());
        }
    }

    private static Manuscript manuscript(XWPFDocument document) {
        Map<String, String> notes = new HashMap<>();
        document.getFootnotes().forEach(note -> put(notes, WordWalker.FOOTNOTE_PREFIX, note));
        document.getEndnotes().forEach(note -> put(notes, WordWalker.ENDNOTE_PREFIX, note));
        WordWalker text = new WordWalker(
                notes,
                id -> style(document, id),
                id -> document.getHyperlinkByID(id) == null
                        ? ""
                        : document.getHyperlinkByID(id).getURL());
        text.walk(document.getDocument().getBody().getDomNode());
        if (text.pieces().isEmpty()) {
            throw new IbidException(IbidException.Code.INVALID, "it holds no text");
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
        String first = MainText.plain(manuscript.pieces().getFirst().text());
        page.offer(MetadataCollector.Item.TITLE, first.length() <= MAX_TITLE_CHARS ? first : "", "first paragraph")
                .offer(MetadataCollector.Item.AUTHOR, stated.getCreator(), DOCUMENT_PROPERTIES);
        return manuscript;
    }

    private static void put(Map<String, String> notes, String kind, XWPFAbstractFootnoteEndnote note) {
        String text = Decoder.clean(note.getParagraphs().stream()
                        .map(XWPFParagraph::getText)
                        .collect(Collectors.joining(" ")))
                .strip();
        if (!text.isEmpty()) {
            notes.putIfAbsent(kind + note.getId(), text);
        }
    }

    /** The name of a style in lower case; it is the same in every language of Word. */
    private static String style(XWPFDocument document, String id) {
        boolean known = document.getStyles() != null
                && document.getStyles().getStyle(id) != null
                && document.getStyles().getStyle(id).getName() != null;
        return (known ? document.getStyles().getStyle(id).getName() : id).toLowerCase(Locale.ROOT);
    }
}
