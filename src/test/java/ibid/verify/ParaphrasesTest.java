package ibid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.model.onnx.CrossEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 120 true paraphrases of invented news and 120 lies beside them, half of which differ from a paraphrase by one fact.
 * The floors are what the shipped model reaches, less three in a hundred; the aim is .85 and .98 (eval/journal.md).
 */
class ParaphrasesTest {

    private static CrossEncoder model;
    private static List<Pair> pairs;

    private record Pair(boolean isTrue, String claim, String evidence) {}

    @BeforeAll
    static void read() throws IOException {
        model = new CrossEncoder();
        pairs = new ArrayList<>();
        try (var file = ParaphrasesTest.class.getResourceAsStream("paraphrases.tsv")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().skip(1).toList()) {
                String[] fields = line.split("\t");
                pairs.add(new Pair(fields[1].equals("kept"), fields[2], fields[3]));
            }
        }
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void trueParaphrasesAreSupportedMoreOftenThanLies() {
        Verifier verifier = new Verifier(model);
        double kept = share(true, verifier);
        double caught = 1 - share(false, verifier);
        System.out.printf("paraphrases supported %.3f, lies caught %.3f%n", kept, caught);
        assertThat(pairs).hasSize(240);
        assertThat(kept).isGreaterThanOrEqualTo(0.77);
        assertThat(caught).isGreaterThanOrEqualTo(0.36);
    }

    @Test
    void whatAModelWroteIsHeldToMore() {
        Verifier verifier = new Verifier(model);
        assertThat(share(true, verifier) - shareFirm(true, verifier)).isPositive();
        assertThat(1 - shareFirm(false, verifier)).isGreaterThanOrEqualTo(0.73);
    }

    private static double share(boolean isTrue, Verifier verifier) {
        return share(isTrue, pair -> check(verifier, pair).support() == Support.FULL);
    }

    /** By the rule for sentences of a language model. */
    private static double shareFirm(boolean isTrue, Verifier verifier) {
        return share(
                isTrue,
                pair -> EvidenceFinder.isFirm(
                        check(verifier, pair), EvidenceFinder.shared(pair.claim(), pair.evidence())));
    }

    private static double share(boolean isTrue, Predicate<Pair> test) {
        List<Pair> some = pairs.stream().filter(pair -> pair.isTrue() == isTrue).toList();
        return (double) some.stream().filter(test).count() / some.size();
    }

    private static Verdict check(Verifier verifier, Pair pair) {
        return verifier.check(pair.claim(), List.of(pair.evidence()));
    }
}
