package ibid.serve.caller;

import ibid.IbidException;
import ibid.access.ReaderId;
import ibid.access.Role;
import ibid.log.TurnLog;
import io.javalin.http.Context;

/**
 * Keeps each caller to their own conversations and answers. What is another's does not exist for a caller: the refusal
 * is the same as for an id that nothing has.
 */
public final class OwnHistory {

    private final Callers callers;
    private final TurnLog log;

    public OwnHistory(Callers callers, TurnLog log) {
        this.callers = callers;
        this.log = log;
    }

    public ReaderId reader(Context context) {
        return callers.of(context).reader();
    }

    public Asker asker(Context context) {
        return new Asker(reader(context), callers.requester(context));
    }

    /** Gives the id of an answer of the caller; any other is not found. */
    public String answer(Context context, String id) {
        if (!log.owners().ownsAnswer(reader(context), id)) {
            throw missing("answer", id);
        }
        return id;
    }

    /** Gives the id of a conversation of the caller; any other is not found. */
    public String conversation(Context context, String id) {
        if (!log.owners().ownsConversation(reader(context), id)) {
            throw missing("conversation", id);
        }
        return id;
    }

    /** Whether the caller may delete what others asked. */
    public boolean isAdmin(Context context) {
        return callers.of(context).role().includes(Role.ADMIN);
    }

    public static IbidException missing(String what, String id) {
        return new IbidException(IbidException.Code.NOT_FOUND, "no " + what + " “" + id + "”");
    }
}
