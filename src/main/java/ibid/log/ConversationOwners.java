package ibid.log;

import ibid.access.ReaderId;
import ibid.storage.Database;

/** Whose conversations and answers they are. Threads may share it. */
public final class ConversationOwners {

    private static final String OF_CONVERSATION = "SELECT count(*) FROM conversation WHERE id = ? AND reader = ?";
    private static final String OF_ANSWER = """
            SELECT count(*) FROM question q JOIN conversation c ON c.id = q.conversation_id
            WHERE q.id = ? AND c.reader = ?
            """;

    private final Database database;

    ConversationOwners(Database database) {
        this.database = database;
    }

    /** False also if there is no such conversation. */
    public boolean ownsConversation(ReaderId reader, String id) {
        return has(OF_CONVERSATION, id, reader);
    }

    /** Of an answer that is stored or on its way; false also if there is none. */
    public boolean ownsAnswer(ReaderId reader, String id) {
        return has(OF_ANSWER, id, reader);
    }

    private boolean has(String sql, String id, ReaderId reader) {
        return database.read(handle -> handle.select(sql, id, reader.value())
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }
}
