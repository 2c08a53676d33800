package ibid.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NuggetTest {

    private static Nugget nugget(List<List<String>> accept) {
        return new Nugget("t1", "t1.1", "text", true, accept, List.of(new Nugget.Evidence("a", "words")));
    }

    @Test
    void isFoundIfAnswerHoldsAllPartsOfAnAlternative() {
        Nugget nugget = nugget(List.of(List.of("Wiesbaden", "700"), List.of("seven hundred")));
        assertThat(nugget.foundIn("In wiesbaden about 700 people work.")).isTrue();
        assertThat(nugget.foundIn("About seven hundred.")).isTrue();
        assertThat(nugget.foundIn("In Wiesbaden about 70 people work.")).isFalse();
    }

    @Test
    void quotesDashesAndSpacesDoNotMatter() {
        assertThat(nugget(List.of(List.of("don't – \"ever\""))).foundIn("They DON’T\n—  “Ever” say so."))
                .isTrue();
    }
}
