package ibid.serve.caller;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts wrong keys by address and tells how long an address must wait before the next one is looked at: not at all
 * after a few slips, then a second, and twice as long each time. No thread waits. Threads may share it.
 */
final class KeyGuesses {

    private static final int FREE = 10; // slips of a person
    private static final int MAX_DOUBLINGS = 6; // to 64 s, so that a day has few guesses and a person comes back
    private static final int MAX_ADDRESSES = 10_000;
    private static final int NETWORK_BYTES = 8; // of an IPv6 address; its owner has all addresses below it

    private final LongSupplier nanos;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    private record Wrong(int count, long until) {}

    /** @param nanos a clock that never goes back */
    KeyGuesses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How long the address has to wait; zero if it may try. */
    synchronized Duration pause(InetAddress address) {
        Wrong known = wrong.get(network(address));
        long left = known == null ? 0 : known.until() - nanos.getAsLong();
        return Duration.ofNanos(Math.max(left, 0));
    }

    /** Counts a wrong key; gives how many the address has sent since the last right one. */
    synchronized int add(InetAddress address) {
        String network = network(address);
        int count = wrong.containsKey(network) ? wrong.get(network).count() + 1 : 1;
        int doublings = Math.min(count - FREE - 1, MAX_DOUBLINGS);
        Duration pause = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
        wrong.put(network, new Wrong(count, nanos.getAsLong() + pause.toNanos()));
        return count;
    }

    synchronized void forget(InetAddress address) {
        wrong.remove(network(address));
    }

    /** An address, or the network that an IPv6 address belongs to. */
    static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean wide = address instanceof Inet6Address && !address.isLoopbackAddress();
        return Arrays.toString(wide ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
