package ibid.read.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what a page shows of other stories: inner articles, lists of headlines with a summary each, galleries. */
final class OtherStories {

    private static final String LINKED_HEADLINES = "a[rel=bookmark], h1 a[href], h2 a[href], h3 a[href], h4 a[href], "
            + "a[href] h1, a[href] h2, a[href] h3, a[href] h4, a[href] img";
    private static final Pattern COUNTER = Pattern.compile("\\d{1,3} ?/ ?\\d{1,3}\\b");
    private static final String LISTS = "ul, ol, section, div";
    // The following are chosen by trying.
    private static final double MAX_TEASER_SHARE = 0.5; // of the page's prose
    private static final int MIN_ENTRIES = 4;
    private static final double MIN_SHARE_OF_ENTRIES = 0.7; // that lead elsewhere
    private static final int MAX_ENTRY_WORDS = 80;
    private static final int MIN_WORDS_BESIDE = 120; // of prose outside the list: else it is what the page is about

    private OtherStories() {}

    /** @param prose of every element */
    static List<Element> in(Document page, Map<Element, TextDensity> prose) {
        List<Element> found = new ArrayList<>(innerArticles(page, prose));
        int words = words(page.body(), prose);
        for (Element list : page.body().select(LISTS)) {
            boolean isOther = isListOfStories(list) || isGallery(list);
            if (isOther
                    && words - words(list, prose) >= MIN_WORDS_BESIDE
                    && list.parents().stream().noneMatch(found::contains)) {
                found.add(list);
            }
        }
        return found;
    }

    private static boolean isListOfStories(Element list) {
        int entries = list.childrenSize();
        if (entries < MIN_ENTRIES || !list.ownText().isBlank()) {
            return false;
        }
        int stories = 0;
        for (Element entry : list.children()) {
            if (entry.text().isBlank()) {
                entries--;
            } else if (isStory(entry)) {
                stories++;
            }
        }
        return stories >= MIN_ENTRIES && stories >= MIN_SHARE_OF_ENTRIES * entries;
    }

    /** Whether the entries are pictures that are counted "1/50", "2/50". */
    private static boolean isGallery(Element list) {
        if (list.childrenSize() < MIN_ENTRIES) {
            return false;
        }
        int counted = 0;
        for (Element entry : list.children()) {
            counted += COUNTER.matcher(entry.text()).lookingAt() ? 1 : 0;
        }
        return counted >= MIN_ENTRIES && counted >= MIN_SHARE_OF_ENTRIES * list.childrenSize();
    }

    private static boolean isStory(Element entry) {
        Element headline = entry.selectFirst("h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4");
        if (headline == null || entry.text().split(" ", MAX_ENTRY_WORDS + 2).length > MAX_ENTRY_WORDS) {
            return false;
        }
        String address = headline.closest("a").attr("href");
        return !address.startsWith("#");
    }

    /**
     * Sibling articles within another article are teasers, unless they hold most of the prose and have no links to
     * other pages.
     */
    private static List<Element> innerArticles(Document page, Map<Element, TextDensity> prose) {
        Map<Element, List<Element>> byParent = new LinkedHashMap<>();
        for (Element article : page.select("article article")) {
            byParent.computeIfAbsent(article.parent(), parent -> new ArrayList<>())
                    .add(article);
        }
        double maxTeaserWords = MAX_TEASER_SHARE * words(page.body(), prose);
        List<Element> teasers = new ArrayList<>();
        for (List<Element> articles : byParent.values()) {
            int words =
                    articles.stream().mapToInt(article -> words(article, prose)).sum();
            long stories =
                    articles.stream().filter(OtherStories::leadsElsewhere).count();
            if (articles.size() > 1 && (words <= maxTeaserWords || 2 * stories > articles.size())) {
                teasers.addAll(articles);
            }
        }
        return teasers;
    }

    private static int words(Element element, Map<Element, TextDensity> prose) {
        return prose.getOrDefault(element, TextDensity.NONE).words();
    }

    /** Whether a headline or picture in it is a link to another page. */
    static boolean leadsElsewhere(Element element) {
        Element link = element.selectFirst(LINKED_HEADLINES);
        return link != null && !link.closest("a").attr("href").startsWith("#");
    }
}
