package ibid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Four short made-up articles and questions about them, so that a server under attack starts in seconds. */
final class PortNews {

    static final List<String> QUESTIONS = List.of(
            "Who runs the port of Odile?",
            "How many cranes does the port of Odile have?",
            "Why was the northern lock closed?",
            "What did the ferry company announce?",
            "What is the capital of Mongolia?"); // the last is not answered

    private static final Map<String, String> TEXTS =
            Map.of("port-director", """
            # Anna Berg takes over at the port

            Anna Berg has run the port of Odile since 4 March 2024. She followed Tomas Reil, who retired after nineteen
            years. Berg said that the port needs deeper water and fewer forms.
            """, "new-cranes", """
            # Six new cranes for Odile

            The port of Odile now has fourteen cranes, six of them new. The cranes cost 31 million crowns and came by
            sea from Gdansk in May. The harbour union had asked for eight.
            """, "lock-closed", """
            # Northern lock closed for repairs

            The northern lock was closed on Monday because a gate had cracked. Engineers expect the repairs to take
            eleven days. Barges wait at the southern lock, where the delay is about five hours.
            """, "ferry-winter", """
            # Ferries run later this winter

            The ferry company Lind announced that the last boat to Marrow leaves at 23:40 from November. It said that
            more nurses and cooks work late on the island than two years ago.
            """);

    private PortNews() {}

    static List<String> ids() {
        return TEXTS.keySet().stream().sorted().toList();
    }

    /** Writes those that are missing. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> article : TEXTS.entrySet()) {
            Path file = folder.resolve(article.getKey() + ".md");
            if (Files.notExists(file)) {
                Files.writeString(file, article.getValue());
            }
        }
    }
}
