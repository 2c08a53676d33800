package ibid.read.pdf;

import ibid.IbidException;
import ibid.read.bytes.Decoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Reads pages that are only pictures with the program Tesseract, where it is installed. It uses the languages whose
 * packages are.
 */
final class PictureText {

    static final String MEND =
            "install tesseract-ocr and the package of its language, such as tesseract-ocr-deu, and it "
                    + "is read; or save it with text recognition";

    static final int MAX_PAGES = 40; // a page takes some seconds

    private static final String PROGRAM = "tesseract";
    private static final Duration MAX_TIME = Duration.ofSeconds(60); // for one page
    private static final int MAX_LANGUAGES = 4; // each takes its time
    private static final float DOTS_PER_INCH = 300; // what Tesseract's manual asks for
    private static final float POINTS_PER_INCH = 72;
    private static final float MAX_PIXELS = 20_000_000; // of a page: A4 has nine million
    private static final float TEXT_SIZE = 10; // points; the sizes of the letters are not known
    private static final int PAGE_POINTS = 500; // the width that a recognised line counts as having

    private final Path program;

    PictureText(Path program) {
        this.program = program;
    }

    /** The program on this machine's path, if it is there. */
    static Optional<PictureText> installed() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path program = folder.isEmpty() ? null : Path.of(folder, PROGRAM);
            if (program != null && Files.isExecutable(program)) {
                return Optional.of(new PictureText(program));
            }
        }
        return Optional.empty();
    }

    /** The lines of a page; each empty line ends a paragraph. */
    List<PdfLines.Line> of(PDDocument document, int page) throws IOException {
        PDRectangle box = document.getPage(page).getCropBox();
        double points = Math.max(1, box.getWidth() * box.getHeight());
        double most = Math.sqrt(MAX_PIXELS / points) * POINTS_PER_INCH;
        BufferedImage picture = new PDFRenderer(document)
                .renderImageWithDPI(page, (float) Math.min(DOTS_PER_INCH, most), ImageType.GRAY);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        String text = run(List.of(program.toString(), "stdin", "stdout", "-l", languages()), png.toByteArray());
        return lines(text.split("\\R"));
    }

    private static List<PdfLines.Line> lines(String[] recognised) {
        List<PdfLines.Line> lines = new ArrayList<>();
        for (int i = 0; i < recognised.length; i++) {
            String words = Decoder.clean(recognised[i]).strip();
            boolean ends = i + 1 == recognised.length || recognised[i + 1].isBlank();
            if (!words.isEmpty()) {
                PdfLines.Place place = new PdfLines.Place(i * TEXT_SIZE, 0, PAGE_POINTS);
                lines.add(new PdfLines.Line(words, TEXT_SIZE, ends, false, false, place));
            }
        }
        return lines;
    }

    /** The installed languages, as the program names them: "eng+deu". */
    private String languages() {
        List<String> names = new ArrayList<>();
        for (String name :
                run(List.of(program.toString(), "--list-langs"), new byte[0]).split("\\R")) {
            boolean isLanguage = name.matches("\\w{2,20}") && !name.equals("osd"); // that one tells how a page lies
            if (isLanguage && names.size() < MAX_LANGUAGES) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            throw new IbidException(IbidException.Code.INVALID, "tesseract has no language: " + MEND);
        }
        return String.join("+", names);
    }

    private static String run(List<String> command, byte[] input) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> all(process));
            try (OutputStream to = process.getOutputStream()) {
                to.write(input);
            }
            if (!process.waitFor(MAX_TIME.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IbidException(IbidException.Code.BUSY, "tesseract did not read a page of it in time");
            }
            return new String(output.join(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IbidException(IbidException.Code.BUSY, "tesseract does not run: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IbidException(IbidException.Code.BUSY, "stopped while tesseract read it", stopped);
        }
    }

    private static byte[] all(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException ended) {
            return new byte[0];
        }
    }
}
