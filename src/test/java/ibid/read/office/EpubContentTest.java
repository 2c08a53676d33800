package ibid.read.office;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Note;
import ibid.read.TestArticles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Books made here: what belongs to the printed page is no text, and what leads to a page is no note. */
public class EpubContentTest {

    private static final String FERRY = "The ferry Aurelia was sold to Bergen on Monday.";

    /** @param chapters what is within the body of each */
    public static byte[] epub(List<String> chapters) throws IOException {
        StringBuilder manifest = new StringBuilder(), spine = new StringBuilder();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < chapters.size(); i++) {
                manifest.append(
                        "<item id='c%1$d' href='c%1$d.xhtml' media-type='application/xhtml+xml'/>".formatted(i));
                spine.append("<itemref idref='c%d'/>".formatted(i));
                String page = "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
                        + "<head><title>Ferries</title></head><body>" + chapters.get(i) + "</body></html>";
                add(zip, "c" + i + ".xhtml", page);
            }
            add(
                    zip,
                    "META-INF/container.xml",
                    "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>");
            add(
                    zip,
                    "b.opf",
                    "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Ferries</dc:title>"
                            + "</metadata><manifest>" + manifest + "</manifest><spine>" + spine + "</spine></package>");
            zip.finish();
            return bytes.toByteArray();
        }
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Article read(String... chapters) throws IOException {
        return TestArticles.read("a.epub", epub(List.of(chapters)));
    }

    @Test
    void numbersOfPrintedPagesAndLinesAreNoText() throws IOException {
        Article article = read("<p>" + FERRY + " <span epub:type='pagebreak' id='p12'>12</span>It had lain there for "
                + "six years.</p><div role='doc-pagebreak'>13</div><p>The tide comes in, the tide goes out,"
                + "<span class='line-num'>10</span></p><p>and leaves the boats upon the sand."
                + "<span class='pagenum'>[Pg 14]</span></p><p>Of <span class='page'>12 boats</span> nine stayed.</p>");
        assertThat(article.text().value())
                .isEqualTo(FERRY + " It had lain there for six years.\n\nThe tide comes in, the tide goes out,\n\n"
                        + "and leaves the boats upon the sand.\n\nOf 12 boats nine stayed.");
    }

    @Test
    void aLinkToAPageIsNoNote() throws IOException {
        Article article = read(
                "<table><tr><td>Ferry</td><td>Facing p. <a href='c1.xhtml#p32'>32</a></td></tr></table>",
                "<p><a id='p32'></a>" + FERRY + "</p>");
        assertThat(article.text().value()).contains("Facing p. 32").contains(FERRY);
        assertThat(article.notes()).isEmpty();
    }

    @Test
    void eachOfFortyChaptersKeepsItsNoteOne() throws IOException {
        List<String> chapters = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            chapters.add("<p>In chapter " + i + " the board met in the old hall.<a id='r' href='#n'>1</a></p>"
                    + "<p>Nothing else was said that day.</p><p id='n'><a href='#r'>1</a>. Minutes, page " + i
                    + ".</p>");
        }
        Article article = TestArticles.read("a.epub", epub(chapters));
        assertThat(article.notes()).hasSize(40);
        for (int i = 0; i < 40; i++) {
            Note note = article.notes().get(i);
            assertThat(note.text()).isEqualTo("Minutes, page " + i + ".");
            int anchor = note.anchors().getFirst();
            assertThat(article.text().value().substring(0, anchor))
                    .endsWith("In chapter " + i + " the board met in the old hall.");
        }
    }
}
