package ibid.read.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charset that a page declares in its head, by the names of the WHATWG Encoding Standard: "latin1" there means
 * Windows-1252.
 */
final class PageEncoding {

    // Browsers read 1,024 bytes; saved pages may have long comments above the declaration.
    private static final int MAX_HEAD_BYTES = 2048;
    private static final Pattern DECLARATION =
            Pattern.compile("(?i)<meta\\b[^>]{0,300}?\\bcharset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([\\w:.()-]{1,"
                    + "40})|<\\?xml\\b[^>]{0,200}?\\bencoding\\s{0,9}=\\s{0,9}[\"']([\\w:.-]{1,"
                    + "40})");

    /** Java's names of charsets by the standard's labels, where they differ or Java does not know the label. */
    private static final Map<String, String> CHARSET_NAMES = charsetNames(
            "windows-1252: iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 latin-1 "
                    + "l1 us-ascii ascii ansi_x3.4-1968 cp819 cp1252 x-cp1252 x-user-defined "
                    + "ansi",
            "windows-31j: shift_jis shift-jis sjis x-sjis ms_kanji ms932 csshiftjis",
            "GB18030: gb2312 gbk gb_2312 gb_2312-80 csgb2312 chinese x-gbk cp936 hz-gb-2312",
            "x-windows-949: ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc5601 ksc_5601 "
                    + "euc-kr cseuckr korean windows-949 cp949 uhc",
            "Big5-HKSCS: big5 x-x-big5 cn-big5 csbig5",
            "EUC-JP: x-euc-jp",
            "windows-1254: iso-8859-9 iso8859-9 latin5 l5",
            "x-windows-874: iso-8859-11 iso8859-11 tis-620 windows-874 dos-874",
            "ISO-8859-8: iso-8859-8-i logical",
            "KOI8-R: koi koi8",
            "KOI8-U: koi8-ru",
            "windows-1251: win-1251 x-cp1251 cp1251",
            "windows-1250: x-cp1250 cp1250",
            "x-MacRoman: macintosh mac x-mac-roman",
            "x-MacCyrillic: x-mac-cyrillic x-mac-ukrainian",
            // a declaration that can be read as ASCII is not in UTF-16, even if it says so
            "UTF-8: utf8 unicode-1-1-utf-8 x-unicode20utf8 utf-16 utf-16le utf-16be unicode");

    private PageEncoding() {}

    private static Map<String, String> charsetNames(String... lines) {
        Map<String, String> names = new HashMap<>();
        for (String line : lines) {
            for (String label : line.substring(line.indexOf(':') + 2).split(" ")) {
                names.put(label, line.substring(0, line.indexOf(':')));
            }
        }
        return names;
    }

    /** The declared charset; empty where the page declares none or an unknown one. */
    static Optional<Charset> stated(byte[] page) {
        Matcher stated = DECLARATION.matcher(
                new String(page, 0, Math.min(page.length, MAX_HEAD_BYTES), StandardCharsets.ISO_8859_1));
        if (!stated.find()) {
            return Optional.empty();
        }
        return ofLabel(stated.group(1) == null ? stated.group(2) : stated.group(1));
    }

    static Optional<Charset> ofLabel(String label) {
        String name = CHARSET_NAMES.getOrDefault(label.toLowerCase(Locale.ROOT), label);
        return name.matches("[A-Za-z0-9][\\w.:+-]*") && Charset.isSupported(name)
                ? Optional.of(Charset.forName(name))
                : Optional.empty();
    }
}
