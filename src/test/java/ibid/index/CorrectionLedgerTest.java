package ibid.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ibid.article.ArticleId;
import ibid.article.Correction;
import ibid.article.CorrectionNotice.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionLedgerTest {

    private static final Path CORRECTED = Path.of("src/test/resources/ibid/cli/corrected");

    @TempDir
    Path folder;

    private static void copy(Path from, Collection collection) throws IOException {
        for (String name : List.of(from.toFile().list())) {
            collection.with(name, Files.readString(from.resolve(name)));
        }
    }

    private List<Correction> corrections(Path articles) throws IOException {
        try (Collection collection = new Collection(folder)) {
            copy(articles, collection);
            collection.update();
            try (IndexSnapshot snapshot = collection.index().snapshot()) {
                return snapshot.corrections().all();
            }
        }
    }

    @Test
    void noticesAreTiedToTheArticlesAndValuesTheyCorrectAcrossFiles() throws IOException {
        assertThat(corrections(CORRECTED))
                .extracting(
                        correction -> correction.corrected().value(),
                        correction -> correction.notice().value(),
                        Correction::changes)
                .containsExactlyInAnyOrder(
                        tuple("ferry-fares", "ferry-fares-correction", changes("4.60 crowns", "4.20 crowns")),
                        tuple("tarn-dam", "tarn-dam", changes("12 May", "21 May")),
                        tuple("salt-museum", "corrections-may", changes("Ruth Alder", "Ruth Arden")),
                        tuple("salt-talks", "corrections-may", changes("Dorrin", "Varn Bay")),
                        tuple("mill-review", "corrections-may", changes("The Mill Owner", "The Mill Owl")),
                        tuple("tram-vote", "tram-vote", changes("16 per cent", "61 per cent")),
                        tuple("kell-mine", "kell-strike", changes("1,900", "1,090")));
    }

    private static List<Change> changes(String withdrawn, String right) {
        return List.of(new Change(withdrawn, right));
    }

    @Test
    void theStarterCorrectionIsTiedToTheArticleItNamesByTitle() throws IOException {
        assertThat(corrections(Path.of("corpus")))
                .extracting(correction -> correction.corrected().value(), Correction::published, Correction::changes)
                .containsExactly(tuple("nsatu-wiesbaden-staff", "2024-10-15", changes("7,000", "700")));
    }

    @Test
    void aCopyOfACorrectedArticleIsCorrectedToo() {
        String story = "The mine at Kell has 1,900 workers and a shaft that goes down 880 metres into the copper. "
                + "It was opened in 1974 by a company from the coast and was sold to others in 2008. ";
        try (Collection collection = new Collection(folder)
                .with("mine", "Mercury", "2025-06-14", story)
                .with("copy", "Herald", "2025-06-14", story)
                .with(
                        "strike",
                        "Mercury",
                        "2025-07-21",
                        "Our report of 14 June wrongly said that the mine at Kell had"
                                + " 1,900 workers. The mine has 1,090 workers.")) {
            collection.update();
            try (IndexSnapshot snapshot = collection.index().snapshot()) {
                assertThat(snapshot.corrections().touching(new ArticleId("copy")))
                        .hasSize(1);
                assertThat(snapshot.corrections().touching(new ArticleId("mine")))
                        .hasSize(1);
            }
        }
    }

    @Test
    void aNoticeOfAnArticleThatIsNotHereCorrectsNothing() {
        try (Collection collection = new Collection(folder)
                .with(
                        "strike",
                        "Mercury",
                        "2025-07-21",
                        "Our report of 14 June wrongly gave 1,900 workers. It has 1,090.")) {
            collection.update();
            try (IndexSnapshot snapshot = collection.index().snapshot()) {
                assertThat(snapshot.corrections().all()).isEmpty();
            }
        }
    }
}
