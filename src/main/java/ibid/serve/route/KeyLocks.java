package ibid.serve.route;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Does work with the same key one after the other. Threads may share it. */
final class KeyLocks {

    private static final int LOCKS = 64; // work that waits for the database delays one key in 64

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    <T> T holding(String key, Supplier<T> work) {
        ReentrantLock lock = locks.get(Math.floorMod(key.hashCode(), LOCKS));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
