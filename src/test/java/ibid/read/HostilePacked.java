package ibid.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Hostile PDF, Word and EPUB files, by name. */
final class HostilePacked {

    private static final String CONTAINER =
            "<container><rootfiles><rootfile full-path=\"a.opf\"/></rootfiles></container>";
    private static final String OPF =
            "<package><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xm"
                    + "l\"/></manifest><spine>%s</spine></package>";
    private static final String SPINE = "<itemref idref=\"a\"/>";
    private static final String BODY =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                    + "><w:body>%s</w:body></w:document>";
    private static final String PARAGRAPH = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>";

    private HostilePacked() {}

    static SequencedMap<String, Callable<byte[]>> files() {
        SequencedMap<String, Callable<byte[]>> files = new LinkedHashMap<>();
        files.put("bomb.docx", () -> word(BODY.formatted(PARAGRAPH.formatted("x".repeat(100 << 20)))));
        files.put(
                "bomb-beside.docx",
                () -> Hostile.zip(with(
                        parts(BODY.formatted(PARAGRAPH.formatted(Hostile.PROSE))),
                        "word/media/a.png",
                        new byte[400 << 20])));
        files.put(
                "bomb-in-a-bomb.docx",
                () -> Hostile.zip(with(
                        parts(BODY.formatted(PARAGRAPH.formatted(Hostile.PROSE))),
                        "word/embeddings/a.zip",
                        Hostile.zip(Map.of("b.zip", Hostile.zip(Map.of("c", new byte[50 << 20])))))));
        files.put("laughs.docx", () -> word(Hostile.laughs() + BODY.formatted(PARAGRAPH.formatted("&b9;"))));
        files.put(
                "outside-entity.docx",
                () -> word("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + BODY.formatted(PARAGRAPH.formatted("&x;"))));
        files.put(
                "deep-tables.docx",
                () -> word(BODY.formatted("<w:tbl><w:tr><w:tc>".repeat(20_000)
                        + PARAGRAPH.formatted("a")
                        + "</w:tc></w:tr></w:tbl>".repeat(20_000))));
        files.put("long-paragraph.docx", () -> word(BODY.formatted(PARAGRAPH.formatted("x".repeat(4 << 20)))));
        files.put(
                "many-paragraphs.docx",
                () -> word(BODY.formatted(PARAGRAPH.formatted(Hostile.PROSE)
                        + PARAGRAPH.formatted("A ferry.").repeat(100_000))));
        files.put(
                "many-runs.docx",
                () -> word(BODY.formatted("<w:p>" + "<w:r><w:t>a </w:t></w:r>".repeat(300_000) + "</w:p>")));
        files.put("encrypted.docx", HostilePacked::encryptedWord);
        files.put("bomb.epub", () -> epub(OPF.formatted(SPINE), " ".repeat(60 << 20)));
        files.put(
                "bomb-in-a-bomb.epub",
                () -> Hostile.zip(Map.of(
                        "META-INF/container.xml",
                        Hostile.bytes(CONTAINER),
                        "a.epub",
                        Hostile.zip(Map.of("b.epub", new byte[100 << 20])))));
        files.put(
                "laughs.epub",
                () -> epub(Hostile.laughs() + OPF.formatted(SPINE), Hostile.laughs() + "<p>&b9; " + Hostile.PROSE));
        files.put(
                "outside-entity.epub",
                () -> epub(
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + OPF.formatted(SPINE),
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x; " + Hostile.PROSE));
        files.put(
                "one-chapter-again.epub",
                () -> epub(OPF.formatted(SPINE.repeat(200_000)), "<p>" + Hostile.PROSE.repeat(20_000)));
        files.put("many-chapters.epub", () -> epub("<package><manifest>" + manifest(100_000), "<p>" + Hostile.PROSE));
        files.put("deep-package.epub", () -> epub("<a>".repeat(1_000_000), "<p>" + Hostile.PROSE));
        files.put("long-chapter.epub", () -> epub(OPF.formatted(SPINE), "<p>" + Hostile.PROSE.repeat(300_000)));
        files.put("ten-thousand-pages.pdf", () -> pdf(10_000, "", false));
        files.put("encrypted.pdf", () -> pdf(1, "BT /F 9 Tf (" + Hostile.PROSE + ") Tj ET", true));
        files.put("bomb.pdf", () -> pdf(1, " ".repeat(300 << 20), false));
        files.put("twice-packed-bomb.pdf", () -> twicePacked());
        files.put("forms-in-forms.pdf", HostilePacked::formsInForms);
        files.put("endless-line.pdf", () -> pdf(1, "BT /F 9 Tf (" + "x".repeat(4 << 20) + ") Tj ET", false));
        files.put("one-page-again.pdf", () -> pdf(200, "BT /F 9 Tf (" + Hostile.PROSE.repeat(500) + ") Tj ET", false));
        files.put("deep-array.pdf", () -> pdf(1, "[".repeat(1_000_000) + "] TJ", false));
        files.put(
                "deep-trailer.pdf",
                () -> Hostile.bytes(
                        "%PDF-1.7\n1 0 obj\n" + "[".repeat(1_000_000) + "\nendobj\ntrailer\n<</Root 1 0 R>>\n"));
        files.put(
                "deep-dictionary.pdf",
                () -> Hostile.bytes(
                        "%PDF-1.7\n1 0 obj\n" + "<</a ".repeat(1_000_000) + "\nendobj\ntrailer\n<</Root 1 0 R>>\n"));
        files.put("picture.pdf", () -> new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0});
        files.put("pdf.txt", () -> pdf(1, "BT ET", false));
        files.put("zip.docx", () -> Hostile.zip(Map.of("a.txt", Hostile.bytes(Hostile.PROSE))));
        files.put("program.html", () -> Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 5000));
        files.put("word.epub", () -> word(BODY.formatted(PARAGRAPH.formatted(Hostile.PROSE))));
        files.put("zeros.pdf", () -> new byte[1 << 20]);
        return files;
    }

    static byte[] good(String ending) throws IOException {
        return switch (ending) {
            case "pdf" -> pdf(1, "BT /F 9 Tf 60 700 Td (" + Hostile.PROSE + ") Tj ET", false);
            case "docx" -> word(BODY.formatted(PARAGRAPH.formatted(Hostile.PROSE)));
            default -> epub(OPF.formatted(SPINE), "<p>" + Hostile.PROSE + "</p>");
        };
    }

    private static String manifest(int items) {
        StringBuilder manifest = new StringBuilder();
        for (int i = 0; i < items; i++) {
            manifest.append("<item id=\"a")
                    .append(i)
                    .append("\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/>");
        }
        manifest.append("</manifest><spine>");
        for (int i = 0; i < items; i++) {
            manifest.append("<itemref idref=\"a").append(i).append("\"/>");
        }
        return manifest + "</spine></package>";
    }

    private static byte[] epub(String opf, String chapter) {
        return Hostile.zip(Map.of(
                "META-INF/container.xml",
                Hostile.bytes(CONTAINER),
                "a.opf",
                Hostile.bytes(opf),
                "a.xhtml",
                Hostile.bytes(chapter)));
    }

    private static byte[] word(String document) throws IOException {
        return Hostile.zip(parts(document));
    }

    private static Map<String, byte[]> parts(String document) {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><D"
                + "efault Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.r"
                + "elationships+xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Defau"
                + "lt Extension=\"zip\" ContentType=\"application/zip\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
                + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Ty"
                + "pes>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationsh"
                + "ips\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocu"
                + "ment/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relatio"
                + "nships>";
        return with(
                with(Map.of("[Content_Types].xml", Hostile.bytes(types)), "_rels/.rels", Hostile.bytes(relations)),
                "word/document.xml",
                Hostile.bytes(document));
    }

    private static Map<String, byte[]> with(Map<String, byte[]> files, String name, byte[] bytes) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(name, bytes);
        return more;
    }

    private static byte[] encryptedWord() throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                XWPFDocument document = new XWPFDocument()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container)) {
                document.write(out);
            }
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] pdf(int pages, String content, boolean locked) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDStream stream = new PDStream(
                    document, new java.io.ByteArrayInputStream(Hostile.bytes(content)), COSName.FLATE_DECODE);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                page.setContents(stream);
                page.setResources(resources);
                document.addPage(page);
            }
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] twicePacked() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            COSArray twice = new COSArray();
            twice.add(COSName.FLATE_DECODE);
            twice.add(COSName.FLATE_DECODE);
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream(twice)) {
                for (int i = 0; i < 300; i++) {
                    out.write(new byte[1 << 20]);
                }
            }
            PDPage page = new PDPage();
            page.setContents(new PDStream(stream));
            document.addPage(page);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Each of twelve forms draws the next one ten times. */
    private static byte[] formsInForms() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDFormXObject inner = null;
            for (int i = 0; i < 12; i++) {
                PDFormXObject form = new PDFormXObject(document);
                PDResources resources = new PDResources();
                if (inner != null) {
                    resources.put(COSName.getPDFName("X"), inner);
                }
                form.setResources(resources);
                try (var out = form.getStream().createOutputStream()) {
                    out.write(Hostile.bytes(inner == null ? "q Q" : "/X Do ".repeat(10)));
                }
                inner = form;
            }
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(inner);
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
