package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import ibid.index.Stories;
import ibid.library.CorpusFile;
import ibid.library.CorpusReader;
import ibid.library.Intake;
import ibid.library.IntakeOutcome;
import ibid.read.ArticleReader;
import ibid.read.ParsedFile;
import ibid.read.ReadResult;
import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Manuscript;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParsedOnceTest {

    private static final String BOX = "Get the harbour letter every morning, free of charge, in your box.";

    @TempDir
    private Path folder;

    private final Map<String, Integer> parses = new TreeMap<>();
    private Collection collection;

    /** Counts how often a format reads a file, successful or not. */
    private final class Counting implements ArticleFormat {

        private final ArticleFormat format;

        Counting(ArticleFormat format) {
            this.format = format;
        }

        @Override
        public Set<String> extensions() {
            return format.extensions();
        }

        @Override
        public int maxBytes() {
            return format.maxBytes();
        }

        @Override
        public boolean recognises(FileBytes file) {
            return format.recognises(file);
        }

        @Override
        public Manuscript read(FileBytes file) {
            synchronized (parses) {
                parses.merge(file.name(), 1, Integer::sum);
            }
            return format.read(file);
        }
    }

    @BeforeEach
    void open() {
        List<ArticleFormat> formats = new ArrayList<>();
        for (ArticleFormat format : ArticleReader.FORMATS) {
            formats.add(new Counting(format));
        }
        collection = new Collection(folder, Duration.ofHours(1), new CorpusReader(new ArticleReader(formats)));
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private void add(int from, int to) {
        for (int i = from; i < to; i++) {
            collection.with("story" + i, "Harbour Gazette", "2025-01-02", Stories.story(i) + "\n\n" + BOX);
        }
    }

    @Test
    void eachFileIsParsedOnceAnIndexing() {
        add(0, 3);
        collection.with("bad.pdf", "no PDF").with("empty.md", "").with("page.html", "<p>" + Stories.story(9));
        collection.update();
        assertThat(parses.keySet()).containsExactly("bad.pdf", "page.html", "story0.md", "story1.md", "story2.md");
        assertThat(parses.values()).containsOnly(1);
        assertThat(collection.update().read()).isZero();
        collection.rebuild();
        assertThat(parses.values()).containsOnly(2);
    }

    @Test
    void aFileWhoseOutletRepeatsOtherLinesNowIsParsedOnceMore() {
        add(0, 2);
        collection.update();
        add(2, 3);
        assertThat(collection.update().changed()).isEqualTo(2);
        assertThat(parses).isEqualTo(Map.of("story0.md", 2, "story1.md", 2, "story2.md", 1));
    }

    @Test
    void anUploadAndItsIndexingParseTheFileOnce() {
        byte[] bytes = Stories.story(1).getBytes(StandardCharsets.UTF_8);
        IntakeOutcome outcome = new Intake(collection.folder()).take("sent.md", new ByteArrayInputStream(bytes), false);
        assertThat(outcome).isInstanceOf(IntakeOutcome.Added.class);
        assertThat(collection.update().added()).isEqualTo(1);
        assertThat(parses).isEqualTo(Map.of("sent.md", 1));
        collection.with("sent.md", Stories.story(2)).update();
        assertThat(parses).isEqualTo(Map.of("sent.md", 2));
    }

    @Test
    void whatMemoryHasNoRoomForComesBackFromDisk() {
        add(0, 2);
        List<CorpusFile> files = collection.folder().files();
        try (ParsedFiles onDisk = new ParsedFiles(collection.folder().reader(), 0)) {
            List<ReadResult<ParsedFile>> parsed = new ArrayList<>();
            for (CorpusFile file : files) {
                parsed.add(onDisk.parse(file));
            }
            for (int i = 0; i < files.size(); i++) {
                ParsedFile before = parsed.get(i).toOptional().orElseThrow();
                ParsedFile after = onDisk.take(files.get(i)).toOptional().orElseThrow();
                assertThat(after.manuscript().pieces())
                        .isEqualTo(before.manuscript().pieces());
                assertThat(after.manuscript().outlet())
                        .isEqualTo(before.manuscript().outlet());
                assertThat(collection.folder().reader().typeset(after, Set.of()))
                        .isEqualTo(collection.folder().reader().typeset(before, Set.of()));
            }
        }
        assertThat(parses).isEqualTo(Map.of("story0.md", 1, "story1.md", 1));
    }
}
