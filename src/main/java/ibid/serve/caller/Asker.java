package ibid.serve.caller;

import ibid.access.ReaderId;
import ibid.serve.limit.Requester;

/**
 * Who asks a question.
 *
 * @param reader  whose conversation it goes into
 * @param counted whom it counts for
 */
public record Asker(ReaderId reader, Requester counted) {

    /** Whoever started this program. */
    public static final Asker LOCAL = new Asker(ReaderId.LOCAL, Requester.LOCAL);
}
