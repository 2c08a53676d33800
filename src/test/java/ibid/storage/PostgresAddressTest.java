package ibid.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresAddressTest {

    private static final PostgresAddress TWO_HOSTS = new PostgresAddress(
            "jdbc:postgresql://db1,db2:5433/ibid?password=open-sesame&sslmode=verify-full", "news room", "x'y");

    @Test
    void aMessageNamesThePlaceAndNoSecret() {
        assertThat(TWO_HOSTS.place()).isEqualTo("postgresql://db1,db2:5433/ibid");
        assertThat(TWO_HOSTS).hasToString("postgresql://db1,db2:5433/ibid");
    }

    @Test
    void theCommandsOfABackupGoToThePrimaryAndHoldNoPassword() {
        String where = "'postgresql://news%20room@db1:5432,db2:5433/ibid?target_session_attrs=read-write"
                + "&sslmode=verify-full'";
        assertThat(TWO_HOSTS.dumpCommand("it's.dump"))
                .isEqualTo("pg_dump --format=custom --file='it'\\''s.dump' " + where);
        assertThat(TWO_HOSTS.restoreCommand("a.dump"))
                .isEqualTo("pg_restore --clean --if-exists --single-transaction --no-owner --dbname=" + where
                        + " 'a.dump'");
    }

    @Test
    void oneHostIsNamedAsItIs() {
        assertThat(new PostgresAddress("jdbc:postgresql://[::1]:5433/news", "", "").dumpCommand("a"))
                .endsWith(" 'postgresql://[::1]:5433/news'");
        assertThat(new PostgresAddress("jdbc:postgresql://h/news?user=ibid&currentSchema=s", "", "").dumpCommand("a"))
                .endsWith(" --schema='s' 'postgresql://ibid@h:5432/news'");
    }
}
