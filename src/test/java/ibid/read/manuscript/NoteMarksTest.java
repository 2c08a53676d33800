package ibid.read.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteMarksTest {

    @ParameterizedTest
    @CsvSource({"[3],3", "(3),3", "³,3", "¹²,12", "3,3", "*,*", "††,††", "a,a", "[12b],12b"})
    void aMarkByItselfHasALabel(String mark, String label) {
        assertThat(NoteMarks.label(mark)).contains(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "2024", "home", "read more", "a b", "é"})
    void otherWordsAreNoLabel(String words) {
        assertThat(NoteMarks.label(words)).isEmpty();
    }

    @Test
    void aRaisedMarkMayCallSeveralNotes() {
        assertThat(NoteMarks.labels("[1, 2]")).containsExactly("1", "2");
        assertThat(NoteMarks.labels("*")).containsExactly("*");
        assertThat(NoteMarks.labels("th")).isEmpty();
        assertThat(NoteMarks.labels("1, th")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3] Harbour office.|3|SQUARE",
                "[a]: Harbour office.|a|SQUARE",
                "(3) Harbour office.|3|ROUND",
                "³ Harbour office.|3|RAISED",
                "³Harbour office.|3|RAISED",
                "3. Harbour office.|3|PLAIN",
                "3) Harbour office.|3|PLAIN",
                "3 Harbour office.|3|PLAIN",
                "† Harbour office.|†|PLAIN"
            })
    void aNotesLineBeginsWithItsLabel(String line, String label, NoteMarks.Form form) {
        assertThat(NoteMarks.head(line)).contains(new NoteMarks.Head(label, form, "Harbour office."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2024 was dry.", "3.5 million came.", "a) An item.", "[harbour] wall", "[3]", "(3 men) came."
            })
    void otherLinesBeginNoNote(String line) {
        assertThat(NoteMarks.head(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"He said.³ She left.", "He said.3 She left.", "He said.(3) She left.", "He said [3]. She left."})
    void aTextCallsANoteInEachForm(String text) {
        assertThat(NoteMarks.calls(text)).extracting(NoteMarks.Call::label).containsExactly("3");
        assertThat(NoteMarks.markCalls(text, call -> call.labels().equals(List.of("3")), label -> label))
                .contains(InlineMarks.note("3"));
        assertThat(NoteMarks.markCalls(text, call -> false, label -> label)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rose by 3.5 per cent.",
                "It is 5 km² large.",
                "4.98 × 10⁵ tonnes",
                "as many as 10¹⁹ of them",
                "of ¹⁴C",
                "In 2019. 3 men came.",
                "[sic!]"
            })
    void otherFiguresCallNone(String text) {
        assertThat(NoteMarks.calls(text)).isEmpty();
    }

    @Test
    void powersAreNoMarks() {
        assertThat(Exponents.isPower("an area of 5 km", "2")).isTrue();
        assertThat(Exponents.isPower("4.98 × 10", "5")).isTrue();
        assertThat(Exponents.isPower("12", "2")).isTrue();
        assertThat(Exponents.isPower("in 2019", "2")).isFalse();
        assertThat(Exponents.isPower("the system", "2")).isFalse();
    }

    @Test
    void raisedFiguresApartCallSeveralNotes() {
        assertThat(NoteMarks.calls("three trials²⁷ ³² found it [1, 3–5]"))
                .flatExtracting(NoteMarks.Call::labels)
                .containsExactly("27", "32", "1", "3", "4", "5");
    }

    @Test
    void labelsNeverRunOut() {
        Map<String, String> notes = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(notes.put(Manuscript.unusedLabel("1", notes), "note " + i))
                    .isNull();
        }
        assertThat(notes)
                .containsKeys("1", "1b", "1z", "1aa", "1ab", "1ba")
                .hasSize(1_000)
                .containsEntry("1aa", "note 26");
    }

    @Test
    void figuresAreRaisedAndLoweredAsSuch() {
        assertThat(Exponents.raised("-3")).isEqualTo("⁻³");
        assertThat(Exponents.raised("5 ")).isEqualTo("⁵ ");
        assertThat(Exponents.lowered("2")).isEqualTo("₂");
        assertThat(Exponents.raised("th")).isEqualTo("th");
        assertThat(Exponents.isPower("10", "−3")).isTrue();
        assertThat(Exponents.isPower("the board’s", "3")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a rate of 3 × 10⁻³ a year", "x⁺² and y⁼³", "10⁻⁶ m³"})
    void aFigureAfterARaisedSignIsPartOfTheExponent(String text) {
        assertThat(NoteMarks.calls(text)).isEmpty();
    }
}
