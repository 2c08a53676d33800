package ibid.read;

import ibid.article.Note;
import ibid.language.CharRuns;
import ibid.language.time.Dates;
import ibid.read.manuscript.WebAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts from an article's own note the work that it cites. */
final class NoteCitation {

    private static final Pattern QUOTED_TITLE = Pattern.compile(
            "[“\"«](?<title>[^”\"»]{4,200}?)[,.]?[”\"»]\\s*[,.;:]?\\s*(?:in\\s+)?(?<after>.*)", Pattern.DOTALL);
    private static final List<String> ACCESS_STEMS =
            List.of("access", "retriev", "consult", "visit", "read on", "abgerufen", "consulté");
    private static final int MIN_OUTLET_CHARS = 2; // after a title
    private static final int MIN_LEADING_CHARS = 3; // at the beginning of a note, where authors' initials may also be
    private static final int MAX_OUTLET_CHARS = 61;

    private NoteCitation() {}

    /** @param anchors code point offsets of its marks in the canonical text */
    static Note note(String label, String text, List<Integer> anchors) {
        String url = WebAddress.firstIn(text);
        return new Note(label, text, url, cited(text, url), anchors);
    }

    private static Note.Cited cited(String text, String url) {
        String words = url.isEmpty() ? text : text.replace(url, " ");
        Matcher titled = QUOTED_TITLE.matcher(words);
        boolean hasTitle = titled.find();
        String title = hasTitle ? titled.group("title").strip() : "";
        String outlet = hasTitle ? outletAfterTitle(titled.group("after").strip()) : leadingOutlet(words.strip());
        String source = isOutlet(outlet) ? outlet.strip() : WebAddress.host(url);
        return new Note.Cited(source, title, accessed(text));
    }

    private static boolean isOutlet(String name) {
        return !name.isEmpty() && Dates.in(name).isEmpty() && endOfAccessWord(name) < 0;
    }

    private static String outletAfterTitle(String words) {
        int end = endOfName(words);
        boolean colon = end < words.length() && words.charAt(end) == ':';
        return colon ? "" : name(words, end, MIN_OUTLET_CHARS);
    }

    private static String leadingOutlet(String words) {
        int end = endOfName(words);
        boolean comma = end < words.length() && words.charAt(end) == ',';
        return comma ? name(words, end, MIN_LEADING_CHARS) : "";
    }

    private static int endOfName(String words) {
        return CharRuns.end(words, 0, CharRuns.noneOf(",;.(:"));
    }

    private static String name(String words, int end, int minChars) {
        String name = words.substring(0, end);
        boolean fits = name.length() >= minChars && name.stripTrailing().length() <= MAX_OUTLET_CHARS;
        return fits && Character.isUpperCase(name.codePointAt(0)) ? name : "";
    }

    /** The date after a word like "accessed", ISO, or empty. */
    private static String accessed(String text) {
        int word = endOfAccessWord(text);
        if (word < 0) {
            return "";
        }
        return Dates.firstIn(text.substring(word))
                .or(() -> Dates.firstIn(text))
                .map(LocalDate::toString)
                .orElse("");
    }

    private static int endOfAccessWord(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        int first = -1;
        for (String stem : ACCESS_STEMS) {
            int at = small.indexOf(stem);
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return Math.min(first, text.length());
    }
}
