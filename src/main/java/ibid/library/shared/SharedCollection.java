package ibid.library.shared;

import ibid.IbidException;
import ibid.library.FileState;
import ibid.library.RetryTime;
import ibid.storage.Database;
import ibid.storage.DatabaseAddress;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * One collection in a database, as it was published last: its files, the texts of their articles, and their bytes.
 * Texts and bytes are stored before the generation that needs them, and nobody sees them until it is published, in one
 * transaction that also deletes what only the generation before needed. Threads and other processes may share it.
 */
public final class SharedCollection implements AutoCloseable {

    private static final Database.Schema SCHEMA =
            new Database.Schema("articles for other servers", SharedCollection.class, 1, 0);
    private static final int MAX_FETCHED = 1000; // rows of some 200 bytes
    private static final int MAX_BATCH = 1000; // of those
    private static final int MAX_KEYS = 500; // parameters in one statement; older SQLite allows 999
    private static final String FILE = "name, size, modified, article, skipped, twin, origin, text_key, original_key";

    private final Database database;
    private final String name;

    /** @param name of the collection; one for each set of rules by which articles are read and cut */
    public SharedCollection(DatabaseAddress address, String name) {
        this.database = Database.open(address, SCHEMA);
        this.name = name;
    }

    /** The generation to show; empty before the first one. */
    public Optional<SharedGeneration> published() {
        return asked(() -> database.read(handle -> handle.createQuery(
                        "SELECT generation, updated, format FROM shared_collection WHERE name = ? AND generation <> ''")
                .bind(0, name)
                .map((row, context) -> new SharedGeneration(
                        row.getString("generation"), row.getString("updated"), row.getString("format")))
                .findOne()));
    }

    /**
     * The files of that generation, by name.
     *
     * @throws IbidException BUSY if another is published meanwhile
     */
    public SortedMap<String, SharedFile> files(SharedGeneration generation) {
        SortedMap<String, SharedFile> files = asked(() -> database.scan(this::files));
        if (!published().equals(Optional.of(generation))) {
            throw moved();
        }
        return files;
    }

    private SortedMap<String, SharedFile> files(Handle handle) {
        SortedMap<String, SharedFile> files = new TreeMap<>();
        handle.createQuery("SELECT " + FILE + " FROM shared_file WHERE collection = ?")
                .bind(0, name)
                .setFetchSize(MAX_FETCHED)
                .map((row, context) -> file(row))
                .forEach(file -> files.put(file.name(), file));
        return files;
    }

    private static SharedFile file(ResultSet row) throws SQLException {
        FileState state = new FileState(
                row.getString("name"),
                row.getLong("size"),
                row.getLong("modified"),
                row.getString("text_key"),
                row.getString("article"),
                row.getString("skipped"),
                row.getString("twin"),
                RetryTime.NEVER);
        return new SharedFile(state, row.getString("origin"), row.getString("original_key"));
    }

    /** A database that is away is no damage of the index. @throws IbidException BUSY if it is */
    private static <T> T asked(Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException away) {
            throw new IbidException(IbidException.Code.BUSY, away.getMessage(), away);
        }
    }

    private static IbidException moved() {
        return new IbidException(
                IbidException.Code.BUSY,
                "another generation was published in the database just now; the next look takes it in");
    }

    /**
     * Texts by key.
     *
     * @throws IbidException BUSY if one is gone, because another generation was published meanwhile
     */
    public Map<String, String> texts(Collection<String> keys) {
        Map<String, String> texts = new HashMap<>();
        for (List<String> some : portions(keys)) {
            asked(() -> database.read(handle -> {
                handle.createQuery("SELECT text_key, article_json FROM shared_text WHERE collection = :collection"
                                + " AND text_key IN (<keys>)")
                        .bind("collection", name)
                        .bindList("keys", some)
                        .map((row, context) -> Map.entry(row.getString("text_key"), row.getString("article_json")))
                        .forEach(text -> texts.put(text.getKey(), text.getValue()));
                return texts;
            }));
        }
        if (!texts.keySet().containsAll(keys)) {
            throw moved();
        }
        return texts;
    }

    /** The bytes of a file as published last; empty if they are not stored. */
    public Optional<SharedOriginal> original(String file) {
        return asked(() ->
                database.read(handle -> handle.createQuery("SELECT f.name, f.modified, o.original_key, o.content"
                                + " FROM shared_file f JOIN shared_original o"
                                + " ON o.collection = f.collection AND o.original_key = f.original_key"
                                + " WHERE f.collection = ? AND f.file_key = ?")
                        .bind(0, name)
                        .bind(1, SharedFile.key(file, "", ""))
                        .map((row, context) -> new SharedOriginal(
                                row.getString("name"),
                                row.getLong("modified"),
                                row.getString("original_key"),
                                row.getBytes("content")))
                        .findOne()));
    }

    private static List<List<String>> portions(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MAX_KEYS) {
            portions.add(all.subList(from, Math.min(all.size(), from + MAX_KEYS)));
        }
        return portions;
    }

    /** Stores texts by key for a generation to come. */
    public void storeTexts(Map<String, String> texts) {
        asked(() -> database.store(handle -> {
            begin(handle);
            PreparedBatch batch = handle.prepareBatch("INSERT INTO shared_text (collection, text_key, article_json)"
                    + " VALUES (?, ?, ?) ON CONFLICT (collection, text_key) DO NOTHING");
            texts.forEach((key, text) -> batch.add(name, key, text));
            return batch.execute();
        }));
    }

    /** Stores the bytes of a file for a generation to come. */
    public void storeOriginal(String key, byte[] content) {
        asked(() -> database.store(handle -> begin(handle)
                + handle.execute(
                        "INSERT INTO shared_original (collection, original_key, content) VALUES (?, ?, ?)"
                                + " ON CONFLICT (collection, original_key) DO NOTHING",
                        name,
                        key,
                        content)));
    }

    private int begin(Handle handle) {
        SharedGeneration none = SharedGeneration.NONE;
        return handle.execute(
                "INSERT INTO shared_collection (name, generation, updated, format) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (name) DO NOTHING",
                name,
                none.generation(),
                none.updated(),
                none.format());
    }

    /**
     * Makes a generation the one to show, and deletes what only the one before needed.
     *
     * @throws IbidException BUSY if the one before is not the one to show any more
     */
    public void publish(SharedChange change) {
        asked(() -> database.erase(handle -> {
            begin(handle);
            move(handle, change);
            deleteAll(handle, "shared_file", "file_key", change.ended(), SharedFile::key);
            deleteAll(handle, "shared_text", "text_key", change.unusedTexts(), key -> key);
            deleteAll(handle, "shared_original", "original_key", change.unusedOriginals(), key -> key);
            return insert(handle, change.begun());
        }));
    }

    private void move(Handle handle, SharedChange change) {
        SharedGeneration next = change.next();
        int moved = handle.execute(
                "UPDATE shared_collection SET generation = ?, updated = ?, format = ?"
                        + " WHERE name = ? AND generation = ?",
                next.generation(),
                next.updated(),
                next.format(),
                name,
                change.before().generation());
        if (moved == 0) {
            throw moved();
        }
    }

    private <T> void deleteAll(
            Handle handle, String table, String column, Collection<T> rows, Function<T, String> keyOf) {
        PreparedBatch batch =
                handle.prepareBatch("DELETE FROM " + table + " WHERE collection = ? AND " + column + " = ?");
        for (T row : rows) {
            batch.add(name, keyOf.apply(row));
            executeIfFull(batch);
        }
        batch.execute();
    }

    private static void executeIfFull(PreparedBatch batch) {
        if (batch.size() == MAX_BATCH) {
            batch.execute();
        }
    }

    private int insert(Handle handle, Collection<SharedFile> files) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO shared_file (collection, file_key, " + FILE
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (SharedFile file : files) {
            FileState state = file.state();
            batch.add(
                    name,
                    file.key(),
                    state.name(),
                    state.size(),
                    state.modified(),
                    state.article(),
                    state.skipped(),
                    state.twin(),
                    file.origin(),
                    file.text(),
                    file.original());
            executeIfFull(batch);
        }
        batch.execute();
        return files.size();
    }

    /**
     * Deletes texts and bytes that no file of the published generation needs: what a process that was killed stored.
     */
    public void sweep() {
        asked(() -> database.erase(
                handle -> sweep(handle, "shared_text", "text_key") + sweep(handle, "shared_original", "original_key")));
    }

    private int sweep(Handle handle, String table, String column) {
        return handle.execute(
                "DELETE FROM " + table + " WHERE collection = ? AND NOT EXISTS (SELECT 1 FROM shared_file f"
                        + " WHERE f.collection = " + table + ".collection AND f." + column + " = " + table + "."
                        + column
                        + ")",
                name);
    }

    @Override
    public void close() {
        database.close();
    }
}
