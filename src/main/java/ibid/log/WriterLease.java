package ibid.log;

import ibid.IbidException;
import ibid.index.update.WriteRight;
import ibid.storage.Database;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write an index, as a row that names its owner until a time by the database's clock. It is renewed while
 * it is held. A process that could not renew it in time does not have it any more, by its own clock, at the latest when
 * another can take it. Threads may share it.
 */
public final class WriterLease implements WriteRight, AutoCloseable {

    /** After a kill the next one waits so long; a database that fails over is away for some 5 s. */
    static final Duration LENGTH = Duration.ofSeconds(8);

    private static final Duration RENEWAL = Duration.ofSeconds(2);

    /** One that ends later than this was taken while the clock was wrong: it would be kept for as long as that was. */
    private static final Duration LONGEST = LENGTH.plusMinutes(1); // clocks of a database and its standby differ less

    private static final Logger LOG = LoggerFactory.getLogger(WriterLease.class);

    private static final String TAKE = """
            INSERT INTO writer_lease (index_name, owner, holder, term, expires)
            VALUES (:index, :owner, :holder, 1, NOW + :length)
            ON CONFLICT (index_name) DO UPDATE
            SET owner = excluded.owner, holder = excluded.holder,
                term = writer_lease.term + 1, expires = excluded.expires
            WHERE writer_lease.expires <= NOW OR writer_lease.expires > NOW + :longest
                OR writer_lease.owner = excluded.owner
            """;
    private static final String RENEW = """
            UPDATE writer_lease SET expires = NOW + :length WHERE index_name = :index AND owner = :owner
            """;
    private static final String RELEASE = """
            UPDATE writer_lease SET expires = 0 WHERE index_name = :index AND owner = :owner
            """;
    private static final String HOLDER = "SELECT holder FROM writer_lease WHERE index_name = :index";

    private final Database database;
    private final Map<String, Object> names;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("writer-lease").factory());
    private boolean kept;
    private boolean held;
    private long heldUntil; // System.nanoTime()
    private volatile String holder = "";

    WriterLease(Database database, String index, String holder) {
        this.database = database;
        this.names = Map.of(
                "index", index,
                "owner", UUID.randomUUID().toString(),
                "holder", holder,
                "length", LENGTH.toMillis(),
                "longest", LONGEST.toMillis());
        clock.scheduleWithFixedDelay(this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized boolean take() {
        if (isHeld()) {
            return true;
        }
        long asked = System.nanoTime();
        held = database.write(handle -> execute(handle, TAKE) > 0);
        if (held) {
            heldUntil = asked + LENGTH.toNanos();
        } else {
            holder = database.read(this::holder);
        }
        return held;
    }

    @Override
    public synchronized boolean keep() {
        kept = true;
        return take();
    }

    @Override
    public synchronized void giveBack() {
        if (held && !kept) {
            release();
        }
    }

    private void release() {
        held = false;
        try {
            database.write(handle -> execute(handle, RELEASE));
        } catch (UncheckedIOException away) {
            LOG.warn("others may write the index only {} s from now: {}", LENGTH.toSeconds(), away.getMessage());
        }
    }

    @Override
    public synchronized void require() {
        if (!isHeld()) {
            throw new IbidException(
                    IbidException.Code.BUSY,
                    "this Ibid could not renew its right to write the index in time; the next look goes on");
        }
    }

    private boolean isHeld() {
        return held && System.nanoTime() - heldUntil < 0;
    }

    @Override
    public String holder() {
        return holder;
    }

    /** On the thread of the clock, which a failure would end. */
    private void renew() {
        try {
            isRenewed();
        } catch (UncheckedIOException away) {
            LOG.warn("the right to write the index is not renewed: {}", away.getMessage());
        }
    }

    /** Renews it if it is held. @return whether it is */
    synchronized boolean isRenewed() {
        long asked = System.nanoTime();
        if (held) {
            held = database.write(handle -> execute(handle, RENEW) > 0);
            heldUntil = asked + LENGTH.toNanos();
        }
        return held;
    }

    private int execute(Handle handle, String statement) {
        return handle.createUpdate(statement.replace("NOW", database.clock()))
                .bindMap(names)
                .execute();
    }

    private String holder(Handle handle) {
        return handle.createQuery(HOLDER).bindMap(names).mapTo(String.class).one();
    }

    /** Lets another take it at once. */
    @Override
    public synchronized void close() {
        clock.shutdown();
        if (held) {
            release();
        }
    }
}
