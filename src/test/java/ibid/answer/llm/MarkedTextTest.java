package ibid.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[S1] | S1",
                "[2] | 2",
                "[s7] | s7",
                "[S1, S3; S4] | S1 S3 S4",
                "【4】 | 4",
                "【4†source】 | 4",
                "(S5) | S5",
                "[passage 2] | 2",
                "[passages S1, S2] | S1 S2",
                "[S1-S3] | S1 S2 S3",
                "[2–4, 9] | S2 S3 S4 9"
            })
    void theNamesInAMarkAreItsPassages(String mark, String names) {
        MarkedText text = MarkedText.of("The ferry sank " + mark + ".");
        assertThat(text.plain()).isEqualTo("The ferry sank.");
        assertThat(text.marks()).containsExactly(new MarkedText.Mark(14, List.of(names.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In (2019) it closed.",
                "It [the port] closed.",
                "It closed [1234].",
                "It closed [1-2-3].",
                "It closed (S1-S2).",
                "It closed [S1).",
                "It closed [S1, see there].",
                "It closed [].",
                "It closed [S1",
                "Type `list[1]` there.",
                ""
            })
    void whatIsNoMarkIsText(String text) {
        assertThat(MarkedText.of(text)).isEqualTo(new MarkedText(text, List.of()));
    }

    @Test
    void aMarkStandsWhereItsSentenceEndsInThePlainText() {
        MarkedText text = MarkedText.of("Rain fell [S1]. Wind rose [S2] [S3].");
        assertThat(text.plain()).isEqualTo("Rain fell. Wind rose.");
        assertThat(text.marks())
                .containsExactly(
                        new MarkedText.Mark(9, List.of("S1")),
                        new MarkedText.Mark(20, List.of("S2")),
                        new MarkedText.Mark(20, List.of("S3")));
    }

    @Test
    void aLongRangeNamesItsFirstSixPassages() {
        assertThat(MarkedText.of("So it is [S1-S90]").marks())
                .containsExactly(new MarkedText.Mark(8, List.of("S1", "S2", "S3", "S4", "S5", "S6")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Rain fell [S|Rain fell",
                "Rain fell [S1, (S|Rain fell",
                "Rain fell `rm [1]|Rain fell",
                "Rain fell [S1]|Rain fell [S1]",
                "Rain `fell` |Rain `fell` ",
                "Rain fell [on the roof of the old harbour master's house|"
                        + "Rain fell [on the roof of the old harbour master's house"
            })
    void textIsHeldBackWhileItMayBecomeAMarkOrCode(String written, String shown) {
        assertThat(MarkedText.withoutOpenMark(written)).isEqualTo(shown);
    }
}
