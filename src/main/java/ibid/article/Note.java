package ibid.article;

import ibid.language.Span;
import ibid.language.time.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A footnote of the article's own.
 *
 * @param url      first web address in the note, or empty
 * @param citation what the note cites, as far as its wording tells
 * @param anchors  code point offsets in the canonical text where its mark stood (the mark itself is not in the text)
 */
public record Note(String label, String text, String url, Cited citation, List<Integer> anchors) {

    /**
     * @param source   outlet or publisher, or empty
     * @param title    of the work, or empty
     * @param accessed ISO date on which the writer read it, or empty
     */
    public record Cited(String source, String title, String accessed) {}

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"”)\\]]*[^\\s<>\"”)\\].,;:]");
    private static final Pattern TITLE = Pattern.compile(
            "[“\"«](?<title>[^”\"»]{4,200}?)[,.]?[”\"»]\\s*[,.;:]?\\s*(?:in\\s+)?(?<after>.*)", Pattern.DOTALL);
    private static final Pattern ACCESSED =
            Pattern.compile("(?i)(?:access|retriev|consult|visit|read on|abgerufen|consulté)");
    private static final Pattern OUTLET =
            Pattern.compile("^(?<name>\\p{Lu}[^,;.(:]{1,60}?)\\s*(?:[,;.(]|$).*", Pattern.DOTALL);

    private static final Pattern LEADING = Pattern.compile("^(?<name>\\p{Lu}[^,;.(:]{2,60}?),.*", Pattern.DOTALL);

    public Note {
        anchors = List.copyOf(anchors);
    }

    public static Note of(String label, String text, List<Integer> anchors) {
        Matcher found = URL.matcher(text);
        String url = found.find() ? found.group() : "";
        String words = url.isEmpty() ? text : text.replace(url, " ");
        Matcher titled = TITLE.matcher(words);
        boolean title = titled.find();
        return new Note(
                label,
                text,
                url,
                new Cited(
                        source(title ? titled.group("after") : words, url, title),
                        title ? titled.group("title").strip() : "",
                        accessed(text)),
                anchors);
    }

    private static String source(String words, String url, boolean titled) {
        Matcher outlet = (titled ? OUTLET : LEADING).matcher(words.strip());
        if (outlet.matches()
                && Dates.in(outlet.group("name")).isEmpty()
                && !ACCESSED.matcher(outlet.group("name")).find())
            return outlet.group("name").strip();
        return url.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("[/:?#].*", "");
    }

    /** The date that stands after a word of reading. */
    static String accessed(String text) {
        Matcher word = ACCESSED.matcher(text);
        return word.find()
                ? Dates.firstIn(text.substring(word.start()))
                        .or(() -> Dates.firstIn(text))
                        .map(LocalDate::toString)
                        .orElse("")
                : "";
    }

    /** Whether a mark of this note stands in or directly behind the span. */
    public boolean standsIn(Span span) {
        return anchors.stream().anyMatch(anchor -> anchor > span.start() && anchor <= span.end());
    }
}
