package ibid.answer.rank;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Block;
import ibid.language.WordList;
import org.junit.jupiter.api.Test;

class LineFormTest {

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
    void theBlockDecidesWhereTheWordsDoNot() {
        assertThat(of("The ferry leaves Bergen at noon.", Block.Kind.CAPTION)).isEqualTo(LineForm.CAPTION);
        assertThat(of("Bergen", Block.Kind.ITEM)).isEqualTo(LineForm.SENTENCE);
        assertThat(of("700 staff, 300 of them American", Block.Kind.ROW)).isEqualTo(LineForm.SENTENCE);
        assertThat(of("Read more about the ferry", Block.Kind.ITEM)).isEqualTo(LineForm.PROMOTION);
    }
}
