package ibid.read.pdf;

import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.StatedTitle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Finds the title of a PDF: in its properties, else in the largest words of the first page, else in its first line. */
final class PdfTitle {

    private static final double MIN_SIZE_RATIO = 1.3; // to the size of the text; chosen by trying
    private static final int MAX_CHARS = 200;
    private static final int MAX_PARAGRAPHS_SEARCHED = 6; // for the title, from the top
    private static final Pattern FINISHED_SENTENCE =
            Pattern.compile(".*[.!?:…][\"”’»)\\]]*(?:\\s*\\[?\\d{1,2}]?)?$", Pattern.DOTALL);

    private PdfTitle() {}

    /**
     * The metadata of the document. The day when the file was made is left out: the article may have been published on
     * another day.
     */
    static MetadataCollector page(PDDocumentInformation stated, String largest) {
        return new MetadataCollector()
                .offer(MetadataCollector.Item.TITLE, StatedTitle.of(stated.getTitle()), "document properties")
                .offer(MetadataCollector.Item.TITLE, largest, "largest words of the first page");
    }

    /** The largest text of the first page, if it is large enough for a title; else empty. */
    static String largest(List<List<PdfLines.Line>> pages, float body, LineJoiner lines) {
        List<PdfLines.Line> first = pages.isEmpty() ? List.of() : pages.getFirst();
        float size = (float) first.stream()
                .filter(line -> line.text().contains(" "))
                .mapToDouble(PdfLines.Line::size)
                .max()
                .orElse(0);
        if (size < MIN_SIZE_RATIO * body) {
            return "";
        }
        StringBuilder title = new StringBuilder();
        for (PdfLines.Line line : first) {
            if (line.size() == size) {
                lines.join(title, MainText.plain(line.text()));
            } else if (!title.isEmpty()) {
                break;
            }
        }
        return title.length() <= MAX_CHARS ? title.toString() : "";
    }

    /** The pieces without the title, which may take several lines. */
    static List<Manuscript.Piece> without(List<Manuscript.Piece> pieces, String title) {
        if (title.isEmpty() || pieces.size() < 2) {
            return pieces;
        }
        Optional<Manuscript.Piece> repeated = pieces.stream()
                .limit(MAX_PARAGRAPHS_SEARCHED)
                .filter(piece -> MainText.plain(piece.text()).equalsIgnoreCase(title))
                .findFirst();
        return repeated.isEmpty()
                ? pieces
                : pieces.stream().filter(piece -> piece != repeated.get()).toList();
    }

    static String firstLine(Manuscript manuscript) {
        String first = MainText.plain(manuscript.pieces().getFirst().text());
        return first.length() <= MAX_CHARS && !FINISHED_SENTENCE.matcher(first).matches() ? first : "";
    }
}
