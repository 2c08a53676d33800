package ibid.serve.caller;

import ibid.access.ReaderId;
import ibid.access.Role;

/**
 * Who sends a request.
 *
 * @param reader whose conversations it sees
 * @param name   for the audit
 */
public record Caller(ReaderId reader, Role role, String name) {

    static final Caller LOCAL = new Caller(ReaderId.LOCAL, Role.ADMIN, "this machine");
}
