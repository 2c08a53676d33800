package ibid.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BrowserTest {

    private static final String ADDRESS = "http://127.0.0.1:7070/?a=1&b=2";

    @Test
    void eachSystemHasItsCommand() {
        assertThat(Browser.of("Linux").toOpen(ADDRESS)).containsExactly("xdg-open", ADDRESS);
        assertThat(Browser.of("Mac OS X").toOpen(ADDRESS)).containsExactly("open", ADDRESS);
        assertThat(Browser.of("Windows 11").toOpen(ADDRESS))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", ADDRESS);
    }

    @Test
    void aSystemWithoutTheCommandIsToldApart() {
        assertThat(new Browser(List.of("no-such-program-here")).isOpened(ADDRESS))
                .isFalse();
        assertThat(new Browser(List.of("true")).isOpened(ADDRESS)).isTrue();
    }
}
