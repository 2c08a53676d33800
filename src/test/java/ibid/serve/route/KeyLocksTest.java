package ibid.serve.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KeyLocksTest {

    @Test
    void workWithOneKeyHoldsUpNoOther() {
        KeyLocks locks = new KeyLocks();
        String other = locks.holding(
                "one",
                () -> CompletableFuture.supplyAsync(() -> locks.holding("two", () -> "done"))
                        .join());
        assertThat(other).isEqualTo("done");
    }
}
