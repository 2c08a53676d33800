package ibid.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {

    @TempDir
    private Path data;

    @Test
    void onlyOneHasItAtATime() {
        try (DataLock first = new DataLock(data).take();
                DataLock second = new DataLock(data)) {
            assertThatThrownBy(second::take)
                    .isInstanceOfSatisfying(
                            IbidException.class, busy -> assertThat(busy.code()).isEqualTo(IbidException.Code.BUSY))
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data DIR");
            first.close();
            second.take();
        }
    }

    @Test
    void workUnderTheLockLeavesItAsItWas() {
        AtomicBoolean done = new AtomicBoolean();
        try (DataLock mine = new DataLock(data);
                DataLock other = new DataLock(data)) {
            mine.during(() -> {
                assertThatThrownBy(other::take).isInstanceOf(IbidException.class);
                done.set(true);
            });
            assertThat(done).isTrue();
            other.take();
            assertThatThrownBy(() -> mine.during(() -> {})).isInstanceOf(IbidException.class);
            other.during(() -> {});
            assertThatThrownBy(mine::take).isInstanceOf(IbidException.class);
        }
    }
}
