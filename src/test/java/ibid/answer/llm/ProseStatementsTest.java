package ibid.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseStatementsTest {

    private final ProseStatements prose = new ProseStatements();

    private List<Statement> parse(String text, int piece) {
        List<Statement> statements = new ArrayList<>();
        for (int at = 0; at < text.length(); at += piece) {
            statements.addAll(prose.accept(text.substring(at, Math.min(text.length(), at + piece))));
        }
        statements.addAll(prose.finish(true));
        return statements;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void theSameSentencesComeHoweverTheTextIsCut(int piece) {
        assertThat(parse(
                        "The U.S. sent 1.5 million tons. [S1] Mr. Berg, of Oslo, agreed [S2][S3]. Both said so "
                                + "[S1, S3]!\n\n- A last one (S4).",
                        piece))
                .containsExactly(
                        new Statement("The U.S. sent 1.5 million tons.", List.of("S1")),
                                new Statement("Mr. Berg, of Oslo, agreed.", List.of("S2", "S3")),
                        new Statement("Both said so!", List.of("S1", "S3")),
                                new Statement("A last one.", List.of("S4")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It sailed [1].|1",
                "It sailed【4】.|4",
                "It sailed 【4†source】.|4",
                "It sailed [S2; S5].|S2,S5",
                "It sailed [S1-S3].|S1,S2,S3",
                "It sailed [passage 2].|2",
                "It sailed. [s9]|s9",
                "It sailed [99].|99"
            })
    void marksComeInManyForms(String text, String handles) {
        assertThat(parse(text, 3)).containsExactly(new Statement("It sailed.", List.of(handles.split(","))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write `a[1]` to see it.",
                "The (S) class sailed.",
                "It sailed in [brackets].",
                "In 2024 (12 of them) sailed."
            })
    void bracketsThatAreNotMarksStay(String text) {
        assertThat(parse(text, 2)).containsExactly(new Statement(text, List.of()));
    }

    @Test
    void aSentenceComesAsSoonAsTheNextHasBegun() {
        assertThat(prose.accept("It sailed on Monday. [S1] ")).isEmpty();
        assertThat(prose.accept("Nobody was on")).containsExactly(new Statement("It sailed on Monday.", List.of("S1")));
    }

    @Test
    void halfAMarkIsHeldBack() {
        assertThat(prose.accept("It sailed on Monday.\nNobody saw it leave. [S"))
                .containsExactly(new Statement("It sailed on Monday.", List.of()));
        assertThat(prose.accept("2]\n")).containsExactly(new Statement("Nobody saw it leave.", List.of("S2")));
    }

    @Test
    void aSentenceThatWasCutOffIsNotOne() {
        List<Statement> statements = new ArrayList<>(prose.accept("It sailed on Monday. [S1] Nobody on board"));
        statements.addAll(prose.finish(false));
        assertThat(statements).containsExactly(new Statement("It sailed on Monday.", List.of("S1")));
    }

    @Test
    void noneIsNotASentence() {
        assertThat(parse("NONE", 2)).isEmpty();
        assertThat(prose.declines()).isTrue();
    }

    @Test
    void noneOfThemIsASentence() {
        assertThat(parse("None of them sailed. [S1]", 4))
                .containsExactly(new Statement("None of them sailed.", List.of("S1")));
        assertThat(prose.declines()).isFalse();
    }

    @Test
    void theMissingLineIsNotASentence() {
        assertThat(parse("It sailed. [S1]\nMISSING: who bought it", 5))
                .containsExactly(new Statement("It sailed.", List.of("S1")));
        assertThat(prose.missing()).isEqualTo("who bought it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The answer is that it sailed.|It sailed.",
                "According to the passages, it sailed.|It sailed.",
                "The article says that it sailed.|It sailed.",
                "The answer was no.|The answer was no.",
                "According to the minister, it sailed.|According to the minister, it sailed."
            })
    void whatTheReaderDoesNotSeeIsNotSpokenOf(String written, String plain) {
        assertThat(parse(written, 3)).extracting(Statement::text).containsExactly(plain);
    }

    @Test
    void markdownIsRemoved() {
        assertThat(parse("## Answer\n1. **It** sailed. [S1]\n> Nobody __saw__ it. [S2]\n", 6))
                .contains(new Statement("It sailed.", List.of("S1")), new Statement("Nobody saw it.", List.of("S2")));
    }
}
