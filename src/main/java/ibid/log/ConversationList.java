package ibid.log;

import ibid.access.ReaderId;
import ibid.api.ConversationBody;
import ibid.storage.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The conversations of readers as they are listed, found by their titles, named and pinned. Threads may share it. */
public final class ConversationList {

    private static final String SELECT = """
            SELECT c.id, c.title, c.created, c.updated, c.pinned,
                (SELECT count(*) FROM answer a WHERE a.conversation_id = c.id) AS answers
            FROM conversation c
            """;

    private static final String SELECT_TITLES = """
            SELECT id, title FROM conversation WHERE reader = :reader ORDER BY pinned DESC, last_turn DESC
            """;

    /** Answers are counted of those that are shown only: of 10,000 conversations that took longer than to find them. */
    private static final String SELECT_SHOWN = SELECT + "WHERE c.id IN (<ids>)";

    private static final String CHANGE = """
            UPDATE conversation SET title = coalesce(:title, title), renamed = renamed OR :title IS NOT NULL,
                pinned = coalesce(:pinned, pinned)
            WHERE id = :id
            """;

    private static final String LOCK = "UPDATE conversation SET last_turn = last_turn WHERE id = ?";
    private static final String SET_LAST_TURN = """
            UPDATE conversation SET last_turn =
                coalesce((SELECT max(turn) FROM question WHERE question.conversation_id = conversation.id), 0)
            WHERE id = ?
            """;

    private final Database database;

    private record Titled(String id, String title) {}

    ConversationList(Database database) {
        this.database = database;
    }

    /**
     * Those of a reader, the pinned ones first, then the newest.
     *
     * @param words all of which, or parts of words, are in the title in any case; blank for all conversations
     */
    public List<ConversationBody> of(ReaderId reader, String words, int offset, int limit) {
        return database.read(handle -> shown(handle, ids(handle, reader, words, offset, limit)));
    }

    private static List<ConversationBody> shown(Handle handle, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, ConversationBody> byId = new HashMap<>();
        handle.createQuery(SELECT_SHOWN)
                .bindList("ids", ids)
                .map(new ConversationRow())
                .forEach(conversation -> byId.put(conversation.id(), conversation));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList(); // one may be deleted meanwhile
    }

    /** Compared here: SQLite knows the cases of ASCII only, and no two databases know the same of others. */
    private static List<String> ids(Handle handle, ReaderId reader, String words, int offset, int limit) {
        List<String> wanted = List.of(anyCase(words.strip()).split("\\s+"));
        if (words.isBlank()) {
            return handle.createQuery(SELECT_TITLES + "LIMIT :limit OFFSET :offset")
                    .bind("reader", reader.value())
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .map((row, context) -> row.getString("id"))
                    .list();
        }
        try (Stream<Titled> titles = handle
                .createQuery(SELECT_TITLES)
                .bind("reader", reader.value())
                .map((row, context) -> new Titled(row.getString("id"), row.getString("title")))
                .stream()) {
            return titles.filter(titled -> hasAll(anyCase(titled.title()), wanted))
                    .skip(offset)
                    .limit(limit)
                    .map(Titled::id)
                    .toList();
        }
    }

    private static boolean hasAll(String title, List<String> words) {
        return words.stream().allMatch(title::contains);
    }

    /** Capitals first, so that ß is ss and both forms of sigma are one. */
    private static String anyCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    public Optional<ConversationBody> one(String id) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE c.id = :id")
                .bind("id", id)
                .map(new ConversationRow())
                .findOne());
    }

    /**
     * Keeps others from asking in the conversation until the transaction ends. Comes before questions are stored or
     * deleted, so that {@link #order} counts all of them and no two transactions wait for each other.
     */
    static void lock(Handle handle, String id) {
        handle.execute(LOCK, id);
    }

    /** Puts the conversation where its last question belongs; ends a transaction that stored or deleted one. */
    static void order(Handle handle, String id) {
        handle.execute(SET_LAST_TURN, id);
    }

    /** False if there is no such conversation. */
    public boolean change(String id, ConversationBody.Change change) {
        int rows = database.write(handle -> handle.createUpdate(CHANGE)
                .bind("title", change.title())
                .bind("pinned", change.pinned())
                .bind("id", id)
                .execute());
        return rows > 0;
    }
}
