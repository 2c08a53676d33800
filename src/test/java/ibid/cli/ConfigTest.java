package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.answer.extract.Caution;
import ibid.cli.process.StopSignal;
import ibid.index.cluster.ClusterAddress;
import ibid.model.ModelChoice;
import ibid.model.ModelProvider;
import ibid.serve.caller.AccessSettings;
import ibid.serve.caller.AdminKey;
import ibid.serve.caller.ServerAddress;
import ibid.serve.caller.TrustedProxies;
import ibid.serve.limit.Limit;
import ibid.serve.limit.ReaderLimits;
import ibid.storage.DatabaseChoice;
import ibid.storage.PostgresAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ConfigTest {

    @TempDir
    private Path folder;

    private Config read(Map<Setting, String> flags, Map<String, String> environment) {
        return Config.read(flags, environment, folder.resolve("ibid.properties"));
    }

    private static AccessSettings listeningOn(String host) {
        return new AccessSettings(
                new ServerAddress(host, Optional.empty()), AdminKey.NONE, TrustedProxies.NONE, ReaderLimits.USUAL);
    }

    @Test
    void defaultsAreUsed() {
        assertThat(read(Map.of(), Map.of()))
                .isEqualTo(new Config(
                        Path.of("corpus"),
                        new Config.Stores(new DatabaseChoice(Path.of("data"), Optional.empty()), Optional.empty()),
                        7070,
                        0,
                        Caution.USUAL,
                        Optional.empty(),
                        listeningOn("127.0.0.1"),
                        ""));
    }

    @Test
    void flagsBeatTheEnvironmentWhichBeatsTheFile() throws IOException {
        Files.writeString(folder.resolve("ibid.properties"), "port = 1\nhost = a\ncorpus = x\n");
        Config config = read(Map.of(Setting.PORT, "3"), Map.of("IBID_PORT", "2", "IBID_HOST", "b"));
        assertThat(config)
                .isEqualTo(new Config(
                        Path.of("x"),
                        new Config.Stores(new DatabaseChoice(Path.of("data"), Optional.empty()), Optional.empty()),
                        3,
                        0,
                        Caution.USUAL,
                        Optional.empty(),
                        listeningOn("b"),
                        ""));
    }

    @Test
    void anUnknownSettingStopsTheStartInOneLine() throws IOException {
        assertThatThrownBy(() -> read(Map.of(), Map.of("IBID_PROT", "1")))
                .isInstanceOf(IbidException.class)
                .hasMessage("unknown setting “PROT” in the environment as IBID_PROT; known are corpus, data, database, "
                        + "database_user, database_password, database_password_file, search, search_user, "
                        + "search_password, search_password_file, search_key, search_key_file, search_ca, host, "
                        + "port, public_url, keep_days, caution, model, model_url, model_window, model_key, "
                        + "model_key_file, admin_key, admin_key_file, eval_key, eval_key_file, requests_per_minute, "
                        + "requests_in_all, answers_at_once, identity_header, trusted_proxies");
        Files.writeString(folder.resolve("ibid.properties"), "colour = red\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .hasMessageContaining("“colour” in ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anImpossibleValueStopsTheStartInOneLine() {
        assertThatThrownBy(() -> read(Map.of(Setting.PORT, "70000"), Map.of()))
                .hasMessage("port must be a number from 0 to 65535, not “70000”");
        assertThatThrownBy(() -> read(Map.of(Setting.MODEL, "oracle"), Map.of()))
                .hasMessageContaining("“oracle” is not known");
        assertThatThrownBy(() -> read(Map.of(), Map.of("IBID_DATA", " "))).hasMessageContaining("data is empty");
    }

    @Test
    void aLimitThatIsSetHoldsAtThisMachineToo() {
        ReaderLimits limits = read(Map.of(Setting.REQUESTS_PER_MINUTE, "5"), Map.of("IBID_ANSWERS_AT_ONCE", "1"))
                .access()
                .limits();
        assertThat(limits).isEqualTo(new ReaderLimits(Limit.set(5), ReaderLimits.USUAL.total(), Limit.set(1)));
        assertThatThrownBy(() -> read(Map.of(Setting.REQUESTS_IN_ALL, "0"), Map.of()))
                .hasMessage("requests_in_all must be a number from 1 to 10000000, not “0”");
    }

    @Test
    void aModelIsNamedWithWhoRunsIt() {
        Config config = read(
                Map.of(Setting.MODEL, "openai:small", Setting.MODEL_URL, "http://127.0.0.1:1/v1"),
                Map.of("IBID_MODEL_KEY", "secret"));
        assertThat(config.model())
                .contains(new ModelChoice(ModelProvider.OPENAI, "small", "http://127.0.0.1:1/v1", "secret", 8192));
        assertThat(config.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> read(Map.of(Setting.MODEL, "openai:"), Map.of()))
                .hasMessageContaining("say extractive, openai:NAME");
        assertThatThrownBy(() -> read(Map.of(Setting.MODEL_WINDOW, "12"), Map.of()))
                .hasMessageContaining("model_window must be a number from 1024");
    }

    @Test
    void aKeyComesFromTheEnvironmentOrAFileAndFromNowhereElse() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "from a file\n");
        assertThat(read(Map.of(Setting.MODEL, "anthropic:small"), Map.of("IBID_MODEL_KEY_FILE", file.toString()))
                        .model()
                        .orElseThrow()
                        .key())
                .isEqualTo("from a file");
        assertThatThrownBy(() -> read(
                        Map.of(),
                        Map.of("IBID_MODEL_KEY_FILE", folder.resolve("none").toString())))
                .hasMessageContaining("cannot read the file of the model's key");
        Files.writeString(folder.resolve("ibid.properties"), "model_key = x\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .hasMessageContaining("put it into the environment as IBID_MODEL_KEY")
                .hasMessageNotContaining("= x");
    }

    @Test
    void theAdminsKeyIsASecretLikeTheModels() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "open-sesame\n");
        assertThat(read(Map.of(), Map.of("IBID_ADMIN_KEY_FILE", file.toString()))
                        .access()
                        .adminKey())
                .isEqualTo(new AdminKey("open-sesame"));
        assertThat(read(Map.of(), Map.of("IBID_ADMIN_KEY", "open-sesame")).toString())
                .doesNotContain("open-sesame");
        assertThatThrownBy(() -> read(Map.of(), Map.of("IBID_ADMIN_KEY", "open sesame")))
                .isInstanceOf(IbidException.class)
                .hasMessageNotContaining("sesame");
        Files.writeString(folder.resolve("ibid.properties"), "admin_key_file = x\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .hasMessageContaining("put it into the environment as IBID_ADMIN_KEY_FILE");
    }

    @Test
    void aDatabaseIsNamedWithItsUserAndItsPasswordIsASecret() throws IOException {
        String url = "jdbc:postgresql://db1,db2:5433/ibid?sslmode=verify-full";
        Config config = read(
                Map.of(Setting.DATABASE, url),
                Map.of("IBID_DATABASE_USER", "ibid", "IBID_DATABASE_PASSWORD", "open-sesame"));
        assertThat(config.databases().server()).contains(new PostgresAddress(url, "ibid", "open-sesame"));
        assertThat(config.toString()).doesNotContain("sesame").contains("postgresql://db1,db2:5433/ibid");
        Path file = Files.writeString(folder.resolve("password"), "from a file\n");
        assertThat(read(Map.of(), Map.of("IBID_DATABASE", url, "IBID_DATABASE_PASSWORD_FILE", file.toString()))
                        .databases()
                        .server()
                        .orElseThrow()
                        .password())
                .isEqualTo("from a file");
        String open = url + "&password=open-sesame";
        assertThat(read(Map.of(), Map.of("IBID_DATABASE", open)).toString()).doesNotContain("sesame");
        assertThatThrownBy(() -> read(Map.of(Setting.DATABASE, open), Map.of()))
                .hasMessageContaining("IBID_DATABASE_PASSWORD")
                .hasMessageNotContaining("sesame");
        Files.writeString(folder.resolve("ibid.properties"), "database = " + open + "\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of())).hasMessageContaining("IBID_DATABASE_PASSWORD");
    }

    @Test
    void whatIsNoAddressOfADatabaseStopsTheStartInOneLine() {
        for (String wrong : List.of("postgresql://h/ibid", "jdbc:mysql://h/ibid", "jdbc:postgresql://h", "h")) {
            assertThatThrownBy(() -> read(Map.of(Setting.DATABASE, wrong), Map.of()))
                    .isInstanceOf(IbidException.class)
                    .hasMessage("database must look like jdbc:postgresql://host/ibid or"
                            + " jdbc:postgresql://host1,host2/ibid, not “" + wrong + "”");
        }
        assertThatThrownBy(() -> read(Map.of(Setting.DATABASE, "jdbc:postgresql://h:port/ibid?password=x"), Map.of()))
                .hasMessageNotContaining("password=x");
        assertThatThrownBy(() -> read(Map.of(Setting.DATABASE_USER, "ibid"), Map.of()))
                .hasMessageContaining("of no use without database");
    }

    @Test
    void aSearchClusterIsNamedWithItsUserAndItsPasswordIsASecret() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "open-sesame\n");
        Config config = read(
                Map.of(Setting.SEARCH, "opensearch:https://h1,h2:9201/news"),
                Map.of("IBID_SEARCH_USER", "ibid", "IBID_SEARCH_KEY_FILE", file.toString()));
        assertThat(config.cluster().orElseThrow().nodes())
                .containsExactly(URI.create("https://h1:9200"), URI.create("https://h2:9201"));
        assertThat(config.cluster().orElseThrow().login())
                .isEqualTo(new ClusterAddress.Login("ibid", "", "open-sesame"));
        assertThat(config.toString()).doesNotContain("sesame");
        assertThatThrownBy(() -> read(Map.of(Setting.SEARCH_USER, "ibid"), Map.of()))
                .hasMessageContaining("of no use without search");
    }

    @Test
    void whatIsNoAddressOfAClusterStopsTheStartInOneLine() {
        for (String wrong : List.of("https://h", "opensearch:h", "opensearch:ftp://h", "opensearch:http://h,/x")) {
            assertThatThrownBy(() -> read(Map.of(Setting.SEARCH, wrong), Map.of()))
                    .isInstanceOf(IbidException.class)
                    .hasMessageStartingWith("search must look like opensearch:https://host1,host2:9200")
                    .hasMessageEndingWith("not “" + wrong + "”");
        }
        assertThatThrownBy(() -> read(Map.of(Setting.SEARCH, "opensearch:https://me:sesame@h"), Map.of()))
                .hasMessageNotContaining("sesame");
    }

    @Test
    void theLaunchersOwnVariablesAreLeftToIt() {
        assertThat(read(Map.of(), Map.of("IBID_JAVA_HOME", "/x", "IBID_JAVA_OPTIONS", "-Xmx2g"))
                        .port())
                .isEqualTo(7070);
    }

    @Test
    void theDocumentationListsEverySettingAndNoOther() throws IOException {
        List<String> rows = Stream.concat(lines("README.md"), lines("src/docs/operating.md"))
                .filter(line -> line.matches("\\| (`--[a-z-]+ .*|–) \\| `IBID_.*"))
                .toList();
        List<String> expected = Stream.of(Setting.values())
                .map(setting -> "| " + (setting.secret() ? "–" : "`" + setting.flag() + " " + setting.parameter() + "`")
                        + " | `" + setting.variable() + "` | "
                        + (setting.usual().isEmpty() ? "–" : "`" + setting.usual() + "`") + " | " + setting.meaning()
                        + " |")
                .toList();
        assertThat(rows).isEqualTo(expected);
    }

    private static Stream<String> lines(String file) throws IOException {
        Path path = Path.of(file);
        return Files.exists(path) ? Files.readAllLines(path).stream() : Stream.of();
    }

    @Test
    void aFlagThatIsASettingIsNamedAndDescribedByIt() {
        CommandLine commands =
                new Wiring(Map.of(), new Terminal(System.out, false), new StopSignal(), data -> {}).commands();
        for (Setting setting : Setting.values()) {
            List<OptionSpec> options = commands.getSubcommands().values().stream()
                    .map(command -> command.getCommandSpec().findOption(setting.flag()))
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(options.isEmpty()).as(setting.flag()).isEqualTo(setting.secret());
            assertThat(options).allSatisfy(option -> {
                assertThat(option.paramLabel()).isEqualTo(setting.parameter());
                assertThat(option.description()).containsExactly(setting.meaning());
            });
        }
    }

    @Test
    void theServersInFrontAreSetTogetherWithTheirHeader() {
        assertThatThrownBy(() -> read(Map.of(), Map.of("IBID_IDENTITY_HEADER", "X-User")))
                .hasMessageContaining("trusted_proxies");
        AccessSettings access = read(
                        Map.of(),
                        Map.of(
                                "IBID_IDENTITY_HEADER", "X-User",
                                "IBID_TRUSTED_PROXIES", "10.0.0.2",
                                "IBID_PUBLIC_URL", "https://news.example.org"))
                .access();
        assertThat(access.proxies().identityHeader()).isEqualTo("X-User");
        assertThat(access.proxies().addresses()).hasSize(1);
        assertThat(access.address().publicUrl())
                .hasValueSatisfying(url -> assertThat(url).hasToString("https://news.example.org"));
        assertThatThrownBy(() -> read(Map.of(), Map.of("IBID_PUBLIC_URL", "news.example.org")))
                .hasMessageContaining("https://news.example.org");
    }
}
