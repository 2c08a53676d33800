package ibid.read.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.read.manuscript.InlineMarks;
import org.junit.jupiter.api.Test;

/** Lines of characters put where they stand, in sizes of 10 points. */
class LineTextTest {

    private SetLine line;
    private double x;

    private LineTextTest set(String letters, double advance) {
        return set(letters, advance, 10, 0);
    }

    private LineTextTest set(String letters, double advance, double size, double raise) {
        letters.codePoints().forEach(letter -> {
            Glyph glyph = new Glyph(Character.toString(letter), x, 100 - raise, 0.5 * size, size, false);
            if (line == null) {
                line = new SetLine(glyph);
            } else {
                assertThat(line.take(glyph)).isTrue();
            }
            x += advance;
        });
        return this;
    }

    /** As a program draws it that goes from right to left. */
    private LineTextTest setBackwards(String letters) {
        letters.codePoints().forEach(letter -> {
            x -= 5;
            Glyph glyph = new Glyph(Character.toString(letter), x, 100, 5, 10, false);
            if (line == null) {
                line = new SetLine(glyph);
            } else {
                assertThat(line.take(glyph)).isTrue();
            }
        });
        return this;
    }

    private String text() {
        line.settle();
        return LineText.of(line);
    }

    @Test
    void roomBetweenLettersIsABlank() {
        set("the", 5);
        x += 2.5;
        assertThat(set("ferry", 5).text()).isEqualTo("the ferry");
    }

    @Test
    void lettersSetApartAreOneWord() {
        set("HARBOUR", 7);
        x += 3;
        assertThat(set("BOARD", 7).text()).isEqualTo("HARBOUR BOARD");
    }

    @Test
    void aBlankThatTakesNoRoomIsNone() {
        assertThat(set("t", 5).set(" ", 0).set("h", 5).set(" ", 0).set("e", 5).text())
                .isEqualTo("the");
    }

    @Test
    void japaneseHasNoBlanks() {
        assertThat(set("港 湾 委 員 会 は", 5).text()).isEqualTo("港湾委員会は");
    }

    @Test
    void figuresAreRaisedAndLowered() {
        assertThat(set("10", 5)
                        .set("5", 3.5, 7, 4)
                        .set("CO", 5)
                        .set("2", 3.5, 7, -2)
                        .text())
                .isEqualTo("10⁵CO₂");
    }

    @Test
    void aRaisedFigureAfterAWordIsAMark() {
        assertThat(set("said.", 5).set("12", 3.5, 7, 4).text()).isEqualTo("said." + InlineMarks.note("12"));
    }

    @Test
    void raisedFiguresBeforeALetterAreAnIsotope() {
        assertThat(set("of ", 5).set("14", 3.5, 7, 4).set("C", 5).text()).isEqualTo("of ¹⁴C");
    }

    @Test
    void hebrewIsReadFromTheRightAndItsLatinWordsFromTheLeft() {
        x = 300;
        setBackwards("המעבורת ");
        x -= 20;
        for (String letter : new String[] {"I", "D", "A"}) {
            line.take(new Glyph(letter, x, 100, 5, 10, false));
            x += 5;
        }
        x -= 15;
        setBackwards(" נמכרה )אתמול("); // the shapes that are seen: brackets are turned
        assertThat(text()).isEqualTo("המעבורת IDA נמכרה (אתמול)");
    }
}
