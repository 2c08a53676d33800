package ibid.read.entries;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of articles, a row each. */
class RowFormatTest {

    private static final String COLUMNS = "id,Title,text,date,url,Größe\n";
    private static final String FERRY =
            "7,Ferry sold,\"The ferry \"\"Aurelia\"\" was sold, for 3.4 million.\n\nIts buyer is the town of Orve.\","
                    + "2024-09-03,https://courier.example/2024/ferry-sold.html,3\n";
    private static final String GATE = "8,Gate shut,A gate of 5\" steel was shut on Sunday.,2024-09-04,,\n";

    @Test
    void eachRowIsAnArticleWithWhatItsColumnsState() {
        ReadEntries read = ReadEntries.of("export.csv", "\uFEFF" + COLUMNS + FERRY + GATE);
        Article ferry = read.articles().getFirst();
        assertThat(ferry.text().value())
                .isEqualTo("The ferry \"Aurelia\" was sold, for 3.4 million.\n\nIts buyer is the town of Orve.");
        assertThat(ferry.imprint().title()).isEqualTo("Ferry sold");
        assertThat(ferry.imprint().published()).isEqualTo("2024-09-03");
        assertThat(ferry.imprint().url()).endsWith("ferry-sold.html");
        assertThat(ferry.id().value()).startsWith("export-csv-ferry-sold-");
        assertThat(read.articles().get(1).text().value()).isEqualTo("A gate of 5\" steel was shut on Sunday.");
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void otherSignsMaySeparateTheColumns(String sign) {
        String table = "title,content\nFerry sold,Orve bought it.\n".replace(",", sign);
        assertThat(ReadEntries.of("export.csv", table).only().imprint().title()).isEqualTo("Ferry sold");
    }

    @Test
    void aTableFromWindowsIsReadInItsCharset() {
        byte[] table = "title;text\r\nFähre verkauft;Die Fähre gehört nun der Stadt Orve.\r\n"
                .getBytes(Charset.forName("windows-1252"));
        Article ferry = ReadEntries.of("export.csv", table).only();
        assertThat(ferry.imprint().title()).isEqualTo("Fähre verkauft");
        assertThat(ferry.text().value()).isEqualTo("Die Fähre gehört nun der Stadt Orve.");
    }

    @Test
    void aRowWithoutTextIsNamedAndTheOthersAreRead() {
        ReadEntries read = ReadEntries.of("export.csv", COLUMNS + "6,No text,,,,\n,,,,,\n" + GATE + GATE);
        assertThat(read.titles()).containsExactly("Gate shut");
        assertThat(read.problems()).containsExactly("row 2: it has no text", "row 5: the same as an entry before it");
    }

    @Test
    void aTableOfFiguresIsNoTableOfArticles() {
        assertThat(ReadEntries.of("prices.csv", "day,price\n2024-09-03,3.4\n").problems())
                .containsExactly("it is no table of articles: its first line names no column "
                        + "text, content, body, articleBody or html, or at least a description");
    }

    @Test
    void aRowThatBreaksOffGivesWhatIsThere() {
        assertThat(ReadEntries.of("export.csv", COLUMNS + FERRY + "9,Mill,\"The mill was so")
                        .titles())
                .containsExactly("Ferry sold", "Mill");
    }
}
