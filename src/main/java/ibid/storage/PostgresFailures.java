package ibid.storage;

import ibid.IbidException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;

/** What a failure of PostgreSQL means. SQLSTATEs: postgresql.org/docs, appendix A. */
final class PostgresFailures {

    /** The server shut down, crashed or does not take connections yet. */
    private static final Set<String> SERVER_LEFT = Set.of("57P01", "57P02", "57P03");

    /** A conflict with another transaction: a serialisation failure or a deadlock. Nothing of this one is kept. */
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    private static final String LOST_CONNECTION = "08"; // the class of connection exceptions
    private static final String REFUSED_USER = "28"; // the class of wrong passwords and unknown users
    private static final String NO_DATABASE = "3D000";
    private static final String NO_RIGHT = "42501";

    private PostgresFailures() {}

    /**
     * Whether the connection broke while it was in use. Not if the server was silent for too long, or if there was no
     * connection and the pool has waited for one: waiting again would take more time than a caller has.
     */
    static boolean isConnectionLost(Throwable failure) {
        if (failure instanceof ConnectionException || isSilence(failure)) {
            return false;
        }
        String state = state(failure);
        return state.startsWith(LOST_CONNECTION) || SERVER_LEFT.contains(state);
    }

    private static boolean isSilence(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SocketTimeoutException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    static boolean isRolledBack(Throwable failure) {
        return ROLLED_BACK.contains(state(failure));
    }

    private static String state(Throwable failure) {
        SQLException innermost = innermost(failure);
        return innermost == null || innermost.getSQLState() == null ? "" : innermost.getSQLState();
    }

    /** The driver's own, below those of the pool and of Jdbi. */
    private static SQLException innermost(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }

    /** In one line. */
    static String reason(Throwable failure) {
        SQLException innermost = innermost(failure);
        String message = innermost == null ? failure.getMessage() : innermost.getMessage();
        return String.valueOf(message).replace('\n', ' ').strip();
    }

    /** Why a database cannot be opened, with the mend. */
    static IbidException cannotOpen(String what, PostgresAddress address, Exception failure) {
        String state = state(failure);
        String mend = "start the database, or correct IBID_DATABASE";
        boolean isWrong = true;
        if (state.startsWith(REFUSED_USER)) {
            mend = "set IBID_DATABASE_USER and IBID_DATABASE_PASSWORD";
        } else if (state.equals(NO_DATABASE)) {
            mend = "make the database, or correct IBID_DATABASE";
        } else if (state.equals(NO_RIGHT)) {
            mend = "let the user make tables there: ALTER DATABASE … OWNER TO …";
        } else {
            isWrong = false;
        }
        return new IbidException(
                isWrong ? IbidException.Code.INVALID : IbidException.Code.BUSY,
                "cannot open the " + what + " in " + address.place() + " (" + reason(failure) + "); " + mend,
                failure);
    }
}
