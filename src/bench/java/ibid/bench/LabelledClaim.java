package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.model.Embedder;
import ibid.verify.SupportSignal;
import ibid.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A claim that people labelled beside its evidence, with what the verifier measures of the two.
 *
 * @param source the collection it comes from
 * @param full   whether people say the evidence supports all of it
 * @param agrees whether the exact checks find nothing against it
 * @param cosine of the claim with the nearest window of the evidence; not a number where it was not measured
 */
record LabelledClaim(String source, boolean full, Map<SupportSignal, Double> signals, boolean agrees, double cosine) {

    static final int MAX_COSINES = 300; // claims of a source: to embed every window of all takes hours
    private static final Path CLAIMS = LabelledSet.DATA.resolve("claims/claims.jsonl");
    private static final int MAX_EMBEDDED_WORDS = 1_500;
    private static final int WINDOW_WORDS = 100;
    private static final int STEP_WORDS = 50;
    private static final int SHUFFLE_SEED = 5;

    /** @param maxPerSource claims taken of each source; none is embedded where they are few */
    static List<LabelledClaim> readAll(Verifier verifier, Embedder embedder, int maxPerSource) throws IOException {
        List<JsonNode> rows = rows(maxPerSource);
        Map<String, Long> sizes =
                rows.stream().collect(Collectors.groupingBy(LabelledClaim::sourceOf, Collectors.counting()));
        Verifier exact = new Verifier();
        return IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(at -> {
                    JsonNode row = rows.get(at);
                    String claim = row.path("claim").asText();
                    String evidence = row.path("evidence").asText();
                    int step = (int) Math.max(1, sizes.get(sourceOf(row)) / MAX_COSINES);
                    boolean embed = maxPerSource > MAX_COSINES * 2 && Math.floorMod(claim.hashCode(), step) == 0;
                    return new LabelledClaim(
                            sourceOf(row),
                            row.path("label").asText().equals("supported"),
                            verifier.signals(claim, evidence),
                            exact.check(claim, List.of(evidence)).checks().all(),
                            embed ? cosine(claim, evidence, embedder) : Double.NaN);
                })
                .toList();
    }

    static Stream<String> sources(List<LabelledClaim> claims) {
        return claims.stream().map(LabelledClaim::source).distinct().sorted();
    }

    double[] vector(Set<SupportSignal> used) {
        return Arrays.stream(SupportSignal.values())
                .mapToDouble(signal -> used.contains(signal) ? signals.getOrDefault(signal, 0.0) : 0)
                .toArray();
    }

    private static List<JsonNode> rows(int maxPerSource) throws IOException {
        List<JsonNode> rows = JsonLines.read(CLAIMS);
        Collections.shuffle(rows, new Random(SHUFFLE_SEED));
        Map<String, Integer> taken = new HashMap<>();
        rows.removeIf(row -> taken.merge(sourceOf(row), 1, Integer::sum) > maxPerSource);
        return rows;
    }

    private static String sourceOf(JsonNode row) {
        return row.path("set").asText().replaceAll("-.*", "");
    }

    /** The best of the windows of the evidence: the usual way. */
    private static double cosine(String claim, String evidence, Embedder embedder) {
        float[] one = embedder.embed(claim);
        List<String> words = Arrays.asList(evidence.split("\\s+"));
        int end = Math.min(MAX_EMBEDDED_WORDS, words.size());
        double best = -1;
        for (int at = 0; at == 0 || at + STEP_WORDS < end; at += STEP_WORDS) {
            List<String> window = words.subList(at, Math.min(words.size(), at + WINDOW_WORDS));
            best = Math.max(best, dot(one, embedder.embed(String.join(" ", window))));
        }
        return best;
    }

    private static double dot(float[] one, float[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }
}
