package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTimeTest {

    private static final long NOW = 1_800_000_000_000L;

    @Test
    void aFileIsReadAgainAfterAPauseThatGrows() {
        RetryTime first = RetryTime.NEVER.later(NOW);
        RetryTime second = first.later(NOW);
        assertThat(RetryTime.NEVER.isDue(NOW)).isFalse();
        assertThat(first.isDue(NOW)).isFalse();
        assertThat(first.isDue(first.at())).isTrue();
        assertThat(second.isDue(first.at())).isFalse();
    }

    @Test
    void aClockThatIsSetBackDelaysNothing() {
        RetryTime last = RetryTime.NEVER;
        for (int tries = 0; tries < 20; tries++) {
            last = last.later(NOW);
            assertThat(last.isDue(NOW)).isFalse();
            assertThat(last.isDue(NOW - Duration.ofDays(400).toMillis())).isTrue();
        }
    }
}
