package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Note;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same notes, written the same way, are found in every format. */
class NotesAcrossFormatsTest {

    private static final String FIRST =
            "The ferry Aurelia was sold to Bergen for two million crowns, the harbour office said.";
    private static final String SECOND =
            "Nobody else had made an offer for the old ship, which has lain there for six years.";

    private static List<String> lines(String call, String head) {
        List<String> lines = new ArrayList<>();
        lines.add(FIRST + call);
        lines.add(SECOND);
        lines.add("Notes");
        lines.add(head + " Harbour office, statement of 3 March 2025.");
        return lines;
    }

    private static byte[] word(List<String> lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String line : lines) {
                document.createParagraph().createRun().setText(line);
            }
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] page(List<String> lines) {
        String body = "<p>" + String.join("</p>\n<p>", lines) + "</p>";
        String page = "<html><head><title>Ferry</title></head><body><article>" + body + "</article></body></html>";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"[1],[1]", "¹,¹", "(1),(1)", "1,1.", "[1],1.", "¹,1)"})
    void oneNoteIsFoundInAll(String call, String head) throws IOException {
        List<String> lines = lines(call, head);
        byte[] text = String.join("\n\n", lines).getBytes(StandardCharsets.UTF_8);
        List<Article> articles = List.of(
                TestArticles.read("a.txt", text),
                TestArticles.read("a.md", text),
                TestArticles.read("a.html", page(lines)),
                TestArticles.read("a.docx", word(lines)));
        for (Article article : articles) {
            assertThat(article.text().value()).as(article.file()).isEqualTo(FIRST + "\n\n" + SECOND);
            assertThat(article.notesIn(article.sentences().getFirst()))
                    .as(article.file())
                    .extracting(Note::label, Note::text)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("1", "Harbour office, statement of 3 March 2025."));
        }
    }
}
