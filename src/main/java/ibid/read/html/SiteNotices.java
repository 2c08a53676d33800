package ibid.read.html;

import ibid.language.WordList;
import ibid.read.manuscript.WordCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What a site says to its visitors instead of an article's text: requests for consent, for a script or a subscription,
 * the words of its form for comments, and that there is no such page. The words are in {@code site-notices.txt}.
 */
final class SiteNotices {

    private static final Map<String, List<List<Set<String>>>> KINDS = kinds();
    private static final int MAX_WORDS = 60; // of a consent text; longer paragraphs are about cookies
    private static final int MAX_LONG_CHARS = 4000; // of a consent text in one paragraph
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final int MAX_OTHER_WORDS = 35; // of the other notices
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
    private boolean isShortPage; // which may say only that the page meant was not served

    /** @param title of the article: one about cookies or scripts has such sentences itself */
    SiteNotices(String title) {
        this.title = title.toLowerCase(Locale.ROOT);
    }

    /** The outermost elements that are such notices. */
    List<Element> in(Element body) {
        isShortPage = WordCount.of(body.text()) <= MAX_WORDS;
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
        return isLong ? isLongNotice(paragraph) : isNotice(paragraph, isBarrier(element));
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
            notices += isNotice(sentence, false) ? words : 0;
        }
        return notices > MIN_SHARE * all;
    }

    private boolean isNotice(String paragraph, boolean isBarrier) {
        int count = WordCount.of(paragraph);
        if (count < 2) {
            return false;
        }
        List<String> words = Arrays.asList(paragraph.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}€?-]+"));
        for (Map.Entry<String, List<List<Set<String>>>> kind : KINDS.entrySet()) {
            boolean mayBe = kind.getKey().equals("consent") || count <= MAX_OTHER_WORDS;
            mayBe &= isBarrier || !kind.getKey().equals("barrier");
            mayBe &= isShortPage || !kind.getKey().equals("error");
            if (mayBe && kind.getValue().stream().anyMatch(line -> hasAll(words, line) && !isSubject(line))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the article is about what the notice is about. */
    private boolean isSubject(List<Set<String>> line) {
        return line.getFirst().stream().anyMatch(word -> word.length() > 3 && title.contains(word));
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
