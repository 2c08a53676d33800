package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.read.office.EpubContentTest;
import ibid.read.office.WordPackage;
import ibid.read.pdf.PdfPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same numbers, units and formulas, written in every format, are read as the same characters. */
class NumbersAcrossFormatsTest {

    /** Words, and how they are set: raised, lowered or on the line. */
    private record Part(String words, int raise) {}

    private static final List<Part> SOURCE = List.of(
            new Part("The channel holds 4.98 × 10", 0),
            new Part("5", 1),
            new Part(" tonnes of silt on 12 km", 0),
            new Part("2", 1),
            new Part(", a rate of 3 × 10", 0),
            new Part("-3", 1),
            new Part(" a year; CO", 0),
            new Part("2", -1),
            new Part(" fell by ½ and −7 per cent.", 0));
    private static final String READ =
            "The channel holds 4.98 × 10⁵ tonnes of silt on 12 km², a rate of 3 × 10⁻³ a year; "
                    + "CO₂ fell by ½ and −7 per cent.";

    private static String markup() {
        StringBuilder html = new StringBuilder();
        for (Part part : SOURCE) {
            String tag = part.raise() > 0 ? "sup" : "sub";
            html.append(part.raise() == 0 ? part.words() : "<" + tag + ">" + part.words() + "</" + tag + ">");
        }
        return html.toString();
    }

    private static byte[] word() {
        String[] runs = SOURCE.stream()
                .map(part -> {
                    String align = part.raise() > 0 ? "superscript" : "subscript";
                    String properties = part.raise() == 0 ? "" : "<w:vertAlign w:val=\"" + align + "\"/>";
                    return WordPackage.run(part.words(), properties);
                })
                .toArray(String[]::new);
        return new WordPackage(WordPackage.paragraph(runs)).bytes();
    }

    private static byte[] pdf() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.begin();
            pages.line(7, "");
            for (Part part : SOURCE) {
                boolean onLine = part.raise() == 0;
                pages.shifted(onLine ? 7 : 5, 2 * part.raise(), part.words().replace('−', '-'));
            }
            return pages.bytes();
        }
    }

    @Test
    void numbersNeverChange() throws IOException {
        String page = "<html><body><article><p>" + markup() + "</p></article></body></html>";
        List<Article> articles = List.of(
                TestArticles.read("a.html", page.getBytes(StandardCharsets.UTF_8)),
                TestArticles.read("a.md", markup()),
                TestArticles.read("a.docx", word()),
                TestArticles.read("a.epub", EpubContentTest.epub(List.of("<p>" + markup() + "</p>"))),
                TestArticles.read("a.pdf", pdf()));
        for (Article article : articles) {
            String read = article.text().value();
            assertThat(article.file().endsWith(".pdf") ? read.replace("-7", "−7") : read) // the font has no minus sign
                    .as(article.file())
                    .isEqualTo(READ);
            assertThat(article.notes()).as(article.file()).isEmpty();
        }
    }

    @Test
    void aFormulasFractionKeepsItsStroke() {
        String fraction =
                "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f>"
                        + "<m:r><m:t>x</m:t></m:r><m:sSup><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>";
        byte[] file = new WordPackage(
                        WordPackage.paragraph(WordPackage.run("It fell to 2"), fraction, WordPackage.run(" of all.")))
                .bytes();
        assertThat(TestArticles.read("a.docx", file).text().value()).isEqualTo("It fell to 2 1/3x² of all.");
    }
}
