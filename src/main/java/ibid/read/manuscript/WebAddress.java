package ibid.read.manuscript;

import ibid.language.CharRuns;

/** Finds web addresses in text and the host of an address. */
public final class WebAddress {

    private static final String DELIMITERS = "<>\"”)]";
    private static final String TRAILING_PUNCTUATION = ".,;:";

    private WebAddress() {}

    /** The first address in the text, or empty. */
    public static String firstIn(String text) {
        int start = text.indexOf("http");
        while (start >= 0) {
            int host = start + scheme(text, start);
            int end = end(text, host);
            if (host > start && end > host) {
                return text.substring(start, end);
            }
            start = text.indexOf("http", start + 1);
        }
        return "";
    }

    private static int end(String text, int host) {
        int end = CharRuns.end(text, host, WebAddress::isPart);
        while (end > host && TRAILING_PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isPart(int sign) {
        return !Character.isWhitespace(sign) && DELIMITERS.indexOf(sign) < 0;
    }

    /** The length of "http://" or "https://" at an index; 0 where there is none. */
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
        int end = 0;
        while (end < rest.length() && "/:?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }
}
