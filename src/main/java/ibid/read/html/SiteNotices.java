package ibid.read.html;

import ibid.language.WordList;
import ibid.read.manuscript.WordCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What a site says to its visitors instead of an article's text: requests for consent, for a script or a subscription,
 * the words of its form for comments, that there is no such page or not yet. The words are in {@code site-notices.txt}.
 */
final class SiteNotices {

    private static final Map<String, List<List<Set<String>>>> KINDS = kinds();
    private static final int MAX_WORDS = 60; // of a consent text; longer paragraphs are about cookies
    private static final int MAX_LONG_CHARS = 4000; // of a consent text in one paragraph
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final int MAX_OTHER_WORDS = 35; // of the other notices
    private static final Map<String, Integer> MIN_WORDS = Map.of("loading", 1);
    private static final Map<String, Integer> MAX = Map.of("loading", 8, "consent", Integer.MAX_VALUE);
    private static final int MAX_TITLE_WORDS = 3; // of a page that is nothing but such a notice
    private static final int MAX_QUOTED_CHARS = 80;
    private static final Set<String> OF_SHORT_PAGES = Set.of("error", "loading");
    private static final Set<String> INSTEAD_OF_TEXT = Set.of("script", "error", "loading");
    private static final double MIN_SHARE = 0.5; // of the words of an element that is such a notice as a whole
    private static final String BLOCKS =
            "p, div, span, li, h1, h2, h3, h4, h5, h6, section, td, b, strong, label, font";
    private static final Set<String> WHOLE = Set.of("body", "main", "article");

    private static final Pattern BARRIER_NAME = Pattern.compile(
            "(?i)paywall|pay-wall|regwall|piano|meter|gate(way)?([\\s_-]|$)|barrier|subscri|premium|locked|abo-");
    private static final Pattern CONSENT_NAME = Pattern.compile(
            "(?i)cookie|consent|gdpr|dsgvo|privacy|onetrust|didomi|usercentrics|(^|[\\s_-])cmp([\\s_-]|$)");
    private static final int MAX_BARRIER_LEVELS = 4; // a heading and its box are within these
    private static final int MAX_BARRIER_WORDS = 150; // with more it is the article

    private final String title; // in lower case
    private final boolean isTitleOfNotice;
    private boolean isShortPage; // which may say only that the page meant was not served
    private String insteadOfText = "";

    /** @param title of the article: one about cookies or scripts has such sentences itself */
    SiteNotices(String title) {
        this.title = title.toLowerCase(Locale.ROOT);
        isTitleOfNotice = isNotice(title);
    }

    /** The first words by which the site says that the page has no text, or shows it with a script; empty if none. */
    String insteadOfText() {
        return insteadOfText;
    }

    /**
     * The outermost elements that are such notices.
     *
     * @param unlinked words of the page outside links
     */
    List<Element> in(Element body, int unlinked) {
        isShortPage = unlinked <= MAX_WORDS;
        List<Element> notices = new ArrayList<>();
        Map<Element, Integer> words = new HashMap<>();
        for (Element element : body.select(BLOCKS)) {
            if (element != body && isNotice(element)) {
                add(element, words);
            }
        }
        words.forEach((element, own) -> {
            boolean inner = element.parent() != null && isMostlyNotice(element.parent(), words);
            if (!inner && isMostlyNotice(element, words)) {
                notices.add(element);
            }
        });
        return notices;
    }

    private static void add(Element notice, Map<Element, Integer> words) {
        int own = WordCount.of(ownText(notice));
        for (Element above = notice; above != null; above = above.parent()) {
            words.merge(above, own, Integer::sum);
        }
    }

    private static boolean isMostlyNotice(Element element, Map<Element, Integer> words) {
        return !WHOLE.contains(element.normalName())
                && words.getOrDefault(element, 0) >= MIN_SHARE * Math.max(1, WordCount.of(element.text()));
    }

    /** The element's text where it has no blocks of its own. */
    private static String ownText(Element element) {
        boolean isOuter = element.children().stream().anyMatch(Element::isBlock);
        return isOuter ? element.ownText() : element.text();
    }

    private static boolean isBarrier(Element element) {
        Element box = namedBox(element, BARRIER_NAME);
        return box != null && WordCount.of(box.text()) <= MAX_BARRIER_WORDS;
    }

    /** The nearest element around this one with such a name, of a few levels. */
    private static Element namedBox(Element element, Pattern name) {
        Element above = element;
        for (int level = 0; level < MAX_BARRIER_LEVELS && above != null; level++, above = above.parent()) {
            if (!WHOLE.contains(above.normalName())
                    && name.matcher(above.className() + " " + above.id()).find()) {
                return above;
            }
        }
        return null;
    }

    private boolean isNotice(Element element) {
        String paragraph = ownText(element);
        boolean isLong = WordCount.of(paragraph) > MAX_WORDS && namedBox(element, CONSENT_NAME) == null;
        Optional<String> kind = isLong ? Optional.empty() : kindOf(paragraph, isBarrier(element));
        if (insteadOfText.isEmpty() && kind.filter(INSTEAD_OF_TEXT::contains).isPresent()) {
            insteadOfText = paragraph.substring(0, Math.min(paragraph.length(), MAX_QUOTED_CHARS));
        }
        return isLong ? isLongNotice(paragraph) : kind.isPresent();
    }

    /** Whether most sentences of a long paragraph are such notices; one about cookies has others. */
    private boolean isLongNotice(String paragraph) {
        if (paragraph.length() > MAX_LONG_CHARS) {
            return false;
        }
        int all = 0, notices = 0;
        for (String sentence : SENTENCE_END.split(paragraph)) {
            int words = WordCount.of(sentence);
            all += words;
            notices += kindOf(sentence, false).isPresent() ? words : 0;
        }
        return notices > MIN_SHARE * all;
    }

    private Optional<String> kindOf(String paragraph, boolean isBarrier) {
        List<String> words = words(paragraph);
        return KINDS.keySet().stream()
                .filter(kind -> mayBe(kind, WordCount.of(paragraph), isBarrier))
                .filter(kind -> KINDS.get(kind).stream().anyMatch(line -> hasAll(words, line) && !isSubject(line)))
                .findFirst();
    }

    private static List<String> words(String paragraph) {
        return Arrays.asList(paragraph.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}€?-]+"));
    }

    private boolean mayBe(String kind, int words, boolean isBarrier) {
        boolean isPlace = OF_SHORT_PAGES.contains(kind) ? isShortPage : isBarrier || !kind.equals("barrier");
        return isPlace && words >= MIN_WORDS.getOrDefault(kind, 2) && words <= MAX.getOrDefault(kind, MAX_OTHER_WORDS);
    }

    /** Whether the article is about what the notice is about. */
    private boolean isSubject(List<Set<String>> line) {
        return !isTitleOfNotice && line.getFirst().stream().anyMatch(word -> word.length() > 3 && title.contains(word));
    }

    /** Whether a title says no more than that the page is not there, or not yet. */
    private static boolean isNotice(String title) {
        List<String> words = words(title);
        return WordCount.of(title) <= MAX_TITLE_WORDS
                && OF_SHORT_PAGES.stream()
                        .flatMap(kind -> KINDS.get(kind).stream())
                        .anyMatch(line -> hasAll(words, line));
    }

    private static boolean hasAll(List<String> words, List<Set<String>> line) {
        return line.stream().allMatch(alternatives -> words.stream().anyMatch(word -> isOne(word, alternatives)));
    }

    /** Whether the word is one of these, or a long one of these is its beginning. */
    private static boolean isOne(String word, Set<String> alternatives) {
        if (alternatives.contains("?") && word.endsWith("?")) {
            return true;
        }
        String plain = word.endsWith("?") ? word.substring(0, word.length() - 1) : word;
        return alternatives.contains(plain)
                || alternatives.stream().anyMatch(one -> one.length() > 4 && plain.startsWith(one));
    }

    private static Map<String, List<List<Set<String>>>> kinds() {
        Map<String, List<List<Set<String>>>> kinds = new HashMap<>();
        String kind = "";
        for (String line : WordList.lines(SiteNotices.class, "site-notices.txt")) {
            if (line.startsWith("[")) {
                kind = line.substring(1, line.length() - 1);
            } else {
                kinds.computeIfAbsent(kind, unknown -> new ArrayList<>()).add(parts(line));
            }
        }
        return kinds;
    }

    private static List<Set<String>> parts(String line) {
        List<Set<String>> parts = new ArrayList<>();
        for (String part : line.split(" ")) {
            parts.add(Set.of(part.split("/")));
        }
        return parts;
    }
}
