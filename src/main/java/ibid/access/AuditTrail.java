package ibid.access;

import java.time.Instant;

/** Takes note of what changed the collection or was tried to. */
public interface AuditTrail {

    /**
     * One act.
     *
     * @param who     the caller's name and address
     * @param what    {@code add}, {@code remove}, {@code wrong key} and the like
     * @param article a file's name or an article's id; may be empty
     */
    record Entry(Instant time, String who, String what, String article, String outcome) {}

    void add(Entry entry);
}
