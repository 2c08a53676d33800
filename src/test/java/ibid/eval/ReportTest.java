package ibid.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/ibid/eval/report.txt");

    private static Result result(String id, String kind, String right, String did, double vital, boolean gold, double millis, String... breaches) {
        boolean judged = !right.equals("abstained");
        return new Result(new Topic(id, kind, right, "", "q"), did, judged ? 0.5 : Double.NaN, judged ? 0.25 : Double.NaN, judged ? vital : Double.NaN, gold,
                List.of(breaches), new Client.Timed(NullNode.getInstance(), millis, millis + 2));
    }

    private static final List<Result> RESULTS = List.of(
            result("t1", "fact", "answered", "answered", 1, true, 10), result("t2", "fact", "answered", "abstained", 0, false, 20),
            result("t3", "several", "partial", "answered", 0.5, true, 30), result("t4", "unanswerable", "abstained", "abstained", 0, false, 40, "an abstained answer has footnotes"));

    /** Run with -Dgolden=update to rewrite the file after looking at the difference. */
    @Test
    void readsAsAgreed() throws IOException {
        String table = new Report(RESULTS).table();
        if ("update".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, table);
        assertThat(table).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void aTopicThatWasRefusedCountsWithNothing() {
        assertThat(new Report(RESULTS).measures()).containsEntry("vital_nuggets", 0.5).containsEntry("refused_of_answerable", 1.0 / 3).containsEntry("refused_of_unanswerable", 1.0)
                .containsEntry("invariant_breaches", 1.0).containsEntry("first_sentence_p50_ms", 20.0).containsEntry("first_sentence_p95_ms", 40.0);
    }
}
