package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void refusesAnEndBeforeTheStart() {
        assertThatThrownBy(() -> new Span(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(-1, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void touchingSpansDoNotOverlap() {
        assertThat(new Span(0, 5).overlaps(new Span(5, 9))).isFalse();
        assertThat(new Span(0, 6).overlaps(new Span(5, 9))).isTrue();
    }

    @Test
    void joinsToTheSmallestThatCoversBoth() {
        assertThat(new Span(7, 9).to(new Span(2, 4))).isEqualTo(new Span(2, 9));
    }
}
