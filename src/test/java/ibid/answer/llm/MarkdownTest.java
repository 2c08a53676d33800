package ibid.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- The mill burned. | The mill burned.",
                "* The mill burned. | The mill burned.",
                "•   The mill burned. | The mill burned.",
                "3. The mill burned. | The mill burned.",
                "12) The mill burned. | The mill burned.",
                "## The mill | The mill",
                "1. ### The mill | The mill",
                "> The mill burned. | The mill burned.",
                "The **mill** __burned__. | The mill burned.",
                "- **The mill** burned. | The mill burned."
            })
    void marksOfListsHeadingsQuotesAndEmphasisGo(String written, String plain) {
        assertThat(Markdown.strip(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5 degrees fell.",
                "3.5 million left.",
                "1999. That year it closed.",
                "#mill is its tag.",
                "##### The mill",
                "5 * 3 is 15.",
                "7",
                "-",
                ""
            })
    void signsThatBelongToTheSentenceStay(String sentence) {
        assertThat(Markdown.strip(sentence)).isEqualTo(sentence);
    }
}
