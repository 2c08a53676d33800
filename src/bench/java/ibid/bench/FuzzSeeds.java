package ibid.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * The seeds for fuzzing one reader.
 *
 * @param files valid files, to be damaged
 * @param words keywords of the format
 */
record FuzzSeeds(List<byte[]> files, List<String> words) {

    private static final Path CORPUS = Path.of("corpus");
    private static final Path PAGES = LabelledSet.DATA.resolve("extraction/html");
    private static final int MAX_SEED_BYTES = 200_000; // larger files only make fuzzing slower
    private static final String PROSE =
            "The ferry Aurelia was sold to Bergen for two million crowns on 3 March 2025, the harbour master "
                    + "Anna Berg told Reuters on Monday. She had waited nine years for a buyer, and the town had "
                    + "waited with her through two elections and a strike.";
    private static final String PAGE = "<html lang=en><head><title>Ferries</title><meta property=\"og:site_name\" "
            + "content=\"Gazette\"><script "
            + "type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"NewsArtic"
            + "le\",\"headline\":\"Ferries\",\"datePublished\":\"2025-03-03\",\"author\":[{\"name\":\"A. "
            + "Writer\"}],\"keywords\":\"a, b\"}]}</script></head>"
            + "<body><nav>Home</nav><article class=article-body><h1>Ferries</h1><p>" + PROSE
            + "<a href=\"#n1\">1</a></p><blockquote><p>" + PROSE
            + "</p></blockquote><table><tr><td>a</td><td>b</td></tr></table><ul><li><a "
            + "href=\"https://a.b/c\">there</a></ul><p id=n1>1. Harbour office, statement, 3 March "
            + "2025.</p></article><footer>© 2025 Gazette</footer></body></html>";

    static FuzzSeeds of(String reader) throws IOException {
        List<byte[]> files = new ArrayList<>();
        switch (reader) {
            case "html" -> {
                files.add(PAGE.getBytes(StandardCharsets.UTF_8));
                files.addAll(pages());
            }
            case "markdown", "text" -> {
                files.add(("---\ntitle: Ferries\nauthor: [A, B]\npublished: 2025-03-03\n---\n\n# Ferries\n\n" + PROSE
                                + "[^1]\n\n> " + PROSE
                                + "\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: Harbour office, "
                                + "[statement](https://a.b/c).\n")
                        .getBytes(StandardCharsets.UTF_8));
                files.add(("Home\nWorld\n\nFerries\n\nBy Anna Berg\n3 March 2025\n\n" + PROSE + "[1]\n\n" + PROSE
                                + "\n\n[1] Harbour office, statement.\n© 2025 Gazette\n")
                        .getBytes(StandardCharsets.UTF_8));
                files.addAll(own());
            }
            case "pdf" -> files.addAll(List.of(pdf(1), pdf(5)));
            case "docx" -> files.addAll(List.of(word(1), word(20)));
            case "epub" -> files.addAll(List.of(epub(1), epub(4)));
            default -> throw new IllegalArgumentException("no reader " + reader);
        }
        List<String> words = new ArrayList<>(FuzzWords.ANY);
        words.addAll(
                switch (reader) {
                    case "html", "epub" ->
                        Stream.concat(
                                        FuzzWords.HTML.stream(),
                                        reader.equals("epub") ? FuzzWords.XML.stream() : Stream.of())
                                .toList();
                    case "pdf" -> FuzzWords.PDF;
                    case "docx" -> FuzzWords.XML;
                    default -> FuzzWords.MARKDOWN;
                });
        return new FuzzSeeds(List.copyOf(files), List.copyOf(words));
    }

    private static List<byte[]> own() throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(CORPUS)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.add(Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** The labelled pages of the shared data, if present. */
    private static List<byte[]> pages() throws IOException {
        List<byte[]> pages = new ArrayList<>();
        if (!Files.isDirectory(PAGES)) {
            return pages;
        }
        try (Stream<Path> paths = Files.list(PAGES)) {
            for (Path path : paths.filter(path -> path.toString().endsWith(".gz"))
                    .sorted()
                    .toList()) {
                try (InputStream packed = new GZIPInputStream(Files.newInputStream(path))) {
                    byte[] page = packed.readAllBytes();
                    if (page.length <= MAX_SEED_BYTES) {
                        pages.add(page);
                    }
                }
            }
        }
        return pages;
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content =
                        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, pages > 1)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                    content.newLineAtOffset(60, 720);
                    content.showText("Gazette 3 March 2025");
                    for (String line : PROSE.split("(?<=,)")) {
                        content.newLineAtOffset(0, -14);
                        content.showText(line);
                    }
                    content.endText();
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] word(int paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle("Ferries");
            for (int i = 0; i < paragraphs; i++) {
                XWPFFootnote footnote = document.createFootnote();
                footnote.createParagraph().createRun().setText("Harbour office, statement.");
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.createRun().setText(PROSE);
                paragraph.addFootnoteReference(footnote);
                document.createTable(1, 2).getRow(0).getCell(0).setText("Price");
            }
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] epub(int chapters) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path=\"a/a.opf\"/></rootfiles></container>"
                        .getBytes(StandardCharsets.UTF_8));
        StringBuilder items = new StringBuilder(), spine = new StringBuilder();
        for (int i = 0; i < chapters; i++) {
            items.append("<item id=\"c")
                    .append(i)
                    .append("\" href=\"c")
                    .append(i)
                    .append(".xhtml\" media-type=\"application/xhtml+xml\"/>");
            spine.append("<itemref idref=\"c").append(i).append("\"/>");
            files.put("a/c" + i + ".xhtml", PAGE.getBytes(StandardCharsets.UTF_8));
        }
        files.put(
                "a/a.opf",
                ("<package "
                                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>Ferries</dc:title>"
                                + "<dc:date>2025-03-03</dc:date></metadata><manifest>"
                                + items + "</manifest><spine>" + spine + "</spine></package>")
                        .getBytes(StandardCharsets.UTF_8));
        return Damage.packed(files);
    }
}
