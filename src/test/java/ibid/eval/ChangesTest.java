package ibid.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final List<Result> BEFORE = List.of(Results.result("t2", "fact", "answered", "answered", 1, 20), Results.result("f3", "several", "partial", "abstained", 0, 30), Results.result("gone", "fact", "answered", "answered", 1, 1));

    @Test
    void onlyTopicsOfBothRunsAreCompared() {
        assertThat(new Changes(BEFORE, Results.SOME).topics()).isEqualTo(2);
        assertThat(new Changes(BEFORE, Results.SOME).of("vital_nuggets").differences()).containsExactly(-1.0, 0.5);
    }

    @Test
    void aMeasureThatOneOfThemLacksIsLeftOut() {
        assertThat(new Changes(BEFORE, Results.SOME).of("citation_recall").differences()).isEmpty();
    }

    @Test
    void theWorseOnesComeFirstAndSayHow() {
        List<Changes.Changed> changed = new Changes(BEFORE, Results.SOME).topicsChanged();
        assertThat(changed).extracting(one -> one.after().topic().id()).containsExactly("t2", "f3");
        assertThat(changed).extracting(Changes.Changed::worse).containsExactly(true, false);
        assertThat(changed.getFirst().how()).contains("answered before, abstained now", "vital_nuggets 1.00 before, 0.00 now");
    }

    @Test
    void aRunBesideItselfHasNotChanged() {
        assertThat(new Changes(Results.SOME, Results.SOME).topicsChanged()).isEmpty();
        assertThat(new Changes(Results.SOME, Results.SOME).of("vital_nuggets").p()).isEqualTo(1);
    }
}
