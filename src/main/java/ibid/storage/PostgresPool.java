package ibid.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;

/** Opens a pool of connections that gives a lost server up quickly and finds the new primary. */
final class PostgresPool {

    /** All are open from the start: readers who come at once would wait for each to be opened. */
    private static final int MAX_CONNECTIONS = 8; // requests that use the log at once on two to four cores

    private static final Duration MAX_WAIT = Duration.ofMillis(1500); // half of what a failing request may take
    private static final Duration MAX_VALIDATION = Duration.ofMillis(500);
    private static final Duration MAX_LIFE = Duration.ofMinutes(5); // then a name that means another server is seen

    /** The driver's parameters if the URL does not set them. Times in seconds. */
    private static final Map<String, String> USUAL = Map.of(
            "targetServerType", "primary",
            "connectTimeout", "2",
            "socketTimeout", "2", // a frozen server is given up then: within the 3 s that a request may take
            "loginTimeout", "0", // or the next host would not be tried after a frozen one
            "hostRecheckSeconds", "2", // so long is a standby taken for a standby after it was promoted
            "tcpKeepAlive", "true",
            "ApplicationName", "ibid");

    /** A commit that was acknowledged is on disk, whatever the database's own setting; stronger ones are left. */
    private static final String COMMIT_TO_DISK = """
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """;

    private PostgresPool() {}

    static HikariDataSource open(PostgresAddress address, String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        if (!address.user().isEmpty()) {
            config.setUsername(address.user());
        }
        if (!address.password().isEmpty()) {
            config.setPassword(address.password());
        }
        USUAL.forEach(config::addDataSourceProperty);
        config.setConnectionInitSql(COMMIT_TO_DISK);
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setConnectionTimeout(MAX_WAIT.toMillis());
        config.setValidationTimeout(MAX_VALIDATION.toMillis());
        config.setMaxLifetime(MAX_LIFE.toMillis());
        config.setPoolName(name);
        return new HikariDataSource(config);
    }
}
