package ibid.answer.rank;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.language.WordList;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFormTest {

    @TempDir
    private Path folder;

    private static LineForm of(String line, Block.Kind block) {
        return LineForm.of(line, block);
    }

    @Test
    void furnitureOfThePageIsToldFromSentences() {
        assertThat(WordList.lines(LineFormTest.class, "line-form-cases.txt")).allSatisfy(row -> {
            int space = row.indexOf(' ');
            String line = row.substring(space + 1);
            assertThat(of(line, Block.Kind.PARAGRAPH)).as(line).hasToString(row.substring(0, space));
        });
    }

    @Test
    void aHeadingMayRunInItsParagraph() throws IOException {
        assertThat(firstOf("The harbour question. Nobody knows who paid for the pier."))
                .isEqualTo(LineForm.HEADING);
        assertThat(firstOf("France objected. Nobody knows who paid for the pier."))
                .isEqualTo(LineForm.SENTENCE);
        assertThat(firstOf("The harbour question.")).isEqualTo(LineForm.SENTENCE);
    }

    private LineForm firstOf(String paragraph) throws IOException {
        Files.writeString(folder.resolve("a.md"), paragraph);
        CorpusFile file = new CorpusFolder(folder).files().getFirst();
        Article article = new CorpusReader().read(file).toOptional().orElseThrow();
        return LineForm.of(article, article.sentences().getFirst());
    }

    @Test
    void theBlockDecidesWhereTheWordsDoNot() {
        assertThat(of("The ferry leaves Bergen at noon.", Block.Kind.CAPTION)).isEqualTo(LineForm.CAPTION);
        assertThat(of("Bergen", Block.Kind.ITEM)).isEqualTo(LineForm.SENTENCE);
        assertThat(of("700 staff, 300 of them American", Block.Kind.ROW)).isEqualTo(LineForm.SENTENCE);
        assertThat(of("Read more about the ferry", Block.Kind.ITEM)).isEqualTo(LineForm.PROMOTION);
    }
}
