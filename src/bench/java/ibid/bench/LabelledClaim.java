package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.model.Embedder;
import ibid.verify.SupportSignal;
import ibid.verify.Verifier;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A labelled claim with its evidence and the verifier's signals for the two.
 *
 * @param source its collection
 * @param full   whether people labelled all of it as supported
 * @param agrees whether no exact check rejects it
 * @param cosine between the claim and the nearest window of the evidence; NaN if not measured
 */
record LabelledClaim(String source, boolean full, Map<SupportSignal, Double> signals, boolean agrees, double cosine) {

    static final int MAX_COSINES = 300; // claims of a source; embedding every window of all claims takes hours
    private static final Path CLAIMS = LabelledSet.DATA.resolve("claims/claims.jsonl");
    private static final Path DATA_2 = LabelledSet.DATA.resolve("training/claims-2.jsonl.gz");
    private static final int MAX_EMBEDDED_WORDS = 1_500;
    private static final int WINDOW_WORDS = 100;
    private static final int STEP_WORDS = 50;
    private static final int SHUFFLE_SEED = 5;
    /** Name prefixes of the sets in {@code data/claims}; training leaves them out too. */
    private static final List<String> MEASURED_SETS = List.of("begin", "climate", "expertqa", "fever", "wice");

    private static final int MAX_HELD = 60; // claims of a set and label
    private static final int HASHED_CHARS = 300, HELD_SLICES = 50, HELD_SLICE = 7; // src/train/draws.py

    /** @param maxPerSource claims read of each source; if small, no claim is embedded */
    static List<LabelledClaim> readAll(Verifier verifier, Embedder embedder, int maxPerSource) throws IOException {
        return read(
                atMost(maxPerSource, JsonLines.read(CLAIMS), LabelledClaim::sourceOf),
                verifier,
                embedder,
                maxPerSource);
    }

    /**
     * The held-out claims of the second part of the training data, whose sets are the closest to Ibid's task: one in
     * fifty of each set ({@code held} in src/train/draws.py). Each set is a source.
     */
    static List<LabelledClaim> readHeld(Verifier verifier, Embedder embedder) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : JsonLines.read(DATA_2)) {
            boolean measured = MEASURED_SETS.stream().anyMatch(row.path("set").asText()::startsWith);
            if (!measured && isHeld(row.path("evidence").asText())) {
                rows.add(row);
            }
        }
        List<JsonNode> some = atMost(MAX_HELD, rows, row -> row.path("set").asText());
        Map<String, Set<Boolean>> sides = some.stream()
                .collect(Collectors.groupingBy(
                        row -> row.path("set").asText(),
                        Collectors.mapping(LabelledClaim::isFull, Collectors.toSet())));
        some.removeIf(row -> sides.get(row.path("set").asText()).size() < 2);
        return read(some, verifier, embedder, 0);
    }

    private static boolean isHeld(String evidence) {
        int end = evidence.offsetByCodePoints(0, Math.min(HASHED_CHARS, evidence.codePointCount(0, evidence.length())));
        try {
            byte[] hash = MessageDigest.getInstance("MD5")
                    .digest(evidence.substring(0, end).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).mod(BigInteger.valueOf(HELD_SLICES)).intValue() == HELD_SLICE;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean isFull(JsonNode row) {
        return row.path("label").asText().equals("supported");
    }

    private static List<LabelledClaim> read(
            List<JsonNode> rows, Verifier verifier, Embedder embedder, int maxPerSource) {
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
                            isFull(row),
                            verifier.signals(claim, evidence),
                            exact.check(claim, List.of(evidence)).checks().all(),
                            embed ? cosine(claim, evidence, embedder) : Double.NaN);
                })
                .filter(claim -> claim.signals().containsKey(SupportSignal.MODEL_FULL)) // the model reads English
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

    private static List<JsonNode> atMost(int max, List<JsonNode> all, Function<JsonNode, String> source) {
        List<JsonNode> rows = new ArrayList<>(all);
        Collections.shuffle(rows, new Random(SHUFFLE_SEED));
        Map<String, Integer> taken = new HashMap<>();
        rows.removeIf(row -> taken.merge(source.apply(row) + isFull(row), 1, Integer::sum) > max);
        return rows;
    }

    private static String sourceOf(JsonNode row) {
        String set = row.path("set").asText();
        return MEASURED_SETS.stream().filter(set::startsWith).findFirst().orElse(set);
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
