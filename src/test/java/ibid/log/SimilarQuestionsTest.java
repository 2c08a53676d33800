package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.collection.StatsBody;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimilarQuestionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static List<StatsBody.Unanswered> group(String... questions) {
        return SimilarQuestions.group(Stream.of(questions)
                .map(question -> new StatsBody.Unanswered(question, 1, DAY, List.of()))
                .toList());
    }

    @Test
    void theSameQuestionInOtherWordsIsOneGap() {
        assertThat(group(
                        "When did the tunnel to Lofoten open?",
                        "when was the tunnel to lofoten opened",
                        "In what year did the Lofoten tunnel open to traffic?"))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.question()).isEqualTo("When did the tunnel to Lofoten open?");
                    assertThat(gap.times()).isEqualTo(3);
                    assertThat(gap.similar()).hasSize(2);
                });
    }

    @Test
    void questionsAboutDifferentNamesYearsOrThingsStayApart() {
        assertThat(group(
                        "How many people live in the city of Oslo?",
                        "How many people live in the city of Bergen?",
                        "What did the harbour earn in 2019?",
                        "What did the harbour earn in 2020?",
                        "Who built the lighthouse?"))
                .hasSize(5);
    }

    @Test
    void theLargestGapComesFirstAndHasTheLastDay() {
        List<StatsBody.Unanswered> gaps = SimilarQuestions.group(List.of(
                new StatsBody.Unanswered("Who owns the ferry?", 3, DAY, List.of()),
                new StatsBody.Unanswered("What does parking cost at the harbour?", 2, DAY, List.of()),
                new StatsBody.Unanswered("How much does harbour parking cost?", 2, DAY.plusDays(4), List.of())));
        assertThat(gaps).extracting(StatsBody.Unanswered::times).containsExactly(4, 3);
        assertThat(gaps.getFirst().last()).isEqualTo(DAY.plusDays(4));
    }

    @Test
    void aQuestionOfEmptyWordsIsAGroupOfItsOwn() {
        assertThat(group("Who is it?", "What was that?", "?")).hasSize(3);
    }
}
