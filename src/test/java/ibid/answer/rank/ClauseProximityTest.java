package ibid.answer.rank;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.extract.Rankings;
import ibid.answer.question.AnswerMatch;
import ibid.index.Collection;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseProximityTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When did the fisheries pact come into force? | 3 May 2021",
                "When was the fisheries pact signed? | 9 March 2020",
                "When did the bridge at Halden open? | 12 June 2017",
                "When was the bridge at Halden closed for repairs? | 4 August 2022",
                "When did the strike end? | 20 January 2023",
                "When did the strike begin? | 2 January 2023"
            })
    void theDateOfTheClauseThatIsAskedAboutIsTaken(String question, String date) {
        try (Collection collection = new Collection(folder)) {
            collection.with(
                    "pact",
                    "Desk",
                    "2023-02-01",
                    "The fisheries pact between Norland and Sudland, signed on 9 March 2020, entered into force on"
                            + " 3 May 2021. The bridge at Halden opened on 12 June 2017 and was closed for repairs on"
                            + " 4 August 2022. The strike began on 2 January 2023, and it did not end until 20 January"
                            + " 2023.");
            collection.update();
            assertThat(SentenceFeatures.measure(question, Rankings.of(collection, question)).stream()
                            .filter(candidate -> candidate.text().contains(date))
                            .map(Candidate::answer)
                            .flatMap(Optional::stream)
                            .map(AnswerMatch::text))
                    .containsExactly(date);
        }
    }
}
