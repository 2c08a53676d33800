package ibid.corpus;

import ibid.IbidException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF: paragraphs across lines and pages, without running heads, page numbers and the hyphens of line ends. */
final class PdfFile {

    private static final int MOST_PAGES = 600;
    private static final int MOST_DRAWN = 1_000_000;   // commands and letters a page; a printed page has five thousand letters, a map many lines
    private static final int EDGE = 2;             // lines at either end of a page that may be a running head
    private static final double RECURS = 0.5;      // share of the pages
    private static final String PARAGRAPH = "\uE010";
    private static final Pattern NUMBER_ALONE = Pattern.compile("(?i)(?:page |- ?)?\\d{1,4}(?: ?-| (?:of|/) \\d{1,4})?");
    private static final Pattern ENDS = Pattern.compile(".*[.!?:…][\"”’»)\\]]*(?:\\s*\\[?\\d{1,2}]?)?$", Pattern.DOTALL);

    private PdfFile() {}

    static Manuscript read(byte[] bytes) {
        Bulk.ofPdf(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) throw notRead("it has " + document.getNumberOfPages() + " pages, more than " + MOST_PAGES);
            List<List<String>> pages = pages(document);
            Set<String> running = running(pages);
            List<String> removed = pages.stream().flatMap(List::stream).map(line -> line.replace(PARAGRAPH, "")).filter(line -> furniture(line, running)).distinct().toList();
            List<PlainText.Line> paragraphs = paragraphs(pages, running);
            if (paragraphs.isEmpty()) throw notRead("it holds no text, perhaps only pictures of pages");
            Manuscript manuscript = PlainText.of(paragraphs);
            List<String> dropped = new ArrayList<>(removed);
            dropped.addAll(manuscript.removed());
            return new Manuscript(titlePage(manuscript.titlePage(), document.getDocumentInformation()), manuscript.pieces(), manuscript.notes(), dropped);
        } catch (InvalidPasswordException locked) {
            throw notRead("it is encrypted; save it without a password");
        } catch (IOException broken) {
            throw notRead("the PDF is broken: " + String.valueOf(broken.getMessage()).replaceFirst("^Error: ", ""));
        }
    }

    private static IbidException notRead(String why) {
        return new IbidException(IbidException.Code.INVALID, why);
    }

    /** The lines of each page, the last of each paragraph with a sign behind it. */
    private static List<List<String>> pages(PDDocument document) throws IOException {
        Stripper stripper = new Stripper();
        stripper.setParagraphEnd(PARAGRAPH);
        stripper.setLineSeparator("\n");
        List<List<String>> pages = new ArrayList<>();
        long letters = 0;
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            String text = stripper.getText(document);
            letters += text.length();
            if (letters > Typesetter.LONGEST) throw Typesetter.tooLong();
            pages.add(text.replace("\n" + PARAGRAPH, PARAGRAPH + "\n").lines().map(String::strip).filter(line -> !line.replace(PARAGRAPH, "").isBlank()).toList());
        }
        return pages;
    }

    /** Stops at a page that draws more than any page does, and when it is too late to go on. */
    private static final class Stripper extends PDFTextStripper {

        private int drawn;

        @Override
        public void processPage(PDPage page) throws IOException {
            drawn = 0;
            super.processPage(page);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            ArticleReader.stopIfLate();
            if (++drawn > MOST_DRAWN) throw notRead("a page of it holds too much: more than " + MOST_DRAWN / 1_000_000 + " million drawing commands");
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (++drawn > MOST_DRAWN) throw notRead("a page of it holds too much: more than " + MOST_DRAWN / 1_000_000 + " million letters");
            super.processTextPosition(text);
        }
    }

    /** Lines at the edges of pages that recur on half of them, numbers aside. */
    private static Set<String> running(List<List<String>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<String> page : pages) {
            Set<String> edges = new HashSet<>();
            for (int i = 0; i < page.size(); i++) if (i < EDGE || i >= page.size() - EDGE) edges.add(shape(page.get(i)));
            edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
        }
        Set<String> running = new HashSet<>();
        counts.forEach((line, count) -> {
            if (count > 1 && count >= RECURS * pages.size()) running.add(line);
        });
        return running;
    }

    private static String shape(String line) {
        return line.replace(PARAGRAPH, "").replaceAll("\\d+", "0").strip();
    }

    private static boolean furniture(String line, Set<String> running) {
        return running.contains(shape(line)) || NUMBER_ALONE.matcher(line.strip()).matches();
    }

    private static List<PlainText.Line> paragraphs(List<List<String>> pages, Set<String> running) {
        List<PlainText.Line> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int begun = 1;
        for (int page = 0; page < pages.size(); page++) {
            for (String line : pages.get(page)) {
                if (furniture(line.replace(PARAGRAPH, ""), running)) continue;
                if (open.isEmpty()) begun = page + 1;
                PlainText.join(open, line.replace(PARAGRAPH, "").strip());
                if (line.endsWith(PARAGRAPH)) close(open, begun, paragraphs);
            }
        }
        close(open, begun, paragraphs);
        return paragraphs;
    }

    /** What begins small goes on where a page broke off. */
    private static void close(StringBuilder open, int page, List<PlainText.Line> paragraphs) {
        String paragraph = Decoding.clean(open.toString()).strip();
        open.setLength(0);
        if (paragraph.isEmpty()) return;
        PlainText.Line before = paragraphs.isEmpty() ? null : paragraphs.getLast();
        if (before != null && Character.isLowerCase(paragraph.charAt(0)) && !ENDS.matcher(before.text()).matches()) {
            StringBuilder whole = new StringBuilder(before.text());
            PlainText.join(whole, paragraph);
            paragraphs.set(paragraphs.size() - 1, new PlainText.Line(whole.toString(), before.place()));
        } else paragraphs.add(new PlainText.Line(paragraph, "page " + page));
    }

    /** What the document states of itself where its text does not. The day a file was made is not when the article was published. */
    private static TitlePage titlePage(TitlePage read, PDDocumentInformation stated) {
        return new TitlePage().offer(TitlePage.Item.TITLE, stated.getTitle(), "document properties").offerAll(read).offer(TitlePage.Item.AUTHOR, stated.getAuthor(), "document properties");
    }
}
