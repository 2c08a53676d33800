package ibid.serve.caller;

import java.util.Locale;

/** Names and addresses as they stand in a {@code Host} header or in a setting. */
public final class HostNames {

    private static final int OCTETS_IN_ADDRESS = 4;
    private static final int MAX_OCTET_DIGITS = 3;

    private HostNames() {}

    /** Whether the address is reachable only from this machine. */
    public static boolean isLoopback(String host) {
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "localhost", "[::1]", "::1" -> true;
            default -> host.startsWith("127.") && isAddress(host);
        };
    }

    /** Whether it is an address in numbers. No name server can make a browser take one for another (DNS rebinding). */
    static boolean isAddress(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.contains(":")
                    && host.chars().allMatch(letter -> "[]:.".indexOf(letter) >= 0 || Character.digit(letter, 16) >= 0);
        }
        String[] octets = host.split("\\.", -1);
        if (octets.length != OCTETS_IN_ADDRESS) {
            return false;
        }
        for (String octet : octets) {
            if (!isNumber(octet) || octet.length() > MAX_OCTET_DIGITS) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    /** {@code localhost} of {@code localhost:7070}. */
    static String withoutPort(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        boolean port = colon >= 0 && isNumber(hostAndPort.substring(colon + 1));
        return port ? hostAndPort.substring(0, colon) : hostAndPort;
    }
}
