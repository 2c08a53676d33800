package ibid.serve.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerAddressTest {

    private static final ServerAddress OPEN = new ServerAddress("0.0.0.0", Optional.empty());
    private static final ServerAddress BEHIND =
            new ServerAddress("127.0.0.1", Optional.of(PublicUrl.of("https://News.example.org/")));

    @Test
    void aLoopbackAddressAnswersUnderItsNamesOnly() {
        assertThat(List.of("localhost", "localhost:7070", "127.0.0.1:7070", "127.8.9.1", "[::1]:7070", "LOCALHOST:1"))
                .allMatch(ServerAddress.local()::answersAs);
        assertThat(List.of(
                        "", "evil.example", "127.0.0.1.evil.example", "127.1", "192.0.2.7", "localhost.evil.example"))
                .noneMatch(ServerAddress.local()::answersAs);
    }

    @Test
    void anOpenAddressAnswersToNumbersAndItsOwnNamesOnly() {
        assertThat(List.of("192.0.2.7:7070", "[2001:db8::7]:7070", "localhost:7070"))
                .allMatch(OPEN::answersAs);
        assertThat(List.of("", "evil.example:7070", "192.0.2.7.evil.example", "192.0.2", "[evil]"))
                .noneMatch(OPEN::answersAs);
        assertThat(new ServerAddress("news.example.org", Optional.empty()).answersAs("News.example.org:7070"))
                .isTrue();
    }

    @Test
    void thePublicNameIsAnsweredBesideTheAddressThatABareProxyUses() {
        assertThat(List.of("news.example.org", "news.example.org:443", "127.0.0.1:7070"))
                .allMatch(BEHIND::answersAs);
        assertThat(List.of("evil.example", "example.org", "news.example.org.evil.example"))
                .noneMatch(BEHIND::answersAs);
    }

    @Test
    void aPageIsOwnedByItsSchemeNameAndPort() {
        assertThat(ServerAddress.local().isOwnPage("http://127.0.0.1:7070", "127.0.0.1:7070"))
                .isTrue();
        for (String other : List.of(
                "https://127.0.0.1:7070",
                "http://127.0.0.1:7071",
                "http://localhost:7070",
                "http://evil.example",
                "http://user@127.0.0.1:7070",
                "http://127.0.0.1:7070.evil.example",
                "null",
                "",
                "http://127.0.0.1:7070/x")) {
            assertThat(ServerAddress.local().isOwnPage(other, "127.0.0.1:7070"))
                    .as(other)
                    .isFalse();
        }
        assertThat(OPEN.isOwnPage("http://192.0.2.7", "192.0.2.7:80")).isTrue();
    }

    @Test
    void behindAnotherServerThePublicAddressIsTheOwnPage() {
        for (String host : List.of("127.0.0.1:7070", "news.example.org")) {
            assertThat(BEHIND.isOwnPage("https://news.example.org", host)).isTrue();
            assertThat(BEHIND.isOwnPage("https://news.example.org:443", host)).isTrue();
            assertThat(BEHIND.isOwnPage("http://news.example.org", host)).isFalse();
            assertThat(BEHIND.isOwnPage("https://evil.example", host)).isFalse();
        }
    }

    @Test
    void aPublicAddressIsTheRootOfASite() {
        for (String wrong :
                List.of("news.example.org", "ftp://x", "https://x/ibid", "https://u@x", "https://x?q", "a b")) {
            assertThatThrownBy(() -> PublicUrl.of(wrong)).as(wrong).isInstanceOf(IbidException.class);
        }
        assertThat(PublicUrl.of("http://news.example.org:8080")).hasToString("http://news.example.org:8080");
    }

    @Test
    void rangesOfAddressesAreReadStrictly() throws UnknownHostException {
        List<AddressRange> ranges = AddressRange.list("10.0.0.2, 10.1.0.0/16,2001:db8::/32");
        for (String inside : List.of("10.0.0.2", "10.1.255.1", "2001:db8:1::1")) {
            InetAddress address = InetAddress.getByName(inside);
            assertThat(ranges).as(inside).anyMatch(range -> range.contains(address));
        }
        for (String outside : List.of("10.0.0.3", "10.2.0.1", "2001:db9::1", "127.0.0.1")) {
            InetAddress address = InetAddress.getByName(outside);
            assertThat(ranges).as(outside).noneMatch(range -> range.contains(address));
        }
        for (String wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0", "*", "10.0.0.0/", "abc")) {
            assertThatThrownBy(() -> AddressRange.list(wrong)).as(wrong).isInstanceOf(IbidException.class);
        }
    }
}
