package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that end without a signal, run in this process with the real model. */
class MainTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(
                folder.resolve("articles/ferry.md"),
                "---\ntitle: The ferry\npublisher: Harbour Gazette\npublished: 2025-03-03\n---\n\nThe ferry "
                        + "Aurelia was sold to Bergen for two million crowns.\n");
        Files.writeString(folder.resolve("articles/scan.pages"), "PK");
    }

    private int run(String... arguments) {
        out.reset();
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(arguments),
                        java.util.stream.Stream.of(
                                "--corpus",
                                folder.resolve("articles").toString(),
                                "--data",
                                folder.resolve("data").toString()))
                .toArray(String[]::new);
        return Main.run(all, Map.of(), new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void indexReportsWhatItDid() {
        assertThat(run("index")).isZero();
        assertThat(printed())
                .contains("2 files: 2 read, 0 unchanged; articles: 1 new, 0 changed, 0 removed; 1 files skipped")
                .contains("skipped scan.pages: format not read");
        assertThat(run("index")).isZero();
        assertThat(printed()).contains("2 files: 0 read, 2 unchanged");
        assertThat(run("index", "--rebuild")).isZero();
        assertThat(printed()).contains("2 files: 2 read");
    }

    @Test
    void askPrintsTheAnswerWithItsFootnotes() {
        assertThat(run("ask", "How much was the ferry Aurelia sold for?")).isZero();
        assertThat(printed())
                .contains("The ferry Aurelia was sold to Bergen for two million crowns. [1]")
                .contains("[1] The ferry, Harbour Gazette, 3 March 2025");
    }

    @Test
    void askPrintsJsonForPrograms() throws Exception {
        assertThat(run("ask", "--json", "What did Kylie Minogue do?")).isZero();
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(printed())
                        .path("outcome")
                        .asText())
                .isEqualTo("abstained");
    }

    @Test
    void searchPrintsEachLeg() {
        assertThat(run("search", "ferry", "--limit", "1")).isZero();
        assertThat(printed()).contains("bm25").contains("dense").contains("ferry#0");
    }

    private int check(String... lines) throws Exception {
        out.reset();
        Path file = Files.writeString(folder.resolve("claims.jsonl"), String.join("\n", lines));
        return Main.run(
                new String[] {"check", "--json", file.toString()},
                Map.of(),
                new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false));
    }

    @Test
    void checkPrintsAVerdictForEachLine() throws Exception {
        assertThat(check(
                        "{\"claim\": \"Ten ships came.\", \"evidence\": \"Two ships came.\"}",
                        "",
                        "{\"claim\": \"Two ships came.\", \"evidence\": [\"It rained.\", \"Two ships came.\"]}"))
                .isZero();
        assertThat(printed().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"label\":\"none\"")
                .contains("the article says Two, not Ten");
        assertThat(printed().lines().toList().getLast()).contains("\"label\":\"full\"");
    }

    @Test
    void checkNamesTheLineThatIsWrong() throws Exception {
        assertThat(check("{\"claim\": \"A.\", \"evidence\": \"A.\"}", "{\"claim\": \"A.\"}"))
                .isEqualTo(2);
        assertThat(check("claim, evidence")).isEqualTo(2);
        assertThat(Main.run(
                        new String[] {"check", folder.resolve("nowhere.jsonl").toString()},
                        Map.of(),
                        new Terminal(System.out, false)))
                .isEqualTo(2);
    }

    @Test
    void wrongUsageGivesTwo() {
        assertThat(run("serve", "--prot", "7")).isEqualTo(2);
        assertThat(run("fly")).isEqualTo(2);
        assertThat(run("search", "ferry", "--limit", "many")).isEqualTo(2);
        assertThat(Main.run(new String[0], Map.of(), new Terminal(System.out, false)))
                .isEqualTo(2);
        assertThat(Main.run(
                        new String[] {
                            "index",
                            "--corpus",
                            folder.resolve("nowhere").toString(),
                            "--data",
                            folder.resolve("data").toString()
                        },
                        Map.of(),
                        new Terminal(System.out, false)))
                .isEqualTo(2);
    }

    @Test
    void helpExitsWithZero() {
        assertThat(Main.run(new String[] {"--help"}, Map.of(), new Terminal(System.out, false)))
                .isZero();
        assertThat(Main.run(new String[] {"serve", "--help"}, Map.of(), new Terminal(System.out, false)))
                .isZero();
    }

    @Test
    void doctorNamesWhatIsDamagedAndChangesNothing() throws Exception {
        assertThat(run("index")).isZero();
        Path data = folder.resolve("data");
        Files.write(data.resolve("log.sqlite"), new byte[0]);
        Files.write(data.resolve("catalogue.sqlite"), "garbage".repeat(999).getBytes(StandardCharsets.UTF_8));
        try (java.util.stream.Stream<Path> files = Files.list(data.resolve("index"))) {
            Path segments = files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
            Files.write(segments, new byte[9]);
        }
        assertThat(run("doctor", "--port", "0")).isEqualTo(1);
        assertThat(printed())
                .containsPattern("BAD +index +damaged")
                .containsPattern("BAD +log.sqlite +damaged: it has 0 bytes; .*restore")
                .containsPattern("BAD +catalogue.sqlite +damaged")
                .containsPattern("ok +checker")
                .containsPattern("ok +port");
        assertThat(data.resolve("log.sqlite")).isEmptyFile();
        assertThat(run("index")).isEqualTo(1); // never a new log in place of a broken one
        assertThat(data.resolve("log.sqlite")).isEmptyFile();
    }
}
