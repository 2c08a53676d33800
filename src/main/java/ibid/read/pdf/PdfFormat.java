package ibid.read.pdf;

import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import ibid.read.bytes.UnpackedSize;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.Endnotes;
import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.StatedTitle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
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

    private final Optional<PictureText> pictureText;

    public PdfFormat() {
        this(PictureText.installed());
    }

    PdfFormat(Optional<PictureText> pictureText) {
        this.pictureText = pictureText;
    }

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
            PdfLines.Read read = withPictures(document, PdfLines.of(document));
            if (GarbledText.is(read.pages(), read.unmapped())) {
                throw notRead(
                        "its letters make no words, as where fonts do not say which letters they show; print it to a"
                                + " new PDF with text recognition");
            }
            return manuscript(document.getDocumentInformation(), read);
        } catch (InvalidPasswordException locked) {
            throw notRead("it is encrypted; save it without a password");
        } catch (IOException broken) {
            throw notRead(
                    "the PDF is broken: " + String.valueOf(broken.getMessage()).replaceFirst("^Error: ", ""));
        }
    }

    /** With the text of the pages that are only pictures, if it can be recognised; else they are listed as left out. */
    private PdfLines.Read withPictures(PDDocument document, PdfLines.Read read) throws IOException {
        List<List<PdfLines.Line>> pages = new ArrayList<>(read.pages());
        List<String> removed = new ArrayList<>(read.removed());
        int recognised = 0;
        for (int i = 0; i < pages.size(); i++) {
            if (!read.isPicture(i)) {
                continue;
            }
            if (pictureText.isPresent() && recognised++ < PictureText.MAX_PAGES) {
                pages.set(i, pictureText.get().of(document, i));
            } else {
                removed.add("page " + (i + 1) + " is a picture; its text was not read");
            }
        }
        return new PdfLines.Read(pages, removed, read.unmapped(), read.pictureShares());
    }

    private static Manuscript manuscript(PDDocumentInformation stated, PdfLines.Read read) {
        List<List<PdfLines.Line>> pages = read.pages();
        float body = bodySize(pages);
        LineJoiner lines = new LineJoiner(pages.stream().flatMap(List::stream).map(PdfLines.Line::text));
        Set<String> boilerplate = new LinkedHashSet<>(read.removed());
        SequencedMap<String, String> notes = Manuscript.noNotes();
        List<List<PdfLines.Line>> text =
                PdfNotes.take(RunningHeads.removeFrom(pages, body, boilerplate), body, lines, notes);
        List<Manuscript.Piece> paragraphs =
                withoutEndnotes(new PdfParagraphs(lines, body).of(text, boilerplate), notes);
        if (paragraphs.isEmpty()) {
            boolean isPicture = read.pictureShares().stream().anyMatch(share -> share >= PdfLines.MIN_PICTURE_SHARE);
            throw notRead(isPicture ? "its pages are pictures: " + PictureText.MEND : "it holds no text");
        }
        MetadataCollector page = PdfTitle.page(stated, PdfTitle.largest(pages, body, lines));
        Manuscript manuscript = Byline.takeFrom(new Manuscript(
                page,
                PdfTitle.without(paragraphs, page.get(MetadataCollector.Item.TITLE)),
                notes,
                List.copyOf(boilerplate)));
        page.offer(MetadataCollector.Item.TITLE, PdfTitle.firstLine(manuscript), "first line")
                .offer(MetadataCollector.Item.AUTHOR, StatedTitle.author(stated.getAuthor()), "document properties");
        return manuscript;
    }

    /** Takes the notes at the end; what stands above the running text, such as the names of authors, calls none. */
    private static List<Manuscript.Piece> withoutEndnotes(
            List<Manuscript.Piece> paragraphs, SequencedMap<String, String> notes) {
        int start = 0;
        while (start < paragraphs.size()
                && !PdfNotes.isProse(paragraphs.get(start).text())) {
            start++;
        }
        List<Manuscript.Piece> kept = new ArrayList<>(paragraphs.subList(0, start));
        kept.addAll(Endnotes.takePrinted(paragraphs.subList(start, paragraphs.size()), notes));
        return kept;
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
}
