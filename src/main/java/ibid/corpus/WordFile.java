package ibid.corpus;

import ibid.IbidException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Reads a Word file (.docx): paragraphs by their styles, a table as a line a row, footnotes as notes. */
final class WordFile {

    private static final String PROPERTIES = "document properties";

    private final XWPFDocument document;
    private final SequencedMap<String, String> notes = Manuscript.noNotes();
    private final List<Manuscript.Piece> pieces = new ArrayList<>();
    private final Map<String, String> footnotes = new HashMap<>();   // their text by id
    private String title = "", subtitle = "";
    private int number;

    private WordFile(XWPFDocument document) {
        this.document = document;
    }

    static Manuscript read(byte[] bytes) {
        Bulk.ofZip(bytes);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return new WordFile(document).manuscript();
        } catch (IOException | POIXMLException | NotOfficeXmlFileException broken) {
            throw new IbidException(IbidException.Code.INVALID, "the Word file is broken, encrypted or of another kind: " + broken.getMessage());
        }
    }

    private Manuscript manuscript() {
        for (XWPFFootnote footnote : document.getFootnotes()) {
            String text = footnote.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining(" ")).strip();
            if (!text.isEmpty()) footnotes.putIfAbsent(footnote.getId().toString(), text);
        }
        for (IBodyElement element : document.getBodyElements()) {
            ArticleReader.stopIfLate();
            take(element);
        }
        if (pieces.isEmpty()) throw new IbidException(IbidException.Code.INVALID, "it holds no text");
        POIXMLProperties.CoreProperties stated = document.getProperties().getCoreProperties();
        TitlePage page = new TitlePage().offer(TitlePage.Item.TITLE, title, "paragraph in the style of a title").offer(TitlePage.Item.TITLE, stated.getTitle(), PROPERTIES).offer(TitlePage.Item.TITLE, pieces.getFirst().text(), "first paragraph")
                .offer(TitlePage.Item.SUBTITLE, subtitle, "paragraph in the style of a subtitle").offer(TitlePage.Item.AUTHOR, stated.getCreator(), PROPERTIES);
        return new Manuscript(page, pieces, notes, List.of());
    }

    private void take(IBodyElement element) {
        switch (element) {
            case XWPFParagraph paragraph -> take(paragraph);
            case XWPFTable table -> table.getRows().stream().map(row -> row.getTableCells().stream().map(cell -> cell.getText().strip()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" | "))).map(Decoding::clean)
                    .forEach(row -> add(Block.Kind.ROW, row));
            default -> { }   // content controls of forms
        }
    }

    private void take(XWPFParagraph paragraph) {
        number++;
        StringBuilder text = new StringBuilder();
        for (XWPFRun run : paragraph.getRuns()) {
            text.append(Decoding.clean(run.text().replaceAll("\\[(?:foot|end)noteRef:\\d+]", "")));   // before the marks come, which cleaning takes away
            run.getCTR().getFootnoteReferenceList().forEach(reference -> text.append(note(reference.getId().toString())));
        }
        String style = paragraph.getStyle() == null ? "" : paragraph.getStyle().toLowerCase(Locale.ROOT);
        if (style.equals("title") && title.isEmpty()) title = text.toString().strip();
        else if (style.equals("subtitle") && subtitle.isEmpty() && pieces.isEmpty()) subtitle = text.toString().strip();
        else add(style.equals("caption") ? Block.Kind.CAPTION : style.startsWith("heading") || style.equals("subtitle") ? Block.Kind.HEADING : style.contains("quote") ? Block.Kind.QUOTE : paragraph.getNumID() != null || style.startsWith("list") ? Block.Kind.ITEM : Block.Kind.PARAGRAPH, text.toString());
    }

    /** The mark of a footnote, which becomes one of the article's own notes. */
    private String note(String id) {
        String text = footnotes.getOrDefault(id, "");
        if (text.isEmpty()) return "";
        notes.putIfAbsent(id, Decoding.clean(text));
        return Manuscript.mark(id);
    }

    private void add(Block.Kind kind, String text) {
        if (!text.isBlank()) pieces.add(new Manuscript.Piece(kind, text.strip(), "paragraph " + number));
    }
}
