package ibid.read.pdf;

import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import ibid.read.bytes.UnpackedSize;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.Endnotes;
import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.StatedTitle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads a PDF: paragraphs across lines and pages, headings by their size, notes at the foot of pages, without running
 * heads, page numbers and the hyphens of line ends.
 */
public final class PdfFormat implements ArticleFormat {

    private static final Set<String> EXTENSIONS = Set.of("pdf");
    private static final int MAX_BYTES = 50 << 20;
    private static final int MOST_PAGES = 600;
    private static final int EDGE = 2; // lines at either end of a page that may be a running head
    private static final double RECURS = 0.5; // share of the pages
    private static final double LARGEST = 1.3; // a title
    private static final int HEADING_LETTERS = 200;
    private static final int HEAD = 6; // paragraphs that may be the title
    private static final Pattern NUMBER_ALONE =
            Pattern.compile("(?i)(?:page |- ?)?\\d{1,4}(?: ?-| (?:of|/) \\d{1,4})?");
    private static final Pattern ENDS =
            Pattern.compile(".*[.!?:…][\"”’»)\\]]*(?:\\s*\\[?\\d{1,2}]?)?$", Pattern.DOTALL);

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
        UnpackedSize.ofPdf(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw notRead("it has " + document.getNumberOfPages() + " pages, more than " + MOST_PAGES);
            }
            List<List<PdfLines.Line>> pages = PdfLines.of(document);
            float body = body(pages);
            LineJoiner lines =
                    new LineJoiner(pages.stream().flatMap(List::stream).map(PdfLines.Line::text));
            Set<String> furniture = new LinkedHashSet<>();
            SequencedMap<String, String> notes = Manuscript.noNotes();
            List<List<PdfLines.Line>> text =
                    PdfNotes.take(withoutFurniture(pages, body, furniture), body, lines, notes);
            List<Manuscript.Piece> paragraphs =
                    Endnotes.take(new PdfParagraphs(lines, body).of(text, furniture), notes);
            if (paragraphs.isEmpty()) {
                throw notRead("it holds no text, perhaps only pictures of pages");
            }
            MetadataCollector page = titlePage(document.getDocumentInformation(), largest(pages, body, lines));
            Manuscript manuscript = Byline.takenFrom(new Manuscript(
                    page,
                    withoutTitle(paragraphs, page.get(MetadataCollector.Item.TITLE)),
                    notes,
                    List.copyOf(furniture)));
            page.offer(MetadataCollector.Item.TITLE, firstLine(manuscript), "first line")
                    .offer(
                            MetadataCollector.Item.AUTHOR,
                            document.getDocumentInformation().getAuthor(),
                            "document properties");
            return manuscript;
        } catch (InvalidPasswordException locked) {
            throw notRead("it is encrypted; save it without a password");
        } catch (IOException broken) {
            throw notRead(
                    "the PDF is broken: " + String.valueOf(broken.getMessage()).replaceFirst("^Error: ", ""));
        }
    }

    private static IbidException notRead(String why) {
        return new IbidException(IbidException.Code.INVALID, why);
    }

    /** The size most letters have. */
    private static float body(List<List<PdfLines.Line>> pages) {
        Map<Float, Integer> letters = new HashMap<>();
        pages.forEach(page ->
                page.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum)));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    /** Without the lines at the edges of pages that recur on half of them, numbers aside, and without page numbers. */
    private static List<List<PdfLines.Line>> withoutFurniture(
            List<List<PdfLines.Line>> pages, float body, Set<String> removed) {
        Set<String> running = running(pages);
        List<List<PdfLines.Line>> left = new ArrayList<>();
        for (List<PdfLines.Line> page : pages) {
            List<PdfLines.Line> own = new ArrayList<>();
            for (int i = 0; i < page.size(); i++) {
                String line = page.get(i).text();
                if (edge(page, i)
                        && !PdfNotes.isHead(page.get(i), body)
                        && (running.contains(shape(line))
                                || NUMBER_ALONE.matcher(line).matches())) {
                    removed.add(MainText.bare(line));
                } else {
                    own.add(page.get(i));
                }
            }
            left.add(own);
        }
        return left;
    }

    private static boolean edge(List<PdfLines.Line> page, int line) {
        return line < EDGE || line >= page.size() - EDGE;
    }

    /** By left and right pages apart, which often differ. */
    private static Set<String> running(List<List<PdfLines.Line>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            Set<String> edges = new HashSet<>();
            for (int i = 0; i < pages.get(page).size(); i++) {
                if (edge(pages.get(page), i)) {
                    edges.add(page % 2 + shape(pages.get(page).get(i).text()));
                }
            }
            edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(line -> line.getValue() + counts.getOrDefault(other(line.getKey()), 0) > 1
                        && line.getValue() >= RECURS * (pages.size() / 2))
                .map(line -> line.getKey().substring(1))
                .collect(Collectors.toSet());
    }

    private static String other(String edge) {
        return (edge.charAt(0) == '0' ? "1" : "0") + edge.substring(1);
    }

    private static String shape(String line) {
        return line.replaceAll("\\d+", "0").strip();
    }

    /** The largest words of the first page, which are its title where they are large enough; else empty. */
    private static String largest(List<List<PdfLines.Line>> pages, float body, LineJoiner lines) {
        List<PdfLines.Line> first = pages.isEmpty() ? List.of() : pages.getFirst();
        float size = (float) first.stream()
                .filter(line -> line.text().contains(" "))
                .mapToDouble(PdfLines.Line::size)
                .max()
                .orElse(0);
        if (size < LARGEST * body) {
            return "";
        }
        StringBuilder title = new StringBuilder();
        for (PdfLines.Line line : first) {
            if (line.size() == size) {
                lines.join(title, MainText.bare(line.text()));
            } else if (!title.isEmpty()) {
                break;
            }
        }
        return title.length() <= HEADING_LETTERS ? title.toString() : "";
    }

    /** The title is not said again in the text, however many lines it takes there. */
    private static List<Manuscript.Piece> withoutTitle(List<Manuscript.Piece> pieces, String title) {
        if (title.isEmpty() || pieces.size() < 2) {
            return pieces;
        }
        Optional<Manuscript.Piece> said = pieces.stream()
                .limit(HEAD)
                .filter(piece -> MainText.bare(piece.text()).equalsIgnoreCase(title))
                .findFirst();
        return said.isEmpty()
                ? pieces
                : pieces.stream().filter(piece -> piece != said.get()).toList();
    }

    private static String firstLine(Manuscript manuscript) {
        String first = MainText.bare(manuscript.pieces().getFirst().text());
        return first.length() <= HEADING_LETTERS && !ENDS.matcher(first).matches() ? first : "";
    }

    /**
     * What the document states of itself where its text does not. The day a file was made is not when the article was
     * published.
     */
    private static MetadataCollector titlePage(PDDocumentInformation stated, String largest) {
        return new MetadataCollector()
                .offer(MetadataCollector.Item.TITLE, StatedTitle.of(stated.getTitle()), "document properties")
                .offer(MetadataCollector.Item.TITLE, largest, "largest words of the first page");
    }
}
