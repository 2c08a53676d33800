package ibid.read.manuscript;

import ibid.language.CharRuns;

/** Finds web addresses in text and tells whose they are. */
public final class WebAddress {

    private static final String ENDS_BEFORE = "<>\"”)]";
    private static final String NEVER_LAST = ".,;:";

    private WebAddress() {}

    /** The first address in the text, or empty. */
    public static String firstIn(String text) {
        int start = text.indexOf("http");
        while (start >= 0) {
            int host = start + scheme(text, start);
            int end = endOfAddress(text, host);
            if (host > start && end > host) {
                return text.substring(start, end);
            }
            start = text.indexOf("http", start + 1);
        }
        return "";
    }

    private static int endOfAddress(String text, int host) {
        int end = CharRuns.end(text, host, WebAddress::isPart);
        return Math.max(host, CharRuns.start(text, end, CharRuns.anyOf(NEVER_LAST)));
    }

    private static boolean isPart(int sign) {
        return !Character.isWhitespace(sign) && ENDS_BEFORE.indexOf(sign) < 0;
    }

    /** Length of "http://" or "https://" at that place, 0 where there is none. */
    private static int scheme(String text, int start) {
        if (text.startsWith("https://", start)) {
            return "https://".length();
        }
        return text.startsWith("http://", start) ? "http://".length() : 0;
    }

    /** The host of an address without "www."; empty for an empty one. */
    public static String host(String url) {
        String rest = url.substring(scheme(url, 0));
        if (scheme(url, 0) > 0 && rest.startsWith("www.")) {
            rest = rest.substring("www.".length());
        }
        return rest.substring(0, CharRuns.end(rest, 0, CharRuns.noneOf("/:?#")));
    }
}
