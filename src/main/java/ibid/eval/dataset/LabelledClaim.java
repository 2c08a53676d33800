package ibid.eval.dataset;

import ibid.IbidException;
import ibid.api.CheckRequest;
import ibid.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A claim with evidence and people's label, one line of JSON Lines: {@code {"claim": "…", "evidence": "…"
 * or ["…"], "label": "supported"}}.
 *
 * @param set the source of the label: {@code "set"} of the line, or "unnamed"
 */
public record LabelledClaim(String claim, List<String> evidence, Label label, String set) {

    /** People's label of a claim. */
    public enum Label {
        SUPPORTED,
        PARTIAL,
        UNSUPPORTED,
        CONTRADICTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Label> of(String word) {
            return Arrays.stream(values())
                    .filter(label -> label.word().equals(word))
                    .findFirst();
        }
    }

    public LabelledClaim {
        evidence = List.copyOf(evidence);
    }

    /** Reads a file. Unknown fields, such as ids, are ignored. */
    public static List<LabelledClaim> read(Path file) {
        try {
            List<LabelledClaim> claims = claims(file);
            if (claims.isEmpty()) {
                throw invalid(file.toString(), "holds no labelled claim");
            }
            return claims;
        } catch (IOException unreadable) {
            throw new IbidException(
                    IbidException.Code.INVALID, "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static List<LabelledClaim> claims(Path file) throws IOException {
        List<LabelledClaim> claims = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                claims.add(claim(line, file + ", line " + number));
            }
        }
        return claims;
    }

    /** The fields of a line other than claim and evidence. */
    private record Labelling(String label, String set) {}

    private static LabelledClaim claim(String line, String place) {
        CheckRequest checked = Json.readLenient(line, CheckRequest.class, place);
        if (checked.claim().isEmpty() || checked.evidence().isEmpty()) {
            throw invalid(place, "needs “claim”, a sentence, and “evidence”, a text or a list of texts");
        }
        Labelling labelling = Json.readLenient(line, Labelling.class, place);
        String word = labelling.label();
        String known = "valid labels are supported, partial, unsupported and contradicted";
        Label label = Label.of(word).orElseThrow(() -> invalid(place, "has the label “" + word + "”; " + known));
        String set = labelling.set().isEmpty() ? "unnamed" : labelling.set();
        return new LabelledClaim(checked.claim(), checked.evidence(), label, set);
    }

    private static IbidException invalid(String place, String message) {
        return new IbidException(IbidException.Code.INVALID, place + " " + message);
    }

    /**
     * A pseudo-random sample of at most {@code max} claims of each set. It does not depend on the order or on other
     * claims.
     *
     * @return claims by set, sorted by the set's name
     */
    public static Map<String, List<LabelledClaim>> sample(List<LabelledClaim> claims, int maxOfSet) {
        Map<String, List<LabelledClaim>> sets = new TreeMap<>();
        claims.forEach(claim ->
                sets.computeIfAbsent(claim.set(), set -> new ArrayList<>()).add(claim));
        sets.replaceAll((set, all) -> draw(all, maxOfSet));
        return sets;
    }

    private static List<LabelledClaim> draw(List<LabelledClaim> claims, int max) {
        return claims.stream()
                .sorted(Comparator.comparingLong(LabelledClaim::drawOrder).thenComparing(one -> one.claim()))
                .limit(max)
                .toList();
    }

    private long drawOrder() {
        CRC32 lot = new CRC32();
        lot.update((claim + "\n" + String.join("\n", evidence)).getBytes(StandardCharsets.UTF_8));
        return lot.getValue();
    }
}
