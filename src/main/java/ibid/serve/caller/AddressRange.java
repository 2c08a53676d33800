package ibid.serve.caller;

import ibid.IbidException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Addresses that begin with the same bits: {@code 10.0.0.0/8}, or one address alone. */
public record AddressRange(InetAddress first, int bits) {

    private static final int MAX_DIGITS = 3;

    /**
     * A list with commas.
     *
     * @throws IbidException INVALID if it holds something else
     */
    public static List<AddressRange> list(String text) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                ranges.add(of(part.strip()));
            }
        }
        return ranges;
    }

    private static AddressRange of(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash), text);
        int all = address.getAddress().length * Byte.SIZE;
        if (slash < 0) {
            return new AddressRange(address, all);
        }
        String bits = text.substring(slash + 1);
        boolean number = !bits.isEmpty()
                && bits.length() <= MAX_DIGITS
                && bits.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        if (!number || Integer.parseInt(bits) > all) {
            throw invalid(text);
        }
        return new AddressRange(address, Integer.parseInt(bits));
    }

    private static InetAddress address(String literal, String whole) {
        boolean numbers = HostNames.isAddress(literal) || HostNames.isAddress("[" + literal + "]");
        if (!numbers || (literal.indexOf(':') < 0 && literal.indexOf('.') < 0)) {
            throw invalid(whole);
        }
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException notOne) {
            throw invalid(whole);
        }
    }

    private static IbidException invalid(String text) {
        return new IbidException(
                IbidException.Code.INVALID,
                "trusted_proxies must be addresses like 10.0.0.2 or 10.0.0.0/8, with commas between, not “" + text
                        + "”");
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
