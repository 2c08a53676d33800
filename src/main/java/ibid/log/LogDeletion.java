package ibid.log;

import ibid.storage.Database;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deletes from the log for good, also from its files. Threads and other processes may do so while a server runs. */
public final class LogDeletion {

    private static final String FIRST_QUESTION =
            "SELECT question FROM question WHERE conversation_id = ? ORDER BY turn LIMIT 1";

    private static final String NAME_AFTER = "UPDATE conversation SET title = ? WHERE id = ? AND NOT renamed";

    private final Database database;

    LogDeletion(Database database) {
        this.database = database;
    }

    /** Deletes a conversation with its answers and their feedback; false if there was none. */
    public boolean conversation(String id) {
        return database.erase(handle -> handle.execute("DELETE FROM conversation WHERE id = ?", id)) > 0;
    }

    /**
     * Deletes an answer, or a question that has none yet; the conversation too if nothing else is in it, else it is
     * named after the first question that is left, unless its reader named it. False if there was none.
     */
    public boolean answer(String id) {
        return database.erase(handle -> {
            Optional<String> conversation = handle.select("SELECT conversation_id FROM question WHERE id = ?", id)
                    .mapTo(String.class)
                    .findOne();
            conversation.ifPresent(of -> ConversationList.lock(handle, of));
            handle.execute("DELETE FROM answer WHERE id = ?", id);
            handle.execute("DELETE FROM question WHERE id = ?", id);
            conversation.ifPresent(left -> rename(handle, left));
            return conversation.isPresent();
        });
    }

    private static void rename(Handle handle, String conversation) {
        Optional<String> first =
                handle.select(FIRST_QUESTION, conversation).mapTo(String.class).findOne();
        if (first.isPresent()) {
            handle.execute(NAME_AFTER, QuestionLog.title(first.get()), conversation);
            ConversationList.order(handle, conversation);
        } else {
            handle.execute("DELETE FROM conversation WHERE id = ?", conversation);
        }
    }

    /** Deletes the conversations in which nothing was asked since then; gives how many. */
    public int unusedSince(Instant time) {
        String old = "FROM conversation WHERE updated < ?";
        boolean none = database.read(handle -> handle.select("SELECT count(*) " + old, time.toString())
                        .mapTo(Integer.class)
                        .one())
                == 0;
        return none ? 0 : database.erase(handle -> handle.execute("DELETE " + old, time.toString()));
    }
}
