package ibid.read.html;

import ibid.read.bytes.Deadline;
import ibid.read.manuscript.WordCount;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Finds the element of a page that holds its article: where the page names it, else the element under which most prose
 * stands
 * close together, each paragraph counting for its parent and less for every element above (the scoring of Arc90's
 * Readability, 2009).
 */
public final class ArticleElement {

    /** Names pages give the element of their article, surest first. */
    private static final List<String> NAMED = List.of(
            "[itemprop=articleBody]",
            "[class~=(?i)(^|[\\s_-])article-?_*(body|text)($|[\\s_-])], [id~=(?i)^article-?_?(bod"
                    + "y|text)$], [class~=(?i)(^|\\s)articlebody($|\\s)]",
            "[class~=(?i)(^|[\\s_-])(entry|post|story|news|body|blog|single)-?_*(content|"
                    + "body|text|copy)($|[\\s_-])], [id~=(?i)^(entry|post|story)-?_?(content|"
                    + "body|text)$]",
            "[class~=(?i)(^|[\\s_-])article-?_*(content|page|copy|main)($|[\\s_-])], [id~=(?i)^article-?_?content$]",
            "article",
            "main, [role=main]");

    private static final int EXACT = 3; // of these; the rest may hold more than the article
    private static final Pattern GOOD =
            Pattern.compile("(?i)article|body|content|entry|hentry|main|page|post|text|blog|story");
    private static final Pattern BAD =
            Pattern.compile("(?i)banner|combx|comment|contact|foot|masthead|media|meta|outbrain|promo|"
                    + "related|scroll|share|shoutbox|sidebar|sponsor|shopping|tags|tool|widget|"
                    + "menu|teaser");
    private static final Set<String> LEAVES =
            Set.of("p", "pre", "td", "blockquote", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt");
    private static final int PARAGRAPH = 25; // letters; shorter ones are labels
    private static final double MOST_OF_IT = 0.5; // of the prose the scored element holds
    private static final int REACH = 5; // elements above a paragraph that it counts for
    private static final double NEARLY_ALL = 0.85;
    private static final int ENOUGH_WORDS = 12;

    /** Of everything below an element: words of prose outside links, letters, letters in links. */
    private record Weight(int words, int letters, int linked) {

        static final Weight NONE = new Weight(0, 0, 0);

        Weight plus(Weight other) {
            return new Weight(words + other.words, letters + other.letters, linked + other.linked);
        }

        double linkShare() {
            return letters == 0 ? 0 : (double) linked / letters;
        }
    }

    private final Document page;
    private final Map<Element, Weight> weights = new HashMap<>();

    private ArticleElement(Document page) {
        this.page = page;
        weigh(page.body(), false);
    }

    /** @param exact whether the page says that the element is the article and nothing else */
    record Found(Element element, boolean exact) {}

    static Found of(Document page) {
        return new ArticleElement(page).find();
    }

    private Found find() {
        Element scored = scored().orElse(page.body());
        for (String name : NAMED) {
            Optional<Element> named = page.body().select(name).stream()
                    .filter(element -> mayBeArticle(element, scored))
                    .max(Comparator.comparingInt(this::words));
            if (named.isPresent()) {
                return new Found(whole(named.get()), NAMED.indexOf(name) < EXACT);
            }
        }
        return new Found(scored, false);
    }

    private boolean mayBeArticle(Element element, Element scored) {
        boolean sound = element != page.body()
                && words(element) >= ENOUGH_WORDS
                && !BAD.matcher(element.className()).find();
        return sound && (element == scored || holdsMostOf(scored, element));
    }

    private boolean holdsMostOf(Element scored, Element element) {
        return words(element) >= MOST_OF_IT * words(scored) && related(element, scored);
    }

    /**
     * The element above where the article stands in several of the same name, which are nearly all of what it holds.
     */
    private Element whole(Element named) {
        if (named.className().isBlank()) {
            return named;
        }
        Element above = named;
        int words = 0;
        for (Element part : page.select(named.tagName())) {
            if (!isPartBeside(part, named)) {
                continue;
            }
            while (part != above && !part.parents().contains(above)) {
                above = above.parent();
            }
            words += words(part);
        }
        return words > NEARLY_ALL * words(above) ? above : named;
    }

    private boolean isPartBeside(Element part, Element named) {
        boolean alike = part.className().equals(named.className()) && words(part) >= ENOUGH_WORDS;
        return alike && (part == named || !related(part, named));
    }

    private static boolean related(Element one, Element other) {
        return one.parents().contains(other) || other.parents().contains(one);
    }

    private Optional<Element> scored() {
        Map<Element, Double> scores = new HashMap<>();
        for (Element paragraph : weights.keySet()) {
            String own = ownText(paragraph);
            if (own.length() < PARAGRAPH) {
                continue;
            }
            double score = 1
                    + own.chars()
                            .filter(c -> c == ',' || c == '，' || c == '、' || c == '。')
                            .count()
                    + Math.min(own.length() / 100.0, 3);
            Element above = LEAVES.contains(paragraph.normalName()) ? paragraph.parent() : paragraph;
            for (int level = 0; above != null && level < REACH; level++, above = above.parent()) {
                scores.merge(above, score / divider(level), Double::sum);
            }
        }
        scores.replaceAll((element, score) -> (score + named(element))
                * (1 - weights.getOrDefault(element, Weight.NONE).linkShare()));
        return scores.entrySet().stream()
                .filter(entry -> weights.containsKey(entry.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(this::widened);
    }

    /** A paragraph counts whole for its parent and less for every element above. */
    private static int divider(int level) {
        if (level == 0) {
            return 1;
        }
        return level == 1 ? 2 : level * 3;
    }

    private static double named(Element element) {
        String name = element.className() + " " + element.id();
        return (GOOD.matcher(name).find() ? 5 : 0) - (BAD.matcher(name).find() ? 15 : 0);
    }

    /** An article cut into parts: the element above where it holds clearly more of the same. */
    private Element widened(Element best) {
        Element above = best.parent();
        for (int level = 0;
                above != null && !above.normalName().matches("body|html") && level < 2;
                level++, above = above.parent()) {
            if (words(above) > 1.3 * words(best) && weights.get(above).linkShare() < 0.25) {
                return above;
            }
        }
        return best;
    }

    private int words(Element element) {
        return weights.getOrDefault(element, Weight.NONE).words();
    }

    private Weight weigh(Element element, boolean inLink) {
        Deadline.check();
        boolean linked = inLink || element.normalName().equals("a");
        boolean counts = element.isBlock() || element.normalName().equals("body");
        Weight sum = own(element, counts ? ownText(element) : "", linked);
        for (Element child : element.children()) {
            sum = sum.plus(weigh(child, linked));
        }
        if (counts) {
            weights.put(element, sum);
        }
        return sum;
    }

    private static Weight own(Element element, String paragraph, boolean linked) {
        int words = linked || paragraph.length() < PARAGRAPH ? 0 : WordCount.of(paragraph);
        int letters = element.ownText().length();
        return new Weight(words, letters, linked ? letters : 0);
    }

    /** Text that stands in the element itself or in what runs with it, not in blocks of their own, and not in links. */
    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        append(element, text);
        return text.toString().strip();
    }

    private static void append(Element element, StringBuilder text) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode own) {
                text.append(own.text());
            } else if (child instanceof Element inner
                    && !inner.isBlock()
                    && !inner.normalName().equals("a")) {
                append(inner, text);
            }
        }
    }
}
