package ibid.serve.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is left to a reader, by a clock that the test moves. */
class QuotaTest {

    private static final ReaderLimits USUAL_THREE = new ReaderLimits(Limit.usual(3), Limit.usual(5), Limit.usual(2));
    private static final ReaderLimits SET_THREE = new ReaderLimits(Limit.set(3), Limit.usual(5), Limit.set(2));
    private static final Requester ANNA = reader("anna");
    private static final Requester BERT = reader("bert");

    private final AtomicLong clock = new AtomicLong(-7);
    private final RequestQuota quota = new RequestQuota(USUAL_THREE, clock::get);

    private static Requester reader(String name) {
        return new Requester(false, List.of(new Requester.Counted(name, 1)));
    }

    private static Requester browser(String cookie) {
        return new Requester(false, List.of(new Requester.Counted(cookie, 1), new Requester.Counted("address", 2)));
    }

    @Test
    void aReaderIsRefusedAfterItsShareUntilItsMinuteIsOver() {
        assertThat(quota.count(ANNA)).isEqualTo(new RequestQuota.Left("reader", 3, 2, Duration.ofMinutes(1)));
        clock.addAndGet(Duration.ofSeconds(20).toNanos());
        quota.count(ANNA);
        assertThat(quota.count(ANNA)).isEqualTo(new RequestQuota.Left("reader", 3, 0, Duration.ofSeconds(40)));
        assertThat(quota.count(ANNA).isRefused()).isTrue();
        assertThat(quota.count(BERT).isRefused()).isFalse();
        clock.addAndGet(Duration.ofSeconds(40).toNanos());
        assertThat(quota.count(ANNA).left()).isEqualTo(2);
    }

    @Test
    void allTogetherHaveALimitOfTheirOwnAndWhatIsRefusedDoesNotCount() {
        for (int i = 0; i < 10; i++) {
            quota.count(ANNA);
        }
        assertThat(quota.count(BERT).isRefused()).isFalse();
        assertThat(quota.count(BERT)).isEqualTo(new RequestQuota.Left("all", 5, 0, Duration.ofMinutes(1)));
        assertThat(quota.count(reader("carl")).policy()).isEqualTo("all");
        assertThat(quota.count(reader("carl")).isRefused()).isTrue();
    }

    @Test
    void cookiesThatAreMadeUpDoNotHelpAnAddress() {
        RequestQuota generous =
                new RequestQuota(new ReaderLimits(Limit.set(3), Limit.set(100), Limit.set(1)), clock::get);
        int taken = 0;
        for (int i = 0; i < 20; i++) {
            taken += generous.count(browser("made up " + i)).isRefused() ? 0 : 1;
        }
        assertThat(taken).isEqualTo(6);
    }

    @Test
    void theServersOwnMachineMeetsOnlyLimitsThatSomebodySet() {
        Requester here = new Requester(true, ANNA.counted());
        assertThat(quota.counts(here)).isFalse();
        RequestQuota set = new RequestQuota(SET_THREE, clock::get);
        assertThat(set.counts(here)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(set.count(here).policy()).isEqualTo("reader");
        }
        assertThat(set.count(here).isRefused()).isTrue();
    }

    @Test
    void aPlaceForAnAnswerIsFreeAgainWhenItIsGivenBack() {
        AnswerQuota answers = new AnswerQuota(USUAL_THREE);
        Runnable first = answers.take(ANNA);
        answers.take(ANNA);
        assertThatThrownBy(() -> answers.take(ANNA))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("2 answers under way");
        answers.take(BERT);
        first.run();
        answers.take(ANNA);
        Requester here = new Requester(true, ANNA.counted());
        answers.take(here).run();
    }
}
