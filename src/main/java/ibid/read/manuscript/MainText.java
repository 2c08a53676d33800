package ibid.read.manuscript;

import ibid.article.Block;
import ibid.language.CharRuns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes credits, "read also" boxes and repeated lines from the running text of a page whose article element is known;
 * {@code read.text.SavedPageText} does so for pages saved as text.
 */
public final class MainText {

    /** Requests of the site to its readers, which may be complete sentences. */
    private static final String SITE_REQUEST =
            "(?:please )?(?:sign up (?:for|to) (?:our|the|my) .{0,60}newsletters?|sign "
                    + "up (?:here|now|today)|follow us on |subscribe to (?:our|my) |this (?:web)?site "
                    + "uses cookies|we use cookies).{0,300}|.{0,200}\\b(?:all|some) rights reserved\\b.{0,"
                    + "200}"
                    + "|(?:read (?:also|more|next)|also read|see also|related (?:stories|"
                    + "articles|story|article)|leia (?:também|mais)|veja também|lea también|"
                    + "(?:à )?lire aussi|lesen sie auch|mehr zum thema|leggi anche|lees "
                    + "ook|läs också|czytaj (?:też|także)|читайте также|関連記事)\\s*:.*";
    /** A complete sentence is text, whatever its first words. */
    private static final String NOT_A_SENTENCE = "(?!(?:\\S++\\s++){5}(?s:.*)[.!?。！？][\"”’»)\\]]*$)";

    public static final Pattern BOILERPLATE = Pattern.compile("(?isu)(?:" + SITE_REQUEST + "|" + NOT_A_SENTENCE
            + "(?:read (?:also|more|next)(?:\\s*:.*)?|also read|see (?:also|more)|"
            + "related(?: (?:posts?|articles?|stories|news|topics|content|coverage|"
            + "roundup|links?|reading|stor(?:y|ies)))?(?:: .*)?"
            + "|recommended(?: (?:for you|stories|reading))?|advertisements?|"
            + "sponsored(?: (?:content|links?))?|share(?: (?:this|on|it)\\b.*)?|"
            + "follow us(?: (?:on|at|in)\\b.*)?|subscribe(?: (?:to|for|now|here|"
            + "today|via|and|by)\\b.*)?|sign up(?: (?:to|for|now|here|today|via|"
            + "and|by|with)\\b.*)?|(?:next|previous) (?:post|article)"
            + "|(?:most|also) (?:read|popular|viewed|shared)|trending(?: now)?|"
            + "editor.?s.? picks?|no result|view all results?|continue reading.*|"
            + "comments?|leave a (?:reply|comment).*|you (?:might|may) (?:also "
            + ")?like.*|don.?t miss|what to read next"
            + "|tags?:.*|listen to this article.*|print|e-?mail|copy link|skip "
            + "to .*|menu|search|close|log ?in|more(?:\\s*:| (?:from|on|stories|"
            + "great|news|in|about)(?: \\S+){0,4})|want more stories.*|get the "
            + "latest updates.*|(?:have|got) a tip\\?.*"
            + "|você pode gostar|leia (?:também|mais)|veja também|lea también|"
            + "te puede interesar|(?:à )?lire aussi|lesen sie auch|mehr zum thema|"
            + "das könnte.*interessieren|leggi anche|lees ook|läs också|czytaj "
            + "(?:też|także)|читайте также|関連記事|スポンサー(?:ド)?リンク|タグ:.*))[:.…!]*");
    public static final Pattern CREDIT =
            Pattern.compile("(?iu)(?:(?:©|\\(c\\) |(?:copyright|photo(?:graph)?s?|image(?: credit)?s?|"
                    + "pictures?|credits?|illustration|foto|bild|crédit(?: photo)?)\\s*(?::|©|"
                    + "\\(c\\))).{0,120}|file photo\\b.{0,120}|(?:photo(?:graph)?s?|image|picture|"
                    + "illustration) by (?-i:\\p{Lu}).{0,120}|copyright \\d{4}.{0,120})");
    private static final Pattern FINISHED = Pattern.compile(".*[.!?…:;。！？][\"”’»)\\]」』]*$", Pattern.DOTALL);
    // Sentences in these scripts end without a full stop.
    private static final Pattern SCRIPT_WITHOUT_STOPS = Pattern.compile("[\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]");
    private static final int MAX_CALL_CHARS = 10; // with the word and stops before it
    private static final int MIN_WORDS_WITHOUT_STOP = 15; // chosen by trying
    private static final Pattern STOP = Pattern.compile("[.!?。！？]+[\"”’»)\\]]*$");

    /** One line or element of a page. */
    public record Strip(Block.Kind kind, String text, double linkShare, String place) {

        public Strip {
            TextLimits.checkParagraph(text);
        }

        /** The number of words; letters of scripts without spaces count as words. */
        public int words() {
            return WordCount.of(plain());
        }

        public boolean isFinished() {
            String words = withoutLastCall(plain());
            if (FINISHED.matcher(words).matches()) {
                return true;
            }
            return SCRIPT_WITHOUT_STOPS.matcher(words).find() && words() >= MIN_WORDS_WITHOUT_STOP;
        }

        /** The words without marks of notes and links. */
        public String plain() {
            return MainText.plain(text);
        }

        public boolean isProse() {
            return kind != Block.Kind.HEADING && linkShare < 0.5 && isFinished() && words() >= 3 && !isBoilerplate();
        }

        /** Whether it begins like a sentence and ends with a stop. */
        boolean isSentence() {
            String words = withoutLastCall(plain());
            String end = words.substring(Math.max(0, words.length() - MAX_CALL_CHARS));
            return !words.isEmpty()
                    && !Character.isLowerCase(words.codePointAt(0))
                    && STOP.matcher(end).find();
        }

        /** Whether it is a label or request of the site; a line that is mostly a link may be a complete sentence. */
        boolean isBoilerplate() {
            String line = plain();
            return BOILERPLATE.matcher(line).matches()
                    || linkShare >= 0.5
                            && BOILERPLATE
                                    .matcher(STOP.matcher(line).replaceAll(""))
                                    .matches();
        }

        boolean isCredit() {
            return words() < 20 && CREDIT.matcher(plain()).matches();
        }

        /** Whether it is an entry of a list or table and not a link to another page. */
        boolean isEntry() {
            return (kind == Block.Kind.ITEM || kind == Block.Kind.ROW || kind == Block.Kind.CAPTION)
                    && linkShare < 0.3
                    && !isBoilerplate();
        }
    }

    /** Strips before the running text, the running text itself, and everything removed from it or after it. */
    public record Parted(List<Strip> before, List<Strip> main, List<Strip> removed) {}

    private MainText() {}

    public static String plain(String text) {
        return withoutNumbersInBrackets(InlineMarks.removeFrom(text)).strip();
    }

    /** The text without a call of a note at its end. */
    private static String withoutLastCall(String text) {
        String end = text.substring(Math.max(0, text.length() - MAX_CALL_CHARS));
        List<NoteMarks.Call> calls = NoteMarks.calls(end);
        if (calls.isEmpty() || calls.getLast().end() < end.length()) {
            return text;
        }
        NoteMarks.Call last = calls.getLast();
        return text.substring(0, text.length() - (last.end() - last.start())).stripTrailing();
    }

    /** Removes "[3]", which refers to a note even if the article does not have it. */
    private static String withoutNumbersInBrackets(String text) {
        StringBuilder left = new StringBuilder();
        int done = 0;
        int open = text.indexOf('[');
        while (open >= 0) {
            int end = CharRuns.end(text, open + 1, Character::isDigit);
            if (isNumberInBrackets(text, open, end)) {
                left.append(text, done, open);
                done = end + 1;
            }
            open = text.indexOf('[', end);
        }
        return done == 0 ? text : left.append(text, done, text.length()).toString();
    }

    private static boolean isNumberInBrackets(String text, int open, int end) {
        return end > open + 1 && end <= open + 4 && text.startsWith("]", end);
    }

    /**
     * Separates the strips of the article's element: everything except boilerplate is kept, whether or not it is prose.
     *
     * @param exact whether the element contains only the article
     */
    public static Parted withoutBoilerplate(List<Strip> strips, boolean exact) {
        List<Strip> removed = new ArrayList<>();
        List<Strip> kept = new ArrayList<>();
        ArticleBounds bounds = exact ? ArticleBounds.all(strips) : ArticleBounds.of(strips);
        BoilerplateFilter filter = new BoilerplateFilter();
        for (int i = 0; i < strips.size(); i++) {
            boolean isBoilerplate = filter.removes(strips.get(i));
            (isBoilerplate || !bounds.contains(i) ? removed : kept).add(strips.get(i));
        }
        return new Parted(List.of(), kept, removed);
    }

    /** Decides for each strip in order: boxes and lists of sources continue until something else follows. */
    private static final class BoilerplateFilter {

        private final Set<String> seen = new HashSet<>();
        private boolean isInBox;
        private boolean isInSources;

        boolean removes(Strip strip) {
            isInSources = staysInSources(strip);
            isInBox = strip.isBoilerplate() || isInBox && strip.linkShare() > 0.5;
            boolean first = seen.add(strip.kind() + strip.plain().toLowerCase(Locale.ROOT));
            if (isInBox || strip.isCredit()) {
                return true;
            }
            return !first && isRepeatable(strip) || !isInSources && isLinkElsewhere(strip);
        }

        private boolean staysInSources(Strip strip) {
            if (strip.kind() == Block.Kind.HEADING) {
                return NoteHeadings.isOverSources(strip.plain());
            }
            return isInSources && !strip.isProse();
        }

        /** Whether a second occurrence is boilerplate. */
        private static boolean isRepeatable(Strip strip) {
            if (strip.isFinished()) {
                return false;
            }
            boolean shortLink = strip.linkShare() > 0.5 && strip.words() < 30;
            return shortLink || strip.kind() == Block.Kind.CAPTION;
        }

        private static boolean isLinkElsewhere(Strip strip) {
            boolean link = strip.linkShare() >= 0.9 && !strip.isFinished();
            boolean several = strip.words() > 1 && strip.words() < 25;
            return link && several && strip.kind() != Block.Kind.HEADING;
        }
    }

    public static Map<String, Integer> countLines(List<Strip> strips) {
        Map<String, Integer> counts = new HashMap<>();
        strips.forEach(strip -> counts.merge(strip.plain().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts;
    }
}
