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
    private static final int MAX_PAGES = 600;
    private static final int EDGE_LINES = 2; // at either end of a page; they may be a running head
    private static final double MIN_RECURRING_SHARE = 0.5; // of the pages that have the running head
    private static final double MIN_TITLE_SIZE_RATIO = 1.3; // to the size of the text; chosen by trying
    private static final int MAX_HEADING_CHARS = 200;
    private static final int MAX_PARAGRAPHS_SEARCHED = 6; // for the title, from the top
    private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)(?:page |- ?)?\\d{1,4}(?: ?-| (?:of|/) \\d{1,4})?");
    private static final Pattern FINISHED_SENTENCE =
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
        UnpackedSize.checkPdf(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MAX_PAGES) {
                throw notRead("it has " + document.getNumberOfPages() + " pages, more than " + MAX_PAGES);
            }
            List<List<PdfLines.Line>> pages = PdfLines.of(document);
            float body = bodySize(pages);
            LineJoiner lines =
                    new LineJoiner(pages.stream().flatMap(List::stream).map(PdfLines.Line::text));
            Set<String> boilerplate = new LinkedHashSet<>();
            SequencedMap<String, String> notes = Manuscript.noNotes();
            List<List<PdfLines.Line>> text =
                    PdfNotes.take(withoutBoilerplate(pages, body, boilerplate), body, lines, notes);
            List<Manuscript.Piece> paragraphs =
                    Endnotes.take(new PdfParagraphs(lines, body).of(text, boilerplate), notes);
            if (paragraphs.isEmpty()) {
                throw notRead("it holds no text, perhaps only pictures of pages");
            }
            MetadataCollector page = titlePage(document.getDocumentInformation(), largestText(pages, body, lines));
            Manuscript manuscript = Byline.takeFrom(new Manuscript(
                    page,
                    withoutTitle(paragraphs, page.get(MetadataCollector.Item.TITLE)),
                    notes,
                    List.copyOf(boilerplate)));
            page.offer(MetadataCollector.Item.TITLE, firstLine(manuscript), "first line")
                    .offer(
                            MetadataCollector.Item.AUTHOR,
                            StatedTitle.author(document.getDocumentInformation().getAuthor()),
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

    /** The size of most letters, in points. */
    private static float bodySize(List<List<PdfLines.Line>> pages) {
        Map<Float, Integer> letters = new HashMap<>();
        pages.forEach(page ->
                page.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum)));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    /** Without the lines at the edges of pages that recur on half of them, numbers aside, and without page numbers. */
    private static List<List<PdfLines.Line>> withoutBoilerplate(
            List<List<PdfLines.Line>> pages, float body, Set<String> removed) {
        Set<String> runningHeads = runningHeads(pages);
        List<List<PdfLines.Line>> kept = new ArrayList<>();
        for (List<PdfLines.Line> page : pages) {
            List<PdfLines.Line> keptLines = new ArrayList<>();
            for (int i = 0; i < page.size(); i++) {
                String line = page.get(i).text();
                if (isAtEdge(page, i)
                        && !PdfNotes.isHead(page.get(i), body)
                        && (runningHeads.contains(withoutNumbers(line))
                                || PAGE_NUMBER.matcher(line).matches())) {
                    removed.add(MainText.plain(line));
                } else {
                    keptLines.add(page.get(i));
                }
            }
            kept.add(keptLines);
        }
        return kept;
    }

    private static boolean isAtEdge(List<PdfLines.Line> page, int line) {
        return line < EDGE_LINES || line >= page.size() - EDGE_LINES;
    }

    /**
     * The lines that recur at the edges of pages; left and right pages are counted separately, because they often
     * differ.
     */
    private static Set<String> runningHeads(List<List<PdfLines.Line>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            Set<String> edges = new HashSet<>();
            for (int i = 0; i < pages.get(page).size(); i++) {
                if (isAtEdge(pages.get(page), i)) {
                    edges.add(page % 2 + withoutNumbers(pages.get(page).get(i).text()));
                }
            }
            edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(line -> line.getValue() + counts.getOrDefault(onFacingPages(line.getKey()), 0) > 1
                        && line.getValue() >= MIN_RECURRING_SHARE * (pages.size() / 2))
                .map(line -> line.getKey().substring(1))
                .collect(Collectors.toSet());
    }

    private static String onFacingPages(String edge) {
        return (edge.charAt(0) == '0' ? "1" : "0") + edge.substring(1);
    }

    private static String withoutNumbers(String line) {
        return line.replaceAll("\\d+", "0").strip();
    }

    /** The largest text of the first page, if it is large enough for a title; else empty. */
    private static String largestText(List<List<PdfLines.Line>> pages, float body, LineJoiner lines) {
        List<PdfLines.Line> first = pages.isEmpty() ? List.of() : pages.getFirst();
        float size = (float) first.stream()
                .filter(line -> line.text().contains(" "))
                .mapToDouble(PdfLines.Line::size)
                .max()
                .orElse(0);
        if (size < MIN_TITLE_SIZE_RATIO * body) {
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
        return title.length() <= MAX_HEADING_CHARS ? title.toString() : "";
    }

    /** The pieces without the title, which may take several lines. */
    private static List<Manuscript.Piece> withoutTitle(List<Manuscript.Piece> pieces, String title) {
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

    private static String firstLine(Manuscript manuscript) {
        String first = MainText.plain(manuscript.pieces().getFirst().text());
        return first.length() <= MAX_HEADING_CHARS
                        && !FINISHED_SENTENCE.matcher(first).matches()
                ? first
                : "";
    }

    /**
     * The metadata of the document. The day when the file was made is left out: the article may have been published on
     * another day.
     */
    private static MetadataCollector titlePage(PDDocumentInformation stated, String largest) {
        return new MetadataCollector()
                .offer(MetadataCollector.Item.TITLE, StatedTitle.of(stated.getTitle()), "document properties")
                .offer(MetadataCollector.Item.TITLE, largest, "largest words of the first page");
    }
}
