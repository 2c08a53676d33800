package ibid.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ReadingSpeedTest {

    private static final long SECOND = 1_000_000_000L;

    private long now;
    private final ReadingSpeed speed = new ReadingSpeed(() -> now);

    private void reply(int tokens, double seconds) {
        Predicate<String> listener = speed.timed(tokens, piece -> true);
        now += (long) (seconds * SECOND);
        listener.test("The");
        now += 60 * SECOND; // the rest of the reply does not count
        listener.test(" end");
    }

    @Test
    void nothingIsLimitedBeforeTheFirstReply() {
        assertThat(speed.tokensPerSecond()).isEmpty();
        assertThat(speed.maxTokens()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void whatIsReadInTenSecondsFollowsFromTheTimeToTheFirstWords() {
        reply(600, 12);
        assertThat(speed.tokensPerSecond()).contains(50.0);
        assertThat(speed.maxTokens()).isEqualTo(500);
    }

    @Test
    void oneReplyThatWaitedForAnotherDoesNotCount() {
        reply(600, 12);
        reply(600, 12);
        reply(600, 600);
        assertThat(speed.maxTokens()).isEqualTo(500);
    }

    @Test
    void theLastFiveRepliesCount() {
        for (int reply = 0; reply < 3; reply++) {
            reply(600, 60);
        }
        for (int reply = 0; reply < 3; reply++) {
            reply(600, 1);
        }
        assertThat(speed.tokensPerSecond()).contains(600.0);
    }

    @Test
    void aFewTokensTellNothing() {
        reply(49, 10);
        assertThat(speed.tokensPerSecond()).isEmpty();
    }

    @Test
    void whatTheListenerSaysIsPassedOn() {
        assertThat(speed.timed(100, piece -> false).test("x")).isFalse();
    }
}
