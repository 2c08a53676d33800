package ibid.eval.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The inputs of a run by name: dataset, index, server, writer, judges, seeds, build and day.
 *
 * @param parts in the order in which they are printed
 */
public record RunManifest(Map<String, String> parts) {

    public static final String DATASET = "dataset_sha256",
            JUDGE = "judge",
            WRITER = "writer",
            STARTED = "started",
            DIALECT = "dialect";

    private static final Set<String> IGNORED_PARTS =
            Set.of(STARTED, "dataset"); // the folder's path; the hash identifies the content

    public RunManifest {
        parts = new LinkedHashMap<>(parts);
    }

    /** The manifest of a run of which nothing is known. */
    static RunManifest unknown() {
        return new RunManifest(Map.of());
    }

    public String part(String name) {
        return parts.getOrDefault(name, "");
    }

    public RunManifest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parts);
        more.put(name, value);
        return new RunManifest(more);
    }

    RunManifest without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(parts);
        fewer.remove(name);
        return new RunManifest(fewer);
    }

    /** The relevant differences, each such as {@code judge: was checker, is llm}. */
    public List<String> differencesFrom(RunManifest before) {
        Set<String> names = new LinkedHashSet<>(before.parts.keySet());
        names.addAll(parts.keySet());
        names.removeAll(IGNORED_PARTS);
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String was = before.part(name);
            String is = part(name);
            if (!is.equals(was)) {
                differences.add(name + ": was " + describe(was) + ", is " + describe(is));
            }
        }
        return differences;
    }

    /** Whether both have the part with the same value. */
    public boolean shares(String name, RunManifest other) {
        return parts.containsKey(name) && part(name).equals(other.part(name));
    }

    private static String describe(String value) {
        return value.isEmpty() ? "not known" : value;
    }
}
