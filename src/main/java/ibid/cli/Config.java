package ibid.cli;

import ibid.IbidException;
import ibid.answer.extract.Caution;
import ibid.cli.articles.ArticlePlace;
import ibid.index.cluster.ClusterAddress;
import ibid.model.ModelChoice;
import ibid.serve.caller.AccessSettings;
import ibid.serve.caller.AddressRange;
import ibid.serve.caller.AdminKey;
import ibid.serve.caller.PublicUrl;
import ibid.serve.caller.ServerAddress;
import ibid.serve.caller.TrustedProxies;
import ibid.serve.limit.Limit;
import ibid.serve.limit.ReaderLimits;
import ibid.storage.DatabaseChoice;
import ibid.storage.PostgresAddress;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The settings of one run, read once: flags, then environment, then ibid.properties, then defaults. */
record Config(
        Path corpus,
        Stores stores,
        int port,
        int keepDays,
        Caution caution,
        Optional<ModelChoice> model,
        AccessSettings access,
        String evalKey) {

    /**
     * Where answers, keys and passages are kept.
     *
     * @param cluster that has the vectors and searches, in place of the embedded index
     */
    record Stores(DatabaseChoice databases, Optional<ClusterAddress> cluster) {}

    private static final int MIN_WINDOW_TOKENS = 1024;
    private static final int MAX_LIMIT = 10_000_000; // times the readers at an address it is still an int
    private static final int MAX_KEEP_DAYS = 36_500; // a hundred years

    /** Read by the launcher, not by Ibid itself. */
    private static final List<String> LAUNCHER = List.of("IBID_JAVA_HOME", "IBID_JAVA_OPTIONS");

    /**
     * @param flags       values given on the command line
     * @param environment all variables of the process
     * @param properties  the file's path; it need not exist
     * @throws IbidException INVALID, in one line, for an unknown setting or an impossible value
     */
    static Config read(Map<Setting, String> flags, Map<String, String> environment, Path properties) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, setting.usual());
        }
        file(properties)
                .forEach((key, value) -> values.put(
                        open(known(String.valueOf(key), "in " + properties), properties),
                        String.valueOf(value).strip()));
        requireNoPassword(values.get(Setting.DATABASE));
        requireNoPassword(flags.getOrDefault(Setting.DATABASE, ""));
        environment.forEach((name, value) -> {
            if (name.startsWith("IBID_") && !LAUNCHER.contains(name)) {
                values.put(known(name.substring(5), "in the environment as " + name), value.strip());
            }
        });
        values.putAll(flags);
        values.forEach((setting, value) -> {
            if (value.isEmpty() && !setting.usual().isEmpty()) {
                throw invalid(setting.key() + " is empty; usual is " + setting.usual());
            }
        });
        return new Config(
                Path.of(values.get(Setting.CORPUS)),
                new Stores(databases(values), cluster(values)),
                number("port", values.get(Setting.PORT), 0, 65535),
                number("keep_days", values.get(Setting.KEEP_DAYS), 0, MAX_KEEP_DAYS),
                caution(values.get(Setting.CAUTION)),
                ModelChoice.of(
                        values.get(Setting.MODEL),
                        values.get(Setting.MODEL_URL),
                        secret("the model's key", values.get(Setting.MODEL_KEY), Setting.MODEL_KEY_FILE, values),
                        number("model_window", values.get(Setting.MODEL_WINDOW), MIN_WINDOW_TOKENS, 10_000_000)),
                access(values),
                secret("the measured server's key", values.get(Setting.EVAL_KEY), Setting.EVAL_KEY_FILE, values));
    }

    private static DatabaseChoice databases(Map<Setting, String> values) {
        String url = values.get(Setting.DATABASE);
        String user = values.get(Setting.DATABASE_USER);
        String password = secret(
                "the database's password",
                values.get(Setting.DATABASE_PASSWORD),
                Setting.DATABASE_PASSWORD_FILE,
                values);
        if (url.isEmpty() && !user.isEmpty()) {
            throw invalid("database_user is of no use without database; set it too");
        }
        Optional<PostgresAddress> server =
                url.isEmpty() ? Optional.empty() : Optional.of(new PostgresAddress(url, user, password));
        return new DatabaseChoice(Path.of(values.get(Setting.DATA)), server);
    }

    private static Optional<ClusterAddress> cluster(Map<Setting, String> values) {
        String user = values.get(Setting.SEARCH_USER);
        String password = values.get(Setting.SEARCH_PASSWORD);
        ClusterAddress.Login login = new ClusterAddress.Login(
                user,
                secret("the search cluster's password", password, Setting.SEARCH_PASSWORD_FILE, values),
                secret("the search cluster's token", values.get(Setting.SEARCH_KEY), Setting.SEARCH_KEY_FILE, values));
        String authority = values.get(Setting.SEARCH_CA);
        if (values.get(Setting.SEARCH).isEmpty()) {
            if (!user.isEmpty() || !authority.isEmpty()) {
                throw invalid("search_user and search_ca are of no use without search; set it too");
            }
            return Optional.empty();
        }
        Optional<Path> file = authority.isEmpty() ? Optional.empty() : Optional.of(Path.of(authority));
        return Optional.of(ClusterAddress.of(values.get(Setting.SEARCH), login, file));
    }

    private static ReaderLimits limits(Map<Setting, String> values) {
        ReaderLimits usual = ReaderLimits.USUAL;
        return new ReaderLimits(
                limit(Setting.REQUESTS_PER_MINUTE, values, usual.requests()),
                limit(Setting.REQUESTS_IN_ALL, values, usual.total()),
                limit(Setting.ANSWERS_AT_ONCE, values, usual.answers()));
    }

    private static Limit limit(Setting setting, Map<Setting, String> values, Limit usual) {
        String value = values.get(setting);
        return value.isEmpty() ? usual : Limit.set(number(setting.key(), value, 1, MAX_LIMIT));
    }

    private static AccessSettings access(Map<Setting, String> values) {
        String publicUrl = values.get(Setting.PUBLIC_URL);
        String header = values.get(Setting.IDENTITY_HEADER);
        List<AddressRange> proxies = AddressRange.list(values.get(Setting.TRUSTED_PROXIES));
        if (!header.isEmpty() && proxies.isEmpty()) {
            throw invalid("identity_header is taken only from servers that trusted_proxies names; set it too");
        }
        return new AccessSettings(
                new ServerAddress(
                        values.get(Setting.HOST),
                        Optional.of(publicUrl).filter(url -> !url.isEmpty()).map(PublicUrl::of)),
                new AdminKey(secret("the admin key", values.get(Setting.ADMIN_KEY), Setting.ADMIN_KEY_FILE, values)),
                new TrustedProxies(header, proxies),
                limits(values));
    }

    /** The data folder. */
    Path data() {
        return databases().data();
    }

    DatabaseChoice databases() {
        return stores.databases();
    }

    Optional<ClusterAddress> cluster() {
        return stores.cluster();
    }

    ArticlePlace articles() {
        return new ArticlePlace(
                corpus, data(), databases().server().filter(server -> cluster().isPresent()));
    }

    /** The address listened on. */
    String host() {
        return access.address().host();
    }

    private static Setting known(String name, String where) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> invalid("unknown setting “" + name + "” " + where + "; known are "
                        + Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", "))));
    }

    private static Caution caution(String value) {
        return Arrays.stream(Caution.values())
                .filter(caution -> caution.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> invalid("caution is low, usual or high, not “" + value + "”"));
    }

    private static Properties file(Path path) {
        Properties properties = new Properties();
        if (!Files.exists(path)) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }

    static int number(String name, String value, int min, int max) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
            throw invalid(name + " must be a number from " + min + " to " + max + ", not “" + value + "”");
        }
        return Integer.parseInt(value);
    }

    private static Setting open(Setting setting, Path properties) {
        if (setting.secret()) {
            throw invalid(setting.key() + " must not be in " + properties + "; put it into the environment as "
                    + setting.variable());
        }
        return setting;
    }

    private static void requireNoPassword(String databaseUrl) {
        if (PostgresAddress.holdsPassword(databaseUrl)) {
            throw invalid("a password must not be on the command line or in a file of settings; put it into the"
                    + " environment as " + Setting.DATABASE_PASSWORD.variable());
        }
    }

    private static String secret(String what, String value, Setting inFile, Map<Setting, String> values) {
        String file = values.get(inFile);
        if (file.isEmpty()) {
            return value;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw invalid("cannot read the file of " + what + ", " + file + " (" + inFile.variable() + ")");
        }
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
