package ibid.storage;

import ibid.IbidException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/**
 * A PostgreSQL database, on one host or on several of which one is the primary.
 *
 * @param url      for JDBC; its parameters are the driver's, TLS among them
 * @param user     empty if the URL names one, or for the operating system's
 * @param password empty if there is none, or if the URL has it
 */
public record PostgresAddress(String url, String user, String password) implements DatabaseAddress {

    private static final String PREFIX = "jdbc:postgresql://";

    /** Silent, because it prints a URL that it cannot read with its password. Kept here, or the level would be lost. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    /** @throws IbidException INVALID if the URL is not one of a PostgreSQL database */
    public PostgresAddress {
        if (!url.startsWith(PREFIX) || parsed(url) == null || databaseOf(url).isEmpty()) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "database must look like " + PREFIX + "host/ibid or " + PREFIX + "host1,host2/ibid, not “"
                            + withoutParameters(url) + "”");
        }
    }

    private static Properties parsed(String url) {
        return Driver.parseURL(url, new Properties());
    }

    private static String databaseOf(String url) {
        int slash = withoutParameters(url).indexOf('/', PREFIX.length());
        return slash < 0 ? "" : withoutParameters(url).substring(slash + 1);
    }

    /** Parameters may be secret. */
    private static String withoutParameters(String url) {
        int mark = url.indexOf('?');
        return mark < 0 ? url : url.substring(0, mark);
    }

    /** Whether the URL itself holds a password, as only a place that others cannot see may. */
    public static boolean holdsPassword(String url) {
        return url.toLowerCase(Locale.ROOT).contains("password=");
    }

    /** For messages: without user, password and parameters. */
    public String place() {
        return withoutParameters(url).substring("jdbc:".length());
    }

    @Override
    public String toString() {
        return place();
    }

    /** The command that backs up everything in the database, for a shell. */
    public String dumpCommand(String file) {
        String schema = Optional.ofNullable(parsed(url).getProperty("currentSchema"))
                .map(name -> "--schema=" + quoted(name) + " ")
                .orElse("");
        return "pg_dump --format=custom --file=" + quoted(file) + " " + schema + quoted(libpqUrl());
    }

    /** The command that puts a backup in place of what is in the database, for a shell. */
    public String restoreCommand(String file) {
        return "pg_restore --clean --if-exists --single-transaction --no-owner --dbname=" + quoted(libpqUrl()) + " "
                + quoted(file);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address as PostgreSQL's own programs take it, without the password. */
    private String libpqUrl() {
        Properties parts = parsed(url);
        String[] hosts = parts.getProperty("PGHOST").split(",");
        String[] ports = parts.getProperty("PGPORT").split(",");
        StringJoiner places = new StringJoiner(",");
        for (int i = 0; i < hosts.length; i++) {
            places.add(hosts[i] + ":" + ports[i]);
        }
        String who = parts.getProperty("user", user);
        List<String> parameters = new ArrayList<>();
        if (hosts.length > 1) {
            parameters.add("target_session_attrs=read-write");
        }
        for (String same : List.of("sslmode", "sslrootcert")) {
            Optional.ofNullable(parts.getProperty(same)).ifPresent(value -> parameters.add(same + "=" + value));
        }
        return "postgresql://" + (who.isEmpty() ? "" : escaped(who) + "@") + places + "/"
                + parts.getProperty("PGDBNAME") + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }
}
