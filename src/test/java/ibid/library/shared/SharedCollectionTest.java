package ibid.library.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.library.FileState;
import ibid.library.RetryTime;
import ibid.storage.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of shared articles must do, with both engines. */
@ParameterizedClass
@EnumSource
class SharedCollectionTest {

    private static final SharedGeneration ONE = new SharedGeneration("1-aa", "2026-11-30T08:00:00Z", "rules@s-1:x");
    private static final SharedGeneration TWO = new SharedGeneration("2-bb", "2026-11-30T09:00:00Z", "rules@s-1:x");

    @Parameter
    private TestDatabase engine;

    @TempDir
    private Path folder;

    private SharedCollection shared;

    @BeforeEach
    void open() {
        shared = opened("news");
    }

    @AfterEach
    void close() {
        shared.close();
    }

    private SharedCollection opened(String name) {
        return new SharedCollection(engine.address(folder, "shared.sqlite"), name);
    }

    private static SharedFile file(String name, String hash) {
        FileState state = new FileState(name, hash.length(), 7, hash, name + "-id", "", "", RetryTime.NEVER);
        return SharedFile.of(state, "", "", true);
    }

    private static SharedFile skipped(String name) {
        FileState state = new FileState(name, 3, 7, "", "", "it is empty", "", RetryTime.NEVER);
        return SharedFile.of(state, "", "", false);
    }

    private static SortedMap<String, SharedFile> files(SharedFile... some) {
        SortedMap<String, SharedFile> files = new TreeMap<>();
        Arrays.asList(some).forEach(file -> files.put(file.name(), file));
        return files;
    }

    private void store(SharedCollection in, SharedFile... some) {
        for (SharedFile file : some) {
            in.storeTexts(Map.of(file.text(), "text of " + file.name()));
            in.storeOriginal(file.original(), file.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private void publish(SharedCollection in, SharedGeneration next, SharedFile... some) {
        SharedGeneration before = in.published().orElse(SharedGeneration.NONE);
        SortedMap<String, SharedFile> known = before.equals(SharedGeneration.NONE) ? files() : in.files(before);
        in.publish(SharedChange.of(before, known, next, files(some)));
    }

    @Test
    void nothingIsShownBeforeItIsPublished() {
        SharedFile ferry = file("ferry.md", "h1");
        store(shared, ferry);
        assertThat(shared.published()).isEmpty();
        assertThat(shared.original("ferry.md")).isEmpty();
        publish(shared, ONE, ferry, skipped("empty.md"));
        assertThat(shared.published()).contains(ONE);
        assertThat(shared.files(ONE)).isEqualTo(files(ferry, skipped("empty.md")));
        assertThat(shared.texts(List.of(ferry.text()))).containsExactly(Map.entry(ferry.text(), "text of ferry.md"));
        assertThat(shared.original("ferry.md").orElseThrow().content())
                .asString()
                .isEqualTo("ferry.md");
        assertThat(shared.original("empty.md")).isEmpty();
    }

    @Test
    void anotherProcessSeesWhatIsPublished() {
        SharedFile ferry = file("ferry.md", "h1");
        store(shared, ferry);
        publish(shared, ONE, ferry);
        try (SharedCollection reader = opened("news")) {
            assertThat(reader.files(ONE)).isEqualTo(files(ferry));
        }
    }

    @Test
    void aTextThatIsNotNeededAnyMoreIsDeletedWithItsBytes() {
        SharedFile before = file("ferry.md", "h1");
        SharedFile after = file("ferry.md", "h2");
        SharedFile bridge = file("bridge.md", "h3");
        store(shared, before, after, bridge);
        publish(shared, ONE, before, bridge);
        assertThat(engine.content(folder, "shared.sqlite")).contains("text of bridge.md");
        publish(shared, TWO, after);
        assertThat(shared.files(TWO)).isEqualTo(files(after));
        assertThatThrownBy(() -> shared.texts(List.of(before.text())))
                .hasMessageContaining("another generation was published");
        assertThat(shared.original("bridge.md")).isEmpty();
        assertThat(engine.content(folder, "shared.sqlite")).doesNotContain("text of bridge.md");
    }

    @Test
    void whoBuildsOnAnOlderGenerationPublishesNothing() {
        SharedFile ferry = file("ferry.md", "h1");
        store(shared, ferry);
        publish(shared, ONE, ferry);
        SharedChange late = SharedChange.of(SharedGeneration.NONE, Map.of(), TWO, files(file("late.md", "h9")));
        assertThatThrownBy(() -> shared.publish(late)).isInstanceOf(IbidException.class);
        assertThat(shared.published()).contains(ONE);
        assertThat(shared.files(ONE)).isEqualTo(files(ferry));
        assertThatThrownBy(() -> shared.files(TWO)).isInstanceOf(IbidException.class);
    }

    @Test
    void whatAKilledProcessStoredIsSweptOut() {
        SharedFile ferry = file("ferry.md", "h1");
        SharedFile lost = file("lost.md", "h4");
        store(shared, ferry, lost);
        publish(shared, ONE, ferry);
        shared.sweep();
        assertThatThrownBy(() -> shared.texts(List.of(lost.text()))).isInstanceOf(IbidException.class);
        assertThat(shared.texts(List.of(ferry.text()))).hasSize(1);
        assertThat(shared.original("ferry.md")).isPresent();
    }

    @Test
    void collectionsInOneDatabaseDoNotKnowEachOther() {
        SharedFile ferry = file("ferry.md", "h1");
        store(shared, ferry);
        publish(shared, ONE, ferry);
        try (SharedCollection other = opened("sport")) {
            assertThat(other.published()).isEmpty();
            publish(other, TWO, skipped("ferry.md"));
            other.sweep();
        }
        assertThat(shared.files(ONE)).isEqualTo(files(ferry));
        assertThat(shared.texts(List.of(ferry.text()))).hasSize(1);
    }

    @Test
    void aNameOfAnyLengthHasARow() {
        SharedFile deep = file("folder/".repeat(500) + "ferry.md", "h1");
        store(shared, deep);
        publish(shared, ONE, deep);
        assertThat(shared.files(ONE)).isEqualTo(files(deep));
    }

    @Test
    void whetherAFileWasTouchedIsNotSeen() {
        SharedFile ferry = file("ferry.md", "h1");
        FileState state = new FileState("ferry.md", 2, 99, "h1", "ferry.md-id", "", "", RetryTime.NEVER);
        SharedFile touched = SharedFile.of(state, "", "", true);
        assertThat(SharedChange.of(ONE, files(ferry), TWO, files(touched)).showsTheSame())
                .isTrue();
        assertThat(SharedChange.of(ONE, files(ferry), TWO, files(file("ferry.md", "h2")))
                        .showsTheSame())
                .isFalse();
        assertThat(SharedChange.of(ONE, files(ferry), TWO, files()).showsTheSame())
                .isFalse();
    }
}
