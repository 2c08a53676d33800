package ibid.answer.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuperlativeFeaturesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Which chain has the slowest service?    | Bo's was the slowest of ten chains.         | 1
            Which chain has the slowest service?    | Kai's was the fastest of ten chains.        | -1
            Which is the biggest port?              | Rotterdam is the largest port.              | 1
            Who was the first woman in the office?  | She is the first woman in the office.       | 1
            Who was the first woman in the office?  | She is the third woman in the office.       | -1
            Which book is the most popular?         | It is the most popular book.                | 1
            Which forest burned?                    | The forest burned.                          | 0
            """)
    void theSentenceMustHaveTheQuestionsSuperlative(String question, String sentence, double value) {
        assertThat(new SuperlativeFeatures(question).of(sentence).getOrDefault(SentenceFeature.SUPERLATIVE_MATCH, 0.0))
                .isEqualTo(value);
    }
}
