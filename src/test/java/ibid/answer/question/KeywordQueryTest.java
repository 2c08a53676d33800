package ibid.answer.question;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.WordList;
import org.junit.jupiter.api.Test;

class KeywordQueryTest {

    @Test
    void keywordsAreToldFromQuestionsOrdersAndSentences() {
        assertThat(WordList.lines(KeywordQueryTest.class, "keyword-query-cases.txt"))
                .allSatisfy(line -> {
                    String text = line.substring(line.indexOf(' ') + 1);
                    assertThat(KeywordQuery.is(text)).as(text).isEqualTo(line.startsWith("yes"));
                });
    }
}
