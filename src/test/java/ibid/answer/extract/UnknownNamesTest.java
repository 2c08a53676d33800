package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.SentenceFeatures;
import ibid.index.Collection;
import ibid.language.WordList;
import ibid.search.Ranking;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownNamesTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        int number = 0;
        for (String article : WordList.lines(UnknownNamesTest.class, "alias-articles.txt")) {
            collection.with("a" + number++, "Harbour Gazette", "2031-05-01", article);
        }
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    @Test
    void aPublisherOfAnArticleFoundIsNotUnknown() {
        Ranking ranking = Rankings.of(collection, "How many boats are there, going by the Harbour Gazette?");
        QuestionAnalysis question = QuestionAnalysis.of(ranking.query().text(), ranking);
        assertThat(UnknownNames.of(question, ranking)).isNotEmpty();
        QuestionAnalysis named = UnknownNames.withoutPublishers(question, ranking);
        assertThat(UnknownNames.of(named, ranking)).isEmpty();
    }

    @Test
    void aQuestionOfWhichNoPassageHasAWordNamesItsWords() {
        assertThat(UnknownNames.wordsIfMostAreUnknown(question("what did zorba quillon do")))
                .containsExactly("zorba", "quillon");
        assertThat(UnknownNames.wordsIfMostAreUnknown(question("what did zorba say of the cranes")))
                .isEmpty();
        assertThat(UnknownNames.wordsIfMostAreUnknown(question("Was sagte der Minister über die Brücke in Zorba?")))
                .isEmpty();
    }

    private QuestionAnalysis question(String text) {
        return QuestionAnalysis.of(text, Rankings.of(collection, text));
    }

    /** Each row: what a question calls it, whether the articles know it, and words of the sentence that means it. */
    @Test
    void aNameIsKnownByItsOtherForms() {
        assertThat(WordList.lines(UnknownNamesTest.class, "alias-cases.txt")).allSatisfy(row -> {
            String[] parts = row.split("\\s*\\|\\s*");
            Ranking ranking = Rankings.of(collection, "What did the paper write of " + parts[0] + "?");
            QuestionAnalysis question = QuestionAnalysis.of(ranking.query().text(), ranking);
            List<QuestionName> unknown = UnknownNames.of(question, ranking);
            assertThat(unknown.isEmpty()).as(row).isEqualTo(parts.length > 1);
            if (parts.length > 1) {
                assertThat(SentenceFeatures.measure(question, ranking))
                        .as(row)
                        .filteredOn(Candidate::hasEveryName)
                        .anyMatch(candidate -> candidate.text().contains(parts[1]));
            }
        });
    }
}
