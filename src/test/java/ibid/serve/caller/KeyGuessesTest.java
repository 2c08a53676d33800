package ibid.serve.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyGuessesTest {

    private final AtomicLong now = new AtomicLong();
    private final KeyGuesses guesses = new KeyGuesses(now::get);

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    private void guess(int times, InetAddress address) {
        for (int i = 0; i < times; i++) {
            guesses.add(address);
        }
    }

    @Test
    void aFewSlipsCostNothingAndThenThePauseDoublesUpToAMinute() throws UnknownHostException {
        InetAddress guesser = address("192.0.2.7");
        guess(10, guesser);
        assertThat(guesses.pause(guesser)).isZero();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 64}) {
            guess(1, guesser);
            assertThat(guesses.pause(guesser)).isEqualTo(Duration.ofSeconds(seconds));
        }
        now.addAndGet(Duration.ofSeconds(64).toNanos());
        assertThat(guesses.pause(guesser)).isZero();
        assertThat(guesses.pause(address("192.0.2.8"))).isZero();
    }

    @Test
    void theAddressesOfOneNetworkOfTheNewKindAreOne() throws UnknownHostException {
        guess(11, address("2001:db8::1"));
        assertThat(guesses.pause(address("2001:db8::ffff"))).isPositive();
        assertThat(guesses.pause(address("2001:db8:1::1"))).isZero();
    }

    @Test
    void aRightKeyForgives() throws UnknownHostException {
        InetAddress person = address("192.0.2.7");
        guess(12, person);
        guesses.forget(person);
        assertThat(guesses.pause(person)).isZero();
        assertThat(guesses.add(person)).isEqualTo(1);
    }
}
