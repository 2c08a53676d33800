package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.read.TestArticles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The structure of a page's text: block borders, rows, lists, characters. */
class PageWalkerTest {

    private static final String ONE =
            "<p>The ferry Aurelia was sold to Bergen for two million crowns, the harbour office said on Monday.</p>";

    private static Article read(String body) {
        return TestArticles.read(
                "a.html",
                ("<html><head><title>Ferry sold</title></head><body><main>" + body + "</main></body></html>"));
    }

    private static List<String> blocks(String body) {
        Article article = read(body);
        return article.blocks().stream()
                .map(block -> article.text().slice(block.span()))
                .toList();
    }

    @Test
    void cellsKeepTheirColumns() {
        assertThat(blocks(ONE
                        + "<table><tr><th></th><th>Frigates</th><th>Tugs</th></tr><"
                        + "tr><td><p>Norland</p></td><td><p>14</p></td><td><p>6</p>"
                        + "</td></tr><tr><td>Sudland</td><td></td><td>4</td></tr></"
                        + "table>"))
                .containsSubsequence("| Frigates | Tugs", "Norland | 14 | 6", "Sudland | | 4");
    }

    @Test
    void aTableThatLaysOutThePageHasNoRows() {
        String cell = ONE
                + ONE.replace("Aurelia", "Borealis")
                + ONE.replace("Aurelia", "Corona")
                + ONE.replace("Aurelia", "Daphne")
                + ONE.replace("Aurelia", "Europa");
        assertThat(read("<table><tr><td><a href='/'>Home</a></td><td>" + cell + "</td></tr></table>")
                        .blocks())
                .hasSize(5)
                .extracting(Block::kind)
                .containsOnly(Block.Kind.PARAGRAPH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ferry that was sold to Bergen on Monday of last week<br>had lain "
                        + "in the harbour for six years. | 1",
                "The ferry was sold to Bergen on Monday morning.<br>She had lain in the harbour for six years. | 2",
                "The ferry that was sold to Bergen on Monday of last week<br><br>had "
                        + "lain in the harbour for six years. | 2",
                "To the harbour master<br>The ferry was sold to Bergen on Monday morning. | 2"
            })
    void aLineBreakIsABorderOnlyWhereNoSentenceRunsOn(String lines, int blocks) {
        assertThat(blocks(ONE + "<p>" + lines + "</p>" + ONE.replace("Aurelia", "Borealis")))
                .hasSize(blocks + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It stood at 1950<sup>5</sup> units of CO<sub>2</sub> in all. | It stood at 1950⁵ units of CO₂ in all.",
                "She said <q>no</q> to them all. | She said “no” to them all.",
                "The 1<sup>st</sup> of her kind sank. | The 1st of her kind sank.",
                "The plan <del>of forty ships</del> was dropped. | The plan was dropped.",
                "In <ruby>東京<rt>とうきょう</rt></ruby> the ferry was sold. | In 東京 the ferry was sold."
            })
    void signsAreWrittenAsTheyAreRead(String html, String read) {
        assertThat(blocks(ONE + "<p>" + html + "</p>" + ONE.replace("Aurelia", "Borealis"))
                        .get(1))
                .isEqualTo(read);
    }

    @Test
    void theListsRoundAnArticleAreItsOwn() {
        assertThat(blocks("<h2>Key points</h2><ul><li>Four ferries join in 2025</li><li>Two"
                        + " piers to close</li></ul>"
                        + ONE
                        + "<h2>Timeline</h2><ul><li>2021: plan drafted</li><li>2022"
                        + ": plan dropped</li></ul><h2>Sources</h2><ul><li><a "
                        + "href='https://yard.example/y'>Yard Review,"
                        + " vol. 7</a></li></ul>"))
                .containsExactly(
                        "Key points",
                        "Four ferries join in 2025",
                        "Two piers to close",
                        blocks(ONE).getFirst(),
                        "Timeline",
                        "2021: plan drafted",
                        "2022: plan dropped",
                        "Sources",
                        "Yard Review, vol. 7");
    }

    @Test
    void aListOfOtherStoriesIsNot() {
        assertThat(blocks(ONE
                        + "<h2>Top stories</h2><ul><li><a href='/a'>Singer "
                        + "opens bakery</a></li><li><a href='/b'>Storm "
                        + "closes bridge</a></li></ul>"))
                .hasSize(1);
    }

    @Test
    void linesWithoutSpacesAreProse() {
        assertThat(blocks("<p>石破首相は東京で記者会見し、構想について「時間をかけて議論する」と述べた。</p><p>政府は来月、関係国と協議する方針だという。</p>"))
                .hasSize(2);
    }

    @Test
    void aPageOfOneLineCountsParagraphs() {
        assertThat(read(ONE + ONE.replace("Aurelia", "Borealis") + ONE.replace("Aurelia", "Corona"))
                        .blocks())
                .extracting(Block::place)
                .containsExactly("paragraph 1", "paragraph 2", "paragraph 3");
    }
}
