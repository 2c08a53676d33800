package ibid.corpus;

import ibid.IbidException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads a PDF: paragraphs across lines and pages, headings by their size, notes at the foot of pages, without running heads, page numbers and the hyphens of line ends. */
final class PdfFile {

    private static final int MOST_PAGES = 600;
    private static final int EDGE = 2;             // lines at either end of a page that may be a running head
    private static final double RECURS = 0.5;      // share of the pages
    private static final double LARGE = 1.12;      // of the size of the text: a heading
    private static final double LARGEST = 1.3;     // a title
    private static final int HEADING_LETTERS = 200;
    private static final int FULL_LINE = 40;       // letters
    private static final Pattern NUMBER_ALONE = Pattern.compile("(?i)(?:page |- ?)?\\d{1,4}(?: ?-| (?:of|/) \\d{1,4})?");
    private static final Pattern ENDS = Pattern.compile(".*[.!?:…][\"”’»)\\]]*(?:\\s*\\[?\\d{1,2}]?)?$", Pattern.DOTALL);
    private static final Pattern NO_TITLE = Pattern.compile("(?i)(?:microsoft (?:word|powerpoint) - )?.*\\.(?:docx?|rtf|odt|indd|qxd|pptx?|pdf|html?)|microsoft word - .*|untitled.*|document\\d*|(?:slide|page) ?\\d*|\\W*");   // what programs call a file

    private PdfFile() {}

    static Manuscript read(byte[] bytes) {
        Bulk.ofPdf(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) throw notRead("it has " + document.getNumberOfPages() + " pages, more than " + MOST_PAGES);
            List<List<PdfLines.Line>> pages = PdfLines.of(document);
            float body = body(pages);
            Lines lines = new Lines(pages.stream().flatMap(List::stream).map(PdfLines.Line::text));
            Set<String> furniture = new LinkedHashSet<>();
            SequencedMap<String, String> notes = Manuscript.noNotes();
            List<List<PdfLines.Line>> text = PdfNotes.taken(withoutFurniture(pages, furniture), body, lines, notes);
            List<PlainText.Line> paragraphs = new Paragraphs(lines, body).of(text);
            if (paragraphs.isEmpty()) throw notRead("it holds no text, perhaps only pictures of pages");
            Manuscript manuscript = PlainText.of(paragraphs);
            manuscript.notes().forEach(notes::putIfAbsent);
            TitlePage page = titlePage(manuscript.titlePage(), document.getDocumentInformation(), largest(text, body, lines));
            List<String> removed = new ArrayList<>(furniture);
            manuscript.removed().stream().map(MainText::bare).filter(line -> !line.equals(page.get(TitlePage.Item.TITLE))).forEach(removed::add);
            return new Manuscript(page, manuscript.pieces(), notes, removed);
        } catch (InvalidPasswordException locked) {
            throw notRead("it is encrypted; save it without a password");
        } catch (IOException broken) {
            throw notRead("the PDF is broken: " + String.valueOf(broken.getMessage()).replaceFirst("^Error: ", ""));
        }
    }

    private static IbidException notRead(String why) {
        return new IbidException(IbidException.Code.INVALID, why);
    }

    /** The size most letters have. */
    private static float body(List<List<PdfLines.Line>> pages) {
        Map<Float, Integer> letters = new HashMap<>();
        pages.forEach(page -> page.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum)));
        return letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0f);
    }

    /** Without the lines at the edges of pages that recur on half of them, numbers aside, and without page numbers. */
    private static List<List<PdfLines.Line>> withoutFurniture(List<List<PdfLines.Line>> pages, Set<String> removed) {
        Set<String> running = running(pages);
        List<List<PdfLines.Line>> left = new ArrayList<>();
        for (List<PdfLines.Line> page : pages) {
            List<PdfLines.Line> own = new ArrayList<>();
            for (int i = 0; i < page.size(); i++) {
                String line = page.get(i).text();
                if (edge(page, i) && (running.contains(shape(line)) || NUMBER_ALONE.matcher(line).matches())) removed.add(MainText.bare(line));
                else own.add(page.get(i));
            }
            left.add(own);
        }
        return left;
    }

    private static boolean edge(List<PdfLines.Line> page, int line) {
        return line < EDGE || line >= page.size() - EDGE;
    }

    private static Set<String> running(List<List<PdfLines.Line>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<PdfLines.Line> page : pages) {
            Set<String> edges = new HashSet<>();
            for (int i = 0; i < page.size(); i++) if (edge(page, i)) edges.add(shape(page.get(i).text()));
            edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
        }
        return counts.entrySet().stream().filter(line -> line.getValue() > 1 && line.getValue() >= RECURS * pages.size()).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static String shape(String line) {
        return line.replaceAll("\\d+", "0").strip();
    }

    /** Joins lines to paragraphs, across columns and pages. */
    private static final class Paragraphs {

        private final Lines lines;
        private final float body;
        private final List<PlainText.Line> paragraphs = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private float size;
        private int begun;   // the page
        private boolean atTop;

        private Paragraphs(Lines lines, float body) {
            this.lines = lines;
            this.body = body;
        }

        private List<PlainText.Line> of(List<List<PdfLines.Line>> pages) {
            for (int page = 0; page < pages.size(); page++) {
                for (PdfLines.Line line : pages.get(page)) take(line, page + 1);
            }
            close();
            return paragraphs;
        }

        private void take(PdfLines.Line line, int page) {
            if (!open.isEmpty() && (line.size() > LARGE * size || size > LARGE * line.size())) close();
            if (open.isEmpty()) {
                atTop = page > begun && begun > 0;
                begun = page;
            }
            size = line.size();
            lines.join(open, line.text());
            if (line.last()) close();
        }

        /** What begins small goes on where a column broke off; at the top of a page a capital letter may go on too. */
        private void close() {
            String paragraph = open.toString().strip();
            open.setLength(0);
            if (paragraph.isEmpty()) return;
            Block.Kind kind = size > LARGE * body && paragraph.length() <= HEADING_LETTERS ? Block.Kind.HEADING : Block.Kind.PARAGRAPH;
            PlainText.Line before = paragraphs.isEmpty() ? null : paragraphs.getLast();
            boolean brokenOff = before != null && before.kind() == kind && kind == Block.Kind.PARAGRAPH && !ENDS.matcher(MainText.bare(before.text())).matches();
            if (brokenOff && (Character.isLowerCase(paragraph.charAt(0)) || atTop && before.text().length() > FULL_LINE && paragraph.length() > FULL_LINE)) {
                StringBuilder whole = new StringBuilder(before.text());
                lines.join(whole, paragraph);
                paragraphs.set(paragraphs.size() - 1, new PlainText.Line(whole.toString(), before.place()));
            } else paragraphs.add(new PlainText.Line(kind, paragraph, "page " + begun));
        }
    }

    /** The largest words of the first page, which are its title where they are large enough; else empty. */
    private static String largest(List<List<PdfLines.Line>> pages, float body, Lines lines) {
        List<PdfLines.Line> first = pages.isEmpty() ? List.of() : pages.getFirst();
        float size = (float) first.stream().filter(line -> line.text().contains(" ")).mapToDouble(PdfLines.Line::size).max().orElse(0);
        if (size < LARGEST * body) return "";
        StringBuilder title = new StringBuilder();
        for (PdfLines.Line line : first) {
            if (line.size() == size) lines.join(title, MainText.bare(line.text()));
            else if (!title.isEmpty()) break;
        }
        return title.length() <= HEADING_LETTERS ? title.toString() : "";
    }

    /** What the document states of itself where its text does not. The day a file was made is not when the article was published. */
    private static TitlePage titlePage(TitlePage read, PDDocumentInformation stated, String largest) {
        String title = stated.getTitle() == null || NO_TITLE.matcher(stated.getTitle().strip()).matches() ? "" : stated.getTitle();
        return new TitlePage().offer(TitlePage.Item.TITLE, title, "document properties").offer(TitlePage.Item.TITLE, largest, "largest words of the first page").offerAll(read).offer(TitlePage.Item.AUTHOR, stated.getAuthor(), "document properties");
    }
}
