package ibid.library;

import ibid.read.manuscript.LineHashes;
import ibid.storage.DataLock;
import ibid.storage.Database;
import ibid.storage.DatabaseAddress;
import ibid.storage.DatabaseFile;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQL catalogue of the files in the corpus folder: their states, fingerprints and near-duplicates, and vectors by
 * text. A change is a new revision; a commit of the index names the revision it belongs to, and revisions that no
 * commit names are rolled back. Threads may share it.
 */
public final class Catalogue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final Database.Schema SCHEMA = new Database.Schema("catalogue", Catalogue.class, 2, 0);
    private static final long NOT_ENDED = Long.MAX_VALUE; // end of a row that is valid in the newest revision
    private static final List<String> REVISED_TABLES = List.of("file", "fingerprint", "near_duplicate");
    private static final String AT_REVISION = " WHERE since <= :revision AND until > :revision";
    private static final int MAX_SPARE_REVISIONS = 32; // dropping them costs a transaction; they take little space

    private final Database database;
    private final String identity;

    /** @param file of the database; created if it does not exist */
    public Catalogue(Path file) {
        database = Database.open(new DatabaseAddress.SqliteFile(file), SCHEMA);
        identity = database.read(Catalogue::findIdentity).orElseGet(() -> database.write(Catalogue::identify));
    }

    /**
     * Opens the catalogue. A damaged one is moved aside and made anew by the next update, because all it holds comes
     * from the articles.
     *
     * @throws IbidException BUSY if it is damaged and another process uses it
     */
    public static Catalogue open(Path file, DataLock lock) {
        DatabaseFile files = new DatabaseFile(file);
        files.damage()
                .ifPresent(damage -> lock.during(() -> {
                    Path aside = files.quarantine();
                    LOG.warn(
                            "the catalogue in {} was damaged ({}); it is now {} and is made anew", file, damage, aside);
                }));
        return new Catalogue(file);
    }

    private static Optional<String> findIdentity(Handle handle) {
        return handle.createQuery("SELECT identity FROM catalogue")
                .mapTo(String.class)
                .findOne();
    }

    private static String identify(Handle handle) {
        Optional<String> found = findIdentity(handle); // another process may have written it meanwhile
        if (found.isPresent()) {
            return found.get();
        }
        String identity = UUID.randomUUID().toString();
        handle.execute("INSERT INTO catalogue (identity, oldest, newest) VALUES (?, 0, 0)", identity);
        return identity;
    }

    /** The id of this catalogue, by which an index knows whether it belongs to it. */
    public String identity() {
        return identity;
    }

    /** The catalogue at that revision; empty if it is no longer kept or was never written. */
    public Optional<CatalogueSnapshot> snapshot(long revision) {
        return database.read(handle -> {
            SortedMap<String, FileState> files = files(handle, revision);
            NearDuplicates nearDuplicates = new NearDuplicates(origins(handle, revision));
            if (!isKept(handle, revision)) {
                return Optional.empty(); // checked last, because it may have been dropped meanwhile
            }
            return Optional.of(new CatalogueSnapshot(revision, files, nearDuplicates));
        });
    }

    /** Whether that revision was written and is still kept. */
    public boolean holds(long revision) {
        return database.read(handle -> isKept(handle, revision));
    }

    private static boolean isKept(Handle handle, long revision) {
        return handle.createQuery("SELECT count(*) FROM catalogue WHERE oldest <= :revision AND newest >= :revision")
                        .bind("revision", revision)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static SortedMap<String, FileState> files(Handle handle, long revision) {
        SortedMap<String, FileState> files = new TreeMap<>();
        handle.createQuery("SELECT name, size, modified, hash, article, skipped, twin, retry_at, retry_count FROM file"
                        + AT_REVISION)
                .bind("revision", revision)
                .map((row, context) -> fileState(row))
                .forEach(state -> files.put(state.name(), state));
        return files;
    }

    private static FileState fileState(ResultSet row) throws SQLException {
        return new FileState(
                row.getString("name"),
                row.getLong("size"),
                row.getLong("modified"),
                row.getString("hash"),
                row.getString("article"),
                row.getString("skipped"),
                row.getString("twin"),
                new RetryTime(row.getLong("retry_at"), row.getInt("retry_count")));
    }

    private static Map<String, String> origins(Handle handle, long revision) {
        Map<String, String> origins = new HashMap<>();
        handle.createQuery("SELECT article, origin FROM near_duplicate" + AT_REVISION)
                .bind("revision", revision)
                .map((row, context) -> Map.entry(row.getString("article"), row.getString("origin")))
                .forEach(pair -> origins.put(pair.getKey(), pair.getValue()));
        return origins;
    }

    /** The fingerprints of all files at that revision, in no particular order. */
    public List<FileFingerprint> fingerprints(long revision) {
        return database.read(handle -> handle.createQuery("SELECT file, article, outlet, published, words, lines,"
                        + " signature, dropped FROM fingerprint" + AT_REVISION)
                .bind("revision", revision)
                .map((row, context) -> fingerprint(row))
                .list());
    }

    private static FileFingerprint fingerprint(ResultSet row) throws SQLException {
        return new FileFingerprint(
                row.getString("file"),
                row.getString("article"),
                row.getString("outlet"),
                row.getString("published"),
                row.getInt("words"),
                new LineHashes(row.getString("lines")),
                row.getString("signature"),
                new LineHashes(row.getString("dropped")));
    }

    /**
     * Makes that revision the newest one. Later changes are undone, because no commit of the index names them. Rows
     * that ended before the oldest revision named by a commit are dropped from time to time.
     */
    public void rollBack(long newest, long oldest) {
        if (database.read(handle -> isRolledBack(handle, newest, oldest))) {
            return;
        }
        database.write(handle -> {
            for (String table : REVISED_TABLES) {
                handle.execute("DELETE FROM " + table + " WHERE until <= ? OR since > ?", oldest, newest);
                handle.execute(
                        "UPDATE " + table + " SET until = ? WHERE until > ? AND until < ?",
                        NOT_ENDED,
                        newest,
                        NOT_ENDED);
            }
            return handle.execute("UPDATE catalogue SET oldest = ?, newest = ?", oldest, newest);
        });
    }

    private static boolean isRolledBack(Handle handle, long newest, long oldest) {
        return handle.createQuery("SELECT count(*) FROM catalogue WHERE newest = :newest AND oldest > :dropped")
                        .bind("newest", newest)
                        .bind("dropped", oldest - MAX_SPARE_REVISIONS)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Writes the changes as the next revision, atomically. It is on disk at return. */
    public void revise(long revision, CatalogueChanges changes) {
        database.write(handle -> {
            if (changes.isCleared()) {
                REVISED_TABLES.forEach(table -> endAll(handle, table, revision));
            }
            end(handle, "UPDATE file SET until = ? WHERE name = ? AND until = ?", revision, changes.endedFiles());
            end(
                    handle,
                    "UPDATE fingerprint SET until = ? WHERE file = ? AND until = ?",
                    revision,
                    changes.endedFingerprints());
            insertFiles(handle, revision, changes.files());
            insertFingerprints(handle, revision, changes.fingerprints());
            changes.nearDuplicates().ifPresent(found -> replace(handle, revision, found));
            return handle.execute("UPDATE catalogue SET newest = ?", revision);
        });
    }

    private static void endAll(Handle handle, String table, long revision) {
        handle.execute("UPDATE " + table + " SET until = ? WHERE until = ?", revision, NOT_ENDED);
    }

    private static void end(Handle handle, String sql, long revision, Iterable<String> keys) {
        PreparedBatch batch = handle.prepareBatch(sql);
        for (String key : keys) {
            batch.add(revision, key, NOT_ENDED);
        }
        batch.execute();
    }

    private static void insertFiles(Handle handle, long revision, Iterable<FileState> states) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO file (name, since, until, size, modified, hash, article,"
                + " skipped, twin, retry_at, retry_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (FileState state : states) {
            batch.add(
                    state.name(),
                    revision,
                    NOT_ENDED,
                    state.size(),
                    state.modified(),
                    state.hash(),
                    state.article(),
                    state.skipped(),
                    state.twin(),
                    state.retry().at(),
                    state.retry().tries());
        }
        batch.execute();
    }

    private static void insertFingerprints(Handle handle, long revision, Iterable<FileFingerprint> fingerprints) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO fingerprint (file, since, until, article, outlet,"
                + " published, words, lines, signature, dropped) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (FileFingerprint fingerprint : fingerprints) {
            batch.add(
                    fingerprint.file(),
                    revision,
                    NOT_ENDED,
                    fingerprint.article(),
                    fingerprint.outlet(),
                    fingerprint.published(),
                    fingerprint.words(),
                    fingerprint.lines().packed(),
                    fingerprint.signature(),
                    fingerprint.dropped().packed());
        }
        batch.execute();
    }

    private static void replace(Handle handle, long revision, NearDuplicates found) {
        Map<String, String> before = origins(handle, revision);
        Map<String, String> now = found.origins();
        PreparedBatch ends = handle.prepareBatch("UPDATE near_duplicate SET until = ? WHERE article = ? AND until = ?");
        PreparedBatch inserts =
                handle.prepareBatch("INSERT INTO near_duplicate (article, since, until, origin) VALUES (?, ?, ?, ?)");
        before.forEach((article, origin) -> {
            if (!origin.equals(now.get(article))) {
                ends.add(revision, article, NOT_ENDED);
            }
        });
        now.forEach((article, origin) -> {
            if (!origin.equals(before.get(article))) {
                inserts.add(article, revision, NOT_ENDED, origin);
            }
        });
        ends.execute();
        inserts.execute();
    }

    /** For the vectors, which belong to no revision. */
    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
