package ibid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AccessDatabaseTest {

    @Parameter
    private TestDatabase engine;

    @TempDir
    private Path folder;

    private AccessDatabase access;

    @BeforeEach
    void open() {
        access = new AccessDatabase(engine.address(folder, "access.sqlite"));
    }

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void aKeyIsFoundByItsSecretAlsoByAnotherProcess() {
        assertThat(access.isEmpty()).isTrue();
        String secret = access.addKey("rita", Role.READER);
        try (AccessDatabase other = new AccessDatabase(engine.address(folder, "access.sqlite"))) {
            assertThat(other.isEmpty()).isFalse();
            assertThat(other.find(secret)).hasValueSatisfying(key -> {
                assertThat(key.name()).isEqualTo("rita");
                assertThat(key.role()).isEqualTo(Role.READER);
            });
            assertThat(other.find(secret + "x")).isEmpty();
            assertThat(other.find("rita")).isEmpty();
        }
    }

    @Test
    void aRevokedKeyIsFoundNoMoreAndItsNameIsAnotherKeys() {
        String first = access.addKey("rita", Role.READER);
        AccessKey before = access.find(first).orElseThrow();
        assertThatThrownBy(() -> access.addKey("rita", Role.ADMIN))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("revoke it first");
        assertThat(access.revoke("rita")).isTrue();
        assertThat(access.revoke("rita")).isFalse();
        assertThat(access.find(first)).isEmpty();
        assertThat(access.isEmpty()).isTrue();
        AccessKey after = access.find(access.addKey("rita", Role.READER)).orElseThrow();
        assertThat(ReaderId.of(after)).isNotEqualTo(ReaderId.of(before));
        assertThat(access.keys()).containsExactly(after);
    }

    @Test
    void noSecretIsStored() {
        String secret = access.addKey("rita", Role.READER);
        assertThat(engine.content(folder, "access.sqlite")).contains("rita").doesNotContain(secret.substring(10));
    }

    @Test
    void namesAreOfPrintableCharacters() {
        for (String wrong : List.of("", " ", "a\nb", "x".repeat(61))) {
            assertThatThrownBy(() -> access.addKey(wrong, Role.READER)).isInstanceOf(IbidException.class);
        }
    }

    @Test
    void theAuditGivesTheEntriesOfATimeInOrder() {
        for (int day = 1; day <= 3; day++) {
            Instant time = Instant.parse("2025-01-0" + day + "T12:00:00Z");
            access.add(new AuditTrail.Entry(time, "key rita from 192.0.2.7", "add", day + ".md", "added"));
        }
        List<String> articles = new ArrayList<>();
        access.audit(
                Instant.parse("2025-01-02T00:00:00Z"),
                Instant.parse("2025-01-04T00:00:00Z"),
                entry -> articles.add(entry.article()));
        assertThat(articles).containsExactly("2.md", "3.md");
    }

    @Test
    void theAdminKeyIsMadeOnceForItsOwnerOnly() throws IOException {
        Path data = folder.resolve("data");
        String key = AdminKeyFile.open(data);
        assertThat(Secret.hasForm(key)).isTrue();
        assertThat(AdminKeyFile.open(data)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(AdminKeyFile.NAME))))
                .isEqualTo("rw-------");
        assertThat(AdminKeyFile.open(folder.resolve("other"))).isNotEqualTo(key);
    }
}
