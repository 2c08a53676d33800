package ibid.read.office;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.article.Mention;
import ibid.read.TestArticles;
import java.io.ByteArrayOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Word files as written by other programs. */
class WordFormatTest {

    /**
     * As a German Word writes it: styles by local ids, tracked deletions, an endnote, a content control, a text box and
     * a link.
     */
    @Test
    void aWordFileKeepsWhatIsInsertedBoxedControlledAndNotedAndNothingThatWasDeleted() throws Exception {
        byte[] bytes;
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            String link = document.getPackagePart()
                    .addExternalRelationship(
                            "https://customs.example/report",
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink")
                    .getId();
            var styles = document.createStyles();
            for (String[] style : new String[][] {{"berschrift1", "heading 1"}, {"Beschriftung", "caption"}}) {
                var ct = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory.newInstance();
                ct.setStyleId(style[0]);
                ct.addNewName().setVal(style[1]);
                styles.addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(ct));
            }
            document.createEndnotes();
            document.createEndnote().createParagraph().createRun().setText("Interview, 2 May 2024.");
            String w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationship"
                    + "s\"";
            String body = "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr><w:r><w:t>Costs</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t xml:space=\"preserve\">The toll is </w:t></w:r><w:del "
                    + "w:id=\"1\"><w:r><w:delText>ninety</w:delText></w:r></w:del><w:ins "
                    + "w:id=\"2\"><w:r><w:t>forty</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve"
                    + "\"> crowns, as the </w:t></w:r>"
                    + "<w:hyperlink r:id=\"" + link
                    + "\"><w:r><w:t>customs report</w:t></w:r></w:hyperlink><w:r><w:t "
                    + "xml:space=\"preserve\"> says.</w:t></w:r><w:r><w:endnoteReference "
                    + "w:id=\""
                    + document.getEndnotes().getLast().getId() + "\"/></w:r>"
                    + "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Box: it was built in "
                    + "1911.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
                    + "<w:sdt><w:sdtContent><w:p><w:r><w:t>It rose by </w:t></w:r><w:sdt><w:sdtCont"
                    + "ent><w:r><w:t>seven crowns</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> "
                    + "in spring.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
                    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Norland</w:t></w:r></w:p></w:tc><w:tc><w:p"
                    + "/></w:tc><w:tc><w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                    + "<w:p><w:pPr><w:pStyle w:val=\"Beschriftung\"/></w:pPr><w:r><w:t>Table "
                    + "1: Frigates</w:t></w:r></w:p>";
            document.getDocument()
                    .setBody(org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocument1.Factory.parse(
                                    "<xml-fragment " + w + "><w:body>" + body + "</w:body></xml-fragment>")
                            .getBody());
            document.write(out);
            bytes = out.toByteArray();
        }
        Article article = TestArticles.read("costs.docx", bytes);
        assertThat(article.text().value())
                .isEqualTo("Costs\n\nThe toll is forty crowns, as the customs report says.\n\nBox: "
                        + "it was built in 1911.\n\nIt rose by seven crowns in spring.\n\nNorland "
                        + "| | 14\n\nTable 1: Frigates");
        assertThat(article.blocks())
                .extracting(Block::kind)
                .containsExactly(
                        Block.Kind.HEADING,
                        Block.Kind.PARAGRAPH,
                        Block.Kind.PARAGRAPH,
                        Block.Kind.PARAGRAPH,
                        Block.Kind.ROW,
                        Block.Kind.CAPTION);
        assertThat(article.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("Interview, 2 May 2024."));
        assertThat(article.annotations().mentions())
                .extracting(Mention::url)
                .containsExactly("https://customs.example/report");
    }
}
