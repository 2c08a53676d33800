package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.read.manuscript.LineHashes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    @TempDir
    private Path folder;

    private Catalogue catalogue;

    @BeforeEach
    void open() {
        catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private static FileState state(String name, String hash) {
        return new FileState(name, 3, 1000, hash, "article", "", "", new RetryTime(7, 2));
    }

    private static FileFingerprint fingerprint(String file, String outlet) {
        return new FileFingerprint(
                file, "article", outlet, "2025-01-02", 9, new LineHashes("AA=="), "CC==", new LineHashes("BB=="));
    }

    private void revise(long revision, FileState... states) {
        CatalogueChanges changes = new CatalogueChanges();
        for (FileState state : states) {
            changes.put(state);
        }
        catalogue.revise(revision, changes);
    }

    private Map<String, FileState> files(long revision) {
        return catalogue.snapshot(revision).orElseThrow().files();
    }

    @Test
    void eachRevisionShowsWhatItHeld() {
        revise(1, state("a", "one"), state("b", "one"));
        CatalogueChanges changes = new CatalogueChanges();
        changes.put(state("a", "two"));
        changes.remove("b");
        changes.put(state("c", "two"));
        catalogue.revise(2, changes);
        assertThat(files(0)).isEmpty();
        assertThat(files(1)).isEqualTo(Map.of("a", state("a", "one"), "b", state("b", "one")));
        assertThat(files(2)).isEqualTo(Map.of("a", state("a", "two"), "c", state("c", "two")));
        assertThat(catalogue.snapshot(3)).isEmpty();
    }

    @Test
    void fingerprintsAndNearDuplicatesComeBackWhole() {
        CatalogueChanges first = new CatalogueChanges();
        first.put(fingerprint("a", "Paper A"));
        first.put(fingerprint("b", "Paper B"));
        first.set(new NearDuplicates(Map.of("a", "a", "b", "a", "c", "a")));
        catalogue.revise(1, first);
        CatalogueChanges second = new CatalogueChanges();
        second.put(fingerprint("a", "Paper C"));
        second.removeFingerprint("b");
        second.set(new NearDuplicates(Map.of("a", "a", "b", "c", "c", "c")));
        catalogue.revise(2, second);
        assertThat(catalogue.fingerprints(1))
                .containsExactlyInAnyOrder(fingerprint("a", "Paper A"), fingerprint("b", "Paper B"));
        assertThat(catalogue.fingerprints(2)).containsExactly(fingerprint("a", "Paper C"));
        assertThat(catalogue.snapshot(1).orElseThrow().nearDuplicates().origins())
                .isEqualTo(Map.of("a", "a", "b", "a", "c", "a"));
        assertThat(catalogue.snapshot(2).orElseThrow().nearDuplicates().origins())
                .isEqualTo(Map.of("a", "a", "b", "c", "c", "c"));
    }

    @Test
    void aRevisionThatNoCommitNamesIsUndone() {
        revise(1, state("a", "one"));
        CatalogueChanges changes = new CatalogueChanges();
        changes.clear();
        changes.put(state("b", "two"));
        catalogue.revise(2, changes);
        catalogue.rollBack(1, 1);
        assertThat(files(1)).isEqualTo(Map.of("a", state("a", "one")));
        assertThat(catalogue.snapshot(2)).isEmpty();
        revise(2, state("c", "two"));
        assertThat(files(2).keySet()).containsExactly("a", "c");
    }

    @Test
    void whatEndedBeforeTheOldestCommitIsDropped() {
        revise(1, state("a", "one"));
        revise(2, state("a", "two"));
        catalogue.rollBack(2, 1);
        for (int revision = 3; revision <= 50; revision++) {
            revise(revision, state("a", "hash " + revision));
        }
        catalogue.rollBack(50, 49);
        assertThat(catalogue.snapshot(2)).isEmpty();
        assertThat(files(49)).isEqualTo(Map.of("a", state("a", "hash 49")));
        assertThat(files(50)).isEqualTo(Map.of("a", state("a", "hash 50")));
    }

    @Test
    void itIsTheSameAfterARestartAndNoOther() {
        revise(1, state("a", "one"));
        String identity = catalogue.identity();
        catalogue.close();
        open();
        assertThat(catalogue.identity()).isEqualTo(identity);
        assertThat(files(1)).containsKey("a");
        try (Catalogue other = new Catalogue(folder.resolve("other.sqlite"))) {
            assertThat(other.identity()).isNotEqualTo(identity);
        }
    }
}
