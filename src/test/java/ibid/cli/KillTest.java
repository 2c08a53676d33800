package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.index.IndexSnapshot;
import ibid.index.PassageId;
import ibid.index.PassageIndex;
import ibid.library.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code index} in a separate process, killed at random moments of a first run and of an update, and continued each
 * time.
 */
class KillTest {

    private static final int KILLS = 20;
    private static final int FILES = 80;
    private static final long MAX_MILLIS = 600;
    private static final long NEVER = -1;

    @TempDir
    private Path folder;

    @Test
    void anIndexThatWasKilledTwentyTimesIsTheOneThatNeverWas() throws Exception {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        write(articles, 0, FILES);
        assertThat(index(articles, "whole", NEVER)).isZero();
        Random random = new Random(5);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            if (i == KILLS / 2) {
                write(articles, FILES / 2, FILES); // the second half in other words
                assertThat(index(articles, "whole", NEVER)).isZero();
            }
            if (index(articles, "killed", random.nextLong(MAX_MILLIS)) != 0) {
                killed++;
            }
        }
        assertThat(index(articles, "killed", NEVER)).isZero();
        assertThat(killed).as("processes that were still at work").isGreaterThan(KILLS / 2);
        Map<String, String> whole = held("whole"), held = held("killed");
        assertThat(held.keySet()).isEqualTo(whole.keySet());
        for (String what : whole.keySet()) {
            assertThat(held.get(what)).as(what).isEqualTo(whole.get(what));
        }
    }

    private static void write(Path articles, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            StringBuilder text = new StringBuilder("---\ntitle: Boat " + i
                    + "\npublisher: Harbour Gazette\npublished: 2025-01-0" + (1 + i % 9) + "\n---\n");
            for (int line = 0; line < 12; line++) {
                text.append("\nBoat ")
                        .append(i * 31 + line + from * 1000)
                        .append(" met pilot ")
                        .append((i + from) * 17 + line)
                        .append(" off the mole ")
                        .append("and sailed on to the ")
                        .append(i ^ line)
                        .append("th berth.\n");
            }
            Files.writeString(
                    articles.resolve("boat" + i + ".md"),
                    text.append("\nGet the harbour letter every morning in your box.\n"));
        }
    }

    /** Runs the index command and kills it after the given milliseconds; returns the exit code. */
    private int index(Path articles, String data, long dies) throws Exception {
        String pause = dies == NEVER ? "0" : "3000";
        try (Child child = Child.start(
                List.of(),
                "ibid.cli.SlowIndexer",
                articles.toString(),
                folder.resolve(data).toString(),
                pause)) {
            if (dies == NEVER) {
                child.end();
            } else {
                child.line("begun");
                Thread.sleep(dies);
                child.kill();
            }
            return child.exitCode();
        }
    }

    /** Everything that readers can see of the index, in a fixed order. */
    private Map<String, String> held(String data) {
        Map<String, String> held = new TreeMap<>();
        Path files = folder.resolve(data);
        try (Catalogue catalogue = new Catalogue(files.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(files.resolve("index"), catalogue);
                IndexSnapshot snapshot = index.snapshot()) {
            held.put("generation", snapshot.generation().replaceFirst(".*-", ""));
            held.put(
                    "counts",
                    snapshot.articleCount() + " " + snapshot.passageCount() + " "
                            + new TreeMap<>(snapshot.files()).keySet());
            for (Article article : snapshot.articles()) {
                held.put(article.id().value(), article.toString());
                for (int at = 0;
                        snapshot.passage(new PassageId(article.id(), at)).isPresent();
                        at++) {
                    held.put(
                            article.id() + "#" + at,
                            snapshot.passage(new PassageId(article.id(), at))
                                    .get()
                                    .toString());
                }
            }
            return held;
        }
    }
}
