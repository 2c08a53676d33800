package ibid.answer.collection;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionQuestionParserTest {

    private static final KnownNames NAMES = new KnownNames(
            List.of("Harbour Gazette", "Town Paper", "Evening Wire"), List.of("Anna Berg", "Jonas Lind"));
    private static final CollectionQuestionParser PARSER =
            new CollectionQuestionParser(NAMES, LocalDate.parse("2025-11-29"));
    private static final double MIN_PRECISION = 0.98;
    private static final double MIN_RECALL = 0.85;

    private record Labelled(String kind, String question) {

        boolean isOfCollection() {
            return !kind.equals("-");
        }

        String read() {
            return PARSER.parse(question)
                    .map(parsed -> parsed.getClass().getSimpleName())
                    .orElse("-");
        }
    }

    private static List<Labelled> labelled() {
        List<Labelled> questions = new ArrayList<>();
        for (String line : WordList.lines(CollectionQuestionParserTest.class, "questions.tsv")) {
            String[] columns = line.split("\t");
            questions.add(new Labelled(columns[0], columns[1]));
        }
        return questions;
    }

    @Test
    void recognisesQuestionsAboutTheCollectionAndLeavesAllOthers() {
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int positives = 0;
        for (Labelled one : labelled()) {
            String read = one.read();
            positives += one.isOfCollection() ? 1 : 0;
            if (read.equals(one.kind())) {
                right += one.isOfCollection() ? 1 : 0;
            } else {
                (read.equals("-") ? missed : wrong).add(read + "\t" + one);
            }
        }
        assertThat((double) right / (right + wrong.size()))
                .as("precision; wrong: %s", String.join("\n", wrong))
                .isGreaterThanOrEqualTo(MIN_PRECISION);
        assertThat((double) right / positives)
                .as("recall; missed: %s", String.join("\n", missed))
                .isGreaterThanOrEqualTo(MIN_RECALL);
    }
}
