package ibid.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Parts a page's running text from what stands in it: credits, "read also" boxes and repeated lines are taken out. For pages of
 * which the element is known; {@link TextPage} does it for pages saved as text.
 */
final class MainText {

    static final Pattern FURNITURE = Pattern.compile("(?is)(?:read (?:also|more|next)(?:\\s*:.*)?|also read|see (?:also|more)|related(?: (?:posts?|articles?|stories|news|topics|content|coverage|roundup|links?|reading|stor(?:y|ies)))?(?:: .*)?"
            + "|recommended(?: (?:for you|stories|reading))?|advertisements?|sponsored(?: (?:content|links?))?|share(?: (?:this|on|it).*)?|follow us.*|subscribe.*|sign up.*|(?:next|previous) (?:post|article)"
            + "|(?:most|also) (?:read|popular|viewed|shared)|trending(?: now)?|editor.?s.? picks?|no result|view all results?|continue reading.*|comments?|leave a (?:reply|comment).*|you (?:might|may) (?:also )?like.*|don.?t miss|what to read next"
            + "|tags?:.*|listen to this article.*|print|e-?mail|copy link|skip to .*|menu|search|close|log ?in|more(?:\\s*:| (?:from|on|stories|great|news|in|about).*)|(?:all|some) rights reserved.*|want more stories.*|get the latest updates.*|(?:have|got) a tip\\?.*"
            + "|você pode gostar|leia (?:também|mais)|veja também|lea también|te puede interesar|(?:à )?lire aussi|lesen sie auch|mehr zum thema|das könnte.*interessieren|leggi anche|lees ook|читайте также|関連記事|スポンサー(?:ド)?リンク|タグ:.*)[:.…]*");
    static final Pattern CREDIT = Pattern.compile("(?i)(©|\\(c\\) |copyright |photo(graph)?s?( by)?[: ]|image( credit)?s?:|credits?:|illustration:|file photo).{0,120}");
    private static final Pattern FINISHED = Pattern.compile(".*[.!?…:;。！？][\"”’»)\\]」』]*$", Pattern.DOTALL);
    private static final Pattern MARKS = Pattern.compile(Manuscript.MARK_OPEN + "[^" + Manuscript.MARK_CLOSE + "]*" + Manuscript.MARK_CLOSE + "|\\[\\d{1,3}]");
    
    /** One line or element of a page. */
    record Strip(Block.Kind kind, String text, double linkShare, String place) {

        Strip {
            Manuscript.bounded(text);
        }

        int words() {
            return text.isBlank() ? 0 : bare().strip().split("\\s+").length;
        }

        boolean finished() {
            return FINISHED.matcher(bare()).matches();
        }

        /** The words without marks of notes and links. */
        String bare() {
            return MainText.bare(text);
        }

        boolean prose() {
            return kind != Block.Kind.HEADING && linkShare < 0.5 && finished() && words() >= 3 && !FURNITURE.matcher(bare()).matches();
        }
    }

    /** Strips before the running text, the running text itself, and everything dropped from it or standing after it. */
    record Parted(List<Strip> before, List<Strip> main, List<Strip> removed) {}

    private MainText() {}

    static String bare(String text) {
        return MARKS.matcher(text).replaceAll("").strip();
    }

    /** For strips that all stand in the article's own element: what is not furniture stays, whether or not it is prose. */
    static Parted tidied(List<Strip> strips, boolean exact) {
        List<Strip> removed = new ArrayList<>(), kept = new ArrayList<>();
        Map<String, Integer> repeats = repeats(strips);
        boolean inBox = false;
        int[] ends = exact ? new int[] {0, strips.size()} : ends(strips);
        for (int i = 0; i < strips.size(); i++) {
            Strip strip = strips.get(i);
            String line = strip.bare();
            inBox = FURNITURE.matcher(line).matches() || inBox && strip.linkShare() > 0.5;
            boolean repeated = repeats.get(line.toLowerCase(Locale.ROOT)) > 1 && strip.words() < 30 && strip.linkShare() > 0.5;
            boolean credit = strip.words() < 20 && CREDIT.matcher(line).matches();
            boolean links = strip.linkShare() >= 0.9 && !strip.finished() && strip.kind() != Block.Kind.HEADING && strip.words() > 1 && strip.words() < 25;
            (inBox || repeated || credit || links || i < ends[0] || i >= ends[1] ? removed : kept).add(strip);
        }
        return new Parted(List.of(), kept, removed);
    }

    /** From the first prose, or the heading right over it, to the last, or the list it leads to. */
    private static int[] ends(List<Strip> strips) {
        int first = 0, last = strips.size();
        while (first < last && !(strips.get(first).prose() && strips.get(first).words() >= 8)) first++;
        if (first == last) return new int[] {0, last};
        while (last > first && !strips.get(last - 1).prose()) last--;
        while (last < strips.size() && strips.get(last).linkShare() < 0.3 && strips.get(last).kind() != Block.Kind.HEADING && strips.get(last).words() > 2 && !FURNITURE.matcher(strips.get(last).bare()).matches()) last++;
        if (first > 0 && strips.get(first - 1).kind() == Block.Kind.HEADING) first--;
        return new int[] {first, last};
    }

    static Map<String, Integer> repeats(List<Strip> strips) {
        Map<String, Integer> counts = new HashMap<>();
        strips.forEach(strip -> counts.merge(strip.bare().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts;
    }
}
