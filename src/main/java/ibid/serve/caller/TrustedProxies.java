package ibid.serve.caller;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * The servers in front whose word is taken for who a reader is and where a request comes from.
 *
 * @param identityHeader the header that names the reader; empty if none does
 */
public record TrustedProxies(String identityHeader, List<AddressRange> addresses) {

    public static final TrustedProxies NONE = new TrustedProxies("", List.of());

    private static final int MAX_USER_CHARS = 200;

    boolean contains(InetAddress address) {
        return addresses.stream().anyMatch(range -> range.contains(address));
    }

    /** The reader whom a trusted server names. */
    Optional<String> user(Context context) {
        if (identityHeader.isEmpty() || !contains(peer(context))) {
            return Optional.empty();
        }
        return Optional.ofNullable(context.header(identityHeader))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= MAX_USER_CHARS);
    }

    /** The address that the request came from: of those that trusted servers passed on the last that is not theirs. */
    InetAddress client(Context context) {
        InetAddress client = peer(context);
        String forwarded =
                Optional.ofNullable(context.header("X-Forwarded-For")).orElse("");
        String[] addresses = forwarded.split(",");
        for (int i = addresses.length - 1; i >= 0 && contains(client); i--) {
            Optional<InetAddress> before = literal(addresses[i].strip());
            if (before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return client;
    }

    static InetAddress peer(Context context) {
        return literal(context.req().getRemoteAddr())
                .orElseThrow(() -> new IllegalStateException("a connection from nowhere"));
    }

    /** An address in numbers; names are not looked up. */
    static Optional<InetAddress> literal(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!HostNames.isAddress(bare) && !(bare.contains(":") && HostNames.isAddress("[" + bare + "]"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }
}
