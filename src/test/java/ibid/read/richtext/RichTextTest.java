package ibid.read.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.read.TestArticles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Rich Text Format and OpenDocument text: the same article in both. */
class RichTextTest {

    private static final String RTF = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title Mill sold}"
            + "{\\author Ada Holm}}{\\header Orve Gazette\\par}\n"
            + "\\pard The mill at Orve was sold for 9 \\'d7 10{\\super 3} crowns."
            + "{\\footnote \\pard Deed of 3 May 2018.} "
            + "{\\v Hidden words here.}{\\strike Struck words.}It has caf\\u233?s.\\par\n"
            + "{\\pard\\outlinelevel1 What follows\\par}\\pard They will pay \\emdash  over ten years.\\par\n"
            + "\\trowd\\intbl 2017\\cell 4\\cell\\row\\pard {\\*\\unknown Not read.}The end is near.\\par}";

    private static final String ODT = "<?xml version='1.0'?><office:document-content><office:automatic-styles>"
            + "<style:style style:name='T1'><style:text-properties style:text-position='super 58%'/></style:style>"
            + "<style:style style:name='T2'><style:text-properties text:display='none'/></style:style>"
            + "<style:style style:name='T3'><style:text-properties style:text-line-through-style='solid'/>"
            + "</style:style><style:style style:name='T4'><style:text-properties fo:color='#ffffff'/></style:style>"
            + "</office:automatic-styles><office:body><office:text><text:tracked-changes><text:p>Deleted.</text:p>"
            + "</text:tracked-changes><text:p>The mill at Orve was sold for 9 × 10<text:span text:style-name='T1'>3"
            + "</text:span> crowns.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
            + "Deed of 3 May 2018.</text:p></text:note-body></text:note> <text:span text:style-name='T2'>Hidden words "
            + "here.</text:span><text:span text:style-name='T3'>Struck words.</text:span>It has cafés.</text:p>"
            + "<text:h text:outline-level='2'>What follows</text:h>"
            + "<text:p>They will pay<text:s/>— over ten years.<text:span text:style-name='T4'>White words.</text:span>"
            + "</text:p><text:p text:style-name='T2'>Hidden line.</text:p>"
            + "<table:table><table:table-row><table:table-cell>"
            + "<text:p><text:span text:style-name='T4'>2017</text:span></text:p></table:table-cell>"
            + "<table:table-cell>"
            + "<text:p>4</text:p></table:table-cell></table:table-row></table:table><text:p>The end is near.</text:p>"
            + "</office:text></office:body></office:document-content>";

    private static final String META = "<office:document-meta><office:meta><dc:title>Mill sold</dc:title>"
            + "<meta:initial-creator>Ada Holm</meta:initial-creator></office:meta></office:document-meta>";

    private static byte[] odt(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String[] part : new String[][] {{"content.xml", content}, {"meta.xml", META}}) {
                zip.putNextEntry(new ZipEntry(part[0]));
                zip.write(part[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void assertIsTheArticle(Article article) {
        assertThat(article.imprint().title()).isEqualTo("Mill sold");
        assertThat(article.imprint().author()).isEqualTo("Ada Holm");
        List<String> lines = article.blocks().stream()
                .map(block -> block.kind() + " " + article.text().slice(block.span()))
                .toList();
        assertThat(lines)
                .containsExactly(
                        Block.Kind.PARAGRAPH + " The mill at Orve was sold for 9 × 10³ crowns. It has cafés.",
                        Block.Kind.HEADING + " What follows",
                        Block.Kind.PARAGRAPH + " They will pay — over ten years.",
                        Block.Kind.ROW + " 2017 | 4",
                        Block.Kind.PARAGRAPH + " The end is near.");
        assertThat(article.annotations().notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Deed of 3 May 2018.");
            assertThat(note.anchors()).containsExactly("The mill at Orve was sold for 9 × 10³ crowns.".length());
        });
        assertThat(String.join(" ", article.annotations().removed())).contains("Hidden words", "Struck words");
    }

    @Test
    void richTextIsReadWithItsNotesAndProperties() {
        assertIsTheArticle(TestArticles.read("a.rtf", RTF));
    }

    @Test
    void openDocumentTextIsReadWithItsNotesAndProperties() throws IOException {
        assertIsTheArticle(TestArticles.read("a.odt", odt(ODT)));
    }

    @Test
    void aTextBoxIsReadAfterTheParagraphThatHoldsIt() throws IOException {
        String box = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>";
        Article article = TestArticles.read("a.odt", odt(ODT.replace("The end is near.", box + "The end is near.")));
        assertThat(article.text().value()).endsWith("The end is near.\n\nIn a box.");
        String nested = box.replace("In a box.", box + "Outer box.");
        assertThat(TestArticles.read("a.odt", odt(ODT.replace("The end is near.", nested + "The end is near.")))
                        .text()
                        .value())
                .endsWith("The end is near.\n\nOuter box.\n\nIn a box.");
    }
}
