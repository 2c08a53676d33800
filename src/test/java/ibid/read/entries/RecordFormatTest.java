package ibid.read.entries;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFormatTest {

    private static final String FERRY =
            "{\"title\": \"Ferry sold\", \"author\": [\"Ida Berg\", {\"name\": \"Olaf Lind\"}],"
                    + " \"date\": \"2024-09-03T21:00:00Z\", \"url\": \"https://courier.example/2024/ferry-sold.html\","
                    + " \"source\": {\"id\": \"courier\", \"name\": \"Orve Courier\"}, \"score\": NaN,"
                    + " \"text\": \"The ferry Aurelia was sold for 3.4 million.\\n\\nIts buyer is the town of Orve.\"}";
    private static final String GATE = "{\"headline\": \"Gate shut\", \"published_at\": 1725400800,"
            + " \"body_html\": \"<p>The gate was <b>shut</b> on Sunday.</p>\"}";

    @Test
    void eachLineIsAnArticleWithWhatItsFieldsState() {
        ReadEntries read = ReadEntries.of("export.jsonl", "\uFEFF" + FERRY + "\n\n" + GATE);
        Article ferry = read.articles().getFirst();
        assertThat(ferry.text().value())
                .isEqualTo("The ferry Aurelia was sold for 3.4 million.\n\nIts buyer is the town of Orve.");
        assertThat(ferry.imprint().title()).isEqualTo("Ferry sold");
        assertThat(ferry.imprint().author()).isEqualTo("Ida Berg, Olaf Lind");
        assertThat(ferry.imprint().publisher()).isEqualTo("Orve Courier");
        assertThat(ferry.imprint().published()).isEqualTo("2024-09-03");
        assertThat(ferry.imprint().url()).endsWith("ferry-sold.html");
        assertThat(ferry.id().value()).startsWith("export-jsonl-ferry-sold-");
        Article gate = read.articles().get(1);
        assertThat(gate.text().value()).isEqualTo("The gate was shut on Sunday.");
        assertThat(gate.imprint().title()).isEqualTo("Gate shut");
        assertThat(gate.imprint().published()).isEqualTo("2024-09-03");
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s, %s]",
                "{\"status\": \"ok\", \"articles\": [%s, %s]}",
                "{\"took\": 3, \"hits\": {\"total\": 2, \"hits\": [{\"_id\": \"1\", \"_source\": %s}, %s]}}",
                "{\"version\": \"1\", \"description\": \"All of ours\", \"items\":\n[%s,\n\n%s]}",
                "%s %s"
            })
    void recordsMayStandInAnArrayAnywhere(String form) {
        assertThat(ReadEntries.of("export.json", form.formatted(FERRY, GATE)).titles())
                .containsExactly("Ferry sold", "Gate shut");
    }

    @Test
    void aBrokenLineIsNamedAndTheOthersAreRead() {
        ReadEntries read = ReadEntries.of(
                "export.jsonl",
                FERRY + "\n{\"title\": \"Half\n[1, 2]\n{\"title\": \"No text\"}\n" + GATE + "\n" + FERRY);
        assertThat(read.titles()).containsExactly("Ferry sold", "Gate shut");
        assertThat(read.problems())
                .containsExactly(
                        "line 2: it is not a JSON object",
                        "line 3: it is not a JSON object",
                        "line 4: it has no field text, content, body, articleBody or html, or at least a description",
                        "line 6: the same as an entry before it");
    }

    @Test
    void anArrayThatBreaksOffGivesWhatIsWhole() {
        ReadEntries read = ReadEntries.of("export.json", "[" + FERRY + ", " + GATE + ", {\"title\": \"Ha");
        assertThat(read.titles()).containsExactly("Ferry sold", "Gate shut");
        assertThat(read.problems()).singleElement().asString().startsWith("record 3: it is not JSON from byte");
    }

    @Test
    void oneObjectIsAnArticleItself() {
        assertThat(new ibid.read.ArticleReader()
                        .entries("ferry.json", FERRY.getBytes())
                        .toOptional())
                .hasValueSatisfying(entries -> assertThat(entries).isEmpty());
        assertThat(ibid.read.TestArticles.read("ferry.json", FERRY).id().value())
                .isEqualTo("ferry-json");
    }

    @Test
    void aFileWithoutArticlesSaysWhatItLacks() {
        assertThat(ReadEntries.of("log.jsonl", "{\"level\": \"info\"}\n{\"level\": \"warn\"}")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("no record of it is an article; line 1: it has no field text");
        assertThat(ReadEntries.of("a.json", "not JSON").problems())
                .singleElement()
                .asString()
                .contains("not JSON");
    }

    @Test
    void recordsWithTheSameAddressStayApartByTitle() {
        String other = FERRY.replace("Ferry sold\"", "Ferry for sale\"").replace("3.4", "3.5");
        ReadEntries read = ReadEntries.of("export.jsonl", FERRY + "\n" + other);
        assertThat(read.ids()).doesNotHaveDuplicates().hasSize(2);
        assertThat(ReadEntries.of("export.jsonl", FERRY).ids())
                .containsExactly(read.ids().getFirst());
    }

    @Test
    void nestingWithoutEndAndNumbersWithoutMeasureLeaveTheOthers() {
        String deep = "{\"text\": \"x\", \"tags\": " + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        String large = "{\"text\": \"x\", \"date\": " + "9".repeat(5_000) + "}";
        ReadEntries read = ReadEntries.of("export.jsonl", deep + "\n" + large + "\n" + GATE);
        assertThat(read.titles()).contains("Gate shut");
        assertThat(read.problems()).contains("line 1: it is not a JSON object");
        assertThat(ReadEntries.of("export.json", "[" + deep + ", " + GATE + "]").problems())
                .isNotEmpty()
                .noneMatch(problem -> problem.contains("broken") || problem.contains("java"));
    }

    @Test
    void noMoreAreReadThanAListCanShow() {
        String many = IntStream.range(0, EntryCollector.MAX_ENTRIES + 5)
                .mapToObj(number -> "{\"id\": \"n" + number + "\", \"text\": \"The ferry was sold.\"}")
                .collect(Collectors.joining("\n"));
        assertThat(new RecordSplitter().split(new ibid.read.bytes.FileBytes("a.jsonl", many.getBytes())))
                .hasSize(EntryCollector.MAX_ENTRIES + 1)
                .last()
                .extracting(ArticleEntry::problem)
                .asString()
                .contains("more than 10000 entries", "split it");
    }
}
