package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import ibid.index.PassageId;
import ibid.index.PassageIndex;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.FileFingerprint;
import ibid.library.FileState;
import ibid.library.VectorStore;
import ibid.model.HashedEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After any changes of files and kills of Ibid, an update gives the same index as a rebuild. */
class RebuildTest {

    private static final int STEPS = 60;
    private static final Clock AHEAD =
            Clock.offset(Clock.systemUTC(), Duration.ofHours(1)); // no file is so young that it is read twice
    private static final List<String> NAMES = List.of(
            "a.md",
            "b.md",
            "c.txt",
            "d.html",
            "e f.md",
            "e-f.md",
            "e_f.markdown",
            "g.pages",
            "sub/a.md",
            "sub/b.md",
            "sub/deep/c.md",
            "z.md",
            "日本.md",
            "中国.md",
            "h.md",
            "i.md",
            "j.md",
            "k.md",
            "l.md",
            "m.md");

    @TempDir
    private Path folder;

    private final Random random = new Random(11);
    private final HashedEmbedder embedder = new HashedEmbedder();

    @Test
    void anUpdatedIndexIsTheOneARebuildMakes() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        CorpusFolder corpus = new CorpusFolder(articles);
        Catalogue catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
        VectorStore vectors = new VectorStore(catalogue, "hashed", HashedEmbedder.DIMENSION, embedder::embedPassage);
        PassageIndex index = new PassageIndex(folder.resolve("index"), catalogue);
        for (int step = 0; step < STEPS; step++) {
            StringBuilder done = new StringBuilder("step " + step);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                done.append(", ").append(change(articles));
            }
            if (random.nextInt(4) == 0) {
                int at = 1 + random.nextInt(3);
                breakOff(new Indexer(corpus, index, vectors, Duration.ZERO, AHEAD), at);
                done.append(", killed at ").append(at);
                index.close();
                index = new PassageIndex(folder.resolve("index"), catalogue);
                if (random.nextBoolean()) {
                    done.append(", ").append(change(articles));
                }
            }
            new Indexer(corpus, index, vectors, Duration.ofSeconds(15), AHEAD).run(false, (at, total, what) -> {});
            try (Catalogue other = new Catalogue(folder.resolve("anew" + step + ".sqlite"));
                    PassageIndex anew = new PassageIndex(folder.resolve("anew" + step), other)) {
                new Indexer(corpus, anew, vectors, Duration.ofSeconds(15), AHEAD).run(false, (at, total, what) -> {});
                assertThat(differences(held(index), held(anew)))
                        .as(done.toString())
                        .isEmpty();
            }
        }
        index.close();
        catalogue.close();
    }

    private static Map<String, String> differences(Map<String, String> updated, Map<String, String> anew) {
        Map<String, String> differences = new TreeMap<>();
        updated.forEach((what, value) -> {
            if (!value.equals(anew.get(what))) {
                differences.put(what, value + " instead of " + anew.get(what));
            }
        });
        anew.keySet().stream()
                .filter(what -> !updated.containsKey(what))
                .forEach(what -> differences.put(what, "missing"));
        return differences;
    }

    private static void breakOff(Indexer update, int after) {
        try {
            update.run(false, (done, total, what) -> {
                if (done == after) {
                    throw new IllegalStateException("killed");
                }
            });
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed");
        }
    }

    private String change(Path articles) throws IOException {
        Path file = articles.resolve(NAMES.get(random.nextInt(NAMES.size())));
        Files.createDirectories(file.getParent());
        boolean there = Files.exists(file);
        switch (random.nextInt(there ? 6 : 2)) {
            case 0, 1, 2 -> Files.writeString(file, text(file.toString()));
            case 3 -> Files.setLastModifiedTime(file, FileTime.fromMillis(random.nextInt(1_000_000)));
            case 4 -> {
                Path other = articles.resolve(NAMES.get(random.nextInt(NAMES.size())));
                Files.createDirectories(other.getParent());
                Files.move(file, other, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                return file + " to " + other;
            }
            default -> {
                Files.delete(file);
                return file + " gone";
            }
        }
        return file + " written";
    }

    /** Stories that outlets copy from each other, some with recurring lines; sometimes an unreadable file. */
    private String text(String name) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return "";
        }
        if (kind == 1) {
            return "# Only a heading, and nothing that could be read below it";
        }
        String outlet = List.of("Harbour Gazette", "Town Paper", "").get(random.nextInt(3));
        String story = story(random.nextInt(6))
                + (random.nextInt(3) == 0 ? "\n\n" + story(20 + random.nextInt(20)) : "")
                + (random.nextBoolean()
                        ? "\n\nGet the harbour letter every morning, free of charge, in your box."
                        : "");
        if (name.endsWith(".html")) {
            return "<meta property=og:site_name content='" + outlet + "'><article><p>"
                    + story.replace("\n\n", "</p><p>") + "</p></article>";
        }
        return name.endsWith(".txt")
                ? story
                : "---\ntitle: A story\npublisher: \"" + outlet + "\"\npublished: 2025-01-0" + (1 + random.nextInt(9))
                        + "\n---\n\n" + story + "\n";
    }

    private static String story(int number) {
        return IntStream.range(0, 5)
                .mapToObj(i -> "Paragraph " + word(number * 7 + i) + " tells how the " + word(number + i * 3)
                        + " boat met the " + word(number * 5 + i) + " pilot near " + word(number * 11 + i)
                        + " and sailed on.")
                .collect(Collectors.joining("\n\n"));
    }

    private static String word(int number) {
        return "w" + Integer.toString(Math.abs(number * 7919 + 13), 26).replaceAll("\\d", "q");
    }

    /** Everything that readers can see, and the state used by later updates. */
    private static Map<String, String> held(PassageIndex index) {
        Map<String, String> held = new TreeMap<>();
        try (IndexSnapshot snapshot = index.snapshot()) {
            held.put("generation", snapshot.generation().replaceFirst(".*-", ""));
            held.put("counts", snapshot.articleCount() + " " + snapshot.passageCount() + " " + snapshot.publishers());
            held.put("copies", snapshot.nearDuplicates().toString());
            for (FileState state : snapshot.files().values()) {
                held.put("file " + state.name(), state.toString());
            }
            for (FileFingerprint one : snapshot.fingerprints()) {
                held.put("fingerprint " + one.file(), one.toString());
            }
            for (ArticleSummary card : snapshot.summaries()) {
                held.put("card " + card.id(), card.toString());
            }
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
        }
        return held;
    }
}
