package ibid.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that turn a sentence round or make it weaker. */
public final class WordLists {

    /** Words that deny. */
    public static final Set<String> DENYING = Set.of(
            "not",
            "never",
            "no",
            "none",
            "nobody",
            "nothing",
            "neither",
            "nor",
            "without",
            "hardly",
            "denied",
            "denies",
            "deny",
            "refused",
            "refuses",
            "refuse",
            "rejected",
            "rejects",
            "reject");

    /** Words that say less than the bare sentence would: what may be, was only said, or holds for some. */
    public static final Set<String> WEAKENING = Set.of(
            ("may might could can should would if unless plans plan planned hopes hope hoped wants want wanted intends intended expected expects likely probably possibly perhaps maybe reportedly allegedly alleged "
                            + "supposedly claimed claims considered considering suggested suggests proposed proposes proposal believes believe believed appears appear appeared seems seem seemed tried tries trying attempted aims aimed almost nearly "
                            + "partly partially mostly mainly largely some many most several often usually generally sometimes rarely occasionally suspected so-called potential potentially draft unconfirmed")
                    .split(" "));

    private static final Map<String, Set<String>> OPPOSITES = opposites();

    private WordLists() {}

    /** Whether one word is the other's opposite. */
    public static boolean opposite(String one, String other) {
        return OPPOSITES.getOrDefault(one, Set.of()).contains(other);
    }

    private static Map<String, Set<String>> opposites() {
        Map<String, Set<String>> pairs = new HashMap<>();
        try (InputStream file = WordLists.class.getResourceAsStream("opposites.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                List<String> pair = List.of(line.split(" "));
                pairs.computeIfAbsent(pair.get(0), word -> new HashSet<>()).add(pair.get(1));
                pairs.computeIfAbsent(pair.get(1), word -> new HashSet<>()).add(pair.get(0));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pairs;
    }
}
