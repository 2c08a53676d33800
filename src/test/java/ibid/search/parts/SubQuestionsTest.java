package ibid.search.parts;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.WordList;
import ibid.search.comparison.PairComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions of one part and of several: {@code sub-questions.txt}. */
class SubQuestionsTest {

    record Case(String question, List<String> expected) {

        @Override
        public String toString() {
            return question;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String line : WordList.lines(SubQuestionsTest.class, "sub-questions.txt")) {
            if (line.startsWith("?")) {
                cases.add(new Case(line.substring(2), new ArrayList<>()));
            } else {
                cases.getLast().expected().add(line);
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aQuestionIsSplitAtClausesWithVerbsOfTheirOwnOnly(Case one) {
        SubQuestions questions = SubQuestions.of(one.question());
        if (one.expected().isEmpty()) {
            assertThat(questions.questions()).containsExactly(one.question());
            return;
        }
        assertThat(questions.questions()).hasSameSizeAs(one.expected());
        assertThat(questions.comparison().isPresent())
                .isEqualTo(one.expected().getFirst().startsWith("<"));
        for (int at = 0; at < one.expected().size(); at++) {
            String expected = one.expected().get(at).substring(2);
            String part = questions.questions().get(at);
            if (one.expected().get(at).startsWith("+")) {
                assertThat(words(part)).containsAll(words(expected));
            } else {
                assertThat(part).isEqualTo(expected);
            }
        }
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    @Test
    void eachPartKeepsTheWordsThatAskIt() {
        SubQuestions questions = SubQuestions.of("When was the bridge opened, and who built it?");

        assertThat(questions.parts())
                .extracting(SubQuestions.Part::asked)
                .containsExactly("When was the bridge opened", "who built it");
    }

    @Test
    void theLesserValueWinsWhereLessIsAskedFor() {
        assertThat(PairComparison.in("Which is smaller, Malta or Gozo?")
                        .orElseThrow()
                        .wantsLess())
                .isTrue();
        assertThat(SubQuestions.of("Who is younger, Ann Roe or Ben Lee?")
                        .comparison()
                        .orElseThrow()
                        .sides())
                .containsExactly("Ann Roe", "Ben Lee");
    }
}
