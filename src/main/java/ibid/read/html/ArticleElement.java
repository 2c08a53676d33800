package ibid.read.html;

import ibid.read.bytes.Deadline;
import ibid.read.manuscript.WordCount;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
 * Finds the element of a page that holds its article: one whose name identifies it, else the element with the densest
 * prose. Each paragraph counts for its parent and less for every element above (the scoring of Arc90's Readability,
 * 2009).
 */
final class ArticleElement {

    /** Selectors of the names that pages give the element of their article, most specific first. */
    private static final List<String> SELECTORS = List.of(
            "[itemprop=articleBody]",
            "[class~=(?i)(^|[\\s_-])article-?_*(body|text)($|[\\s_-])], [id~=(?i)^article-?_?(bod"
                    + "y|text)$], [class~=(?i)(^|\\s)articlebody($|\\s)]",
            "[class~=(?i)(^|[\\s_-])(entry|post|story|news|body|blog|single)-?_*(content|"
                    + "body|text|copy)($|[\\s_-])], [id~=(?i)^(entry|post|story)-?_?(content|"
                    + "body|text)$]",
            "[class~=(?i)(^|[\\s_-])article-?_*(content|page|copy|main)($|[\\s_-])], [id~=(?i)^article-?_?content$]",
            "article",
            "main, [role=main]");

    private static final int EXACT_SELECTORS = 3; // the first ones; the rest may match more than the article
    private static final Pattern ARTICLE_NAME =
            Pattern.compile("(?i)article|body|content|entry|hentry|main|page|post|text|blog|story");
    private static final Pattern OTHER_NAME =
            Pattern.compile("(?i)banner|combx|comment|contact|foot|masthead|media|meta|outbrain|promo|"
                    + "related|scroll|share|shoutbox|sidebar|sponsor|shopping|tags|tool|widget|"
                    + "menu|teaser");
    private static final Set<String> PARAGRAPH_TAGS =
            Set.of("p", "pre", "td", "blockquote", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt");
    private static final int MIN_PARAGRAPH_CHARS = 25; // shorter ones are labels (Readability)
    private static final double MIN_SHARE_OF_SCORED = 0.5; // of the prose of the best scored element; chosen by trying
    private static final int MAX_LEVELS_ABOVE = 5; // a paragraph scores this many elements above it
    private static final double MIN_SHARE_IN_PARTS = 0.85; // of the words of the parent; chosen by trying
    private static final int MIN_ARTICLE_WORDS = 12;
    private static final double MIN_GAIN = 1.3; // times the words, for a wider element; these five chosen by trying
    private static final double MIN_GAIN_OF_PROSE = 1.15;
    private static final int MIN_PARAGRAPHS_OF_PART = 2;
    private static final int MAX_LEVELS_TO_NEAR = 2;
    private static final double MAX_LINKS_NEAR = 0.25;
    private static final double MAX_LINKS_ADDED = 0.1;

    /** Totals for an element and all below it: words of prose outside links, letters, letters in links. */
    private record Weight(int words, int letters, int linked) {

        static final Weight NONE = new Weight(0, 0, 0);

        Weight plus(Weight other) {
            return new Weight(words + other.words, letters + other.letters, linked + other.linked);
        }

        Weight minus(Weight part) {
            return new Weight(words - part.words, letters - part.letters, linked - part.linked);
        }

        double linkShare() {
            return letters == 0 ? 0 : (double) linked / letters;
        }
    }

    private final Document page;
    private final Map<Element, Weight> weights = new LinkedHashMap<>(); // so that the same page gives the same text

    private ArticleElement(Document page) {
        this.page = page;
        computeWeight(page.body(), false);
    }

    /** @param exact whether the page marks the element as exactly the article */
    record Found(Element element, boolean exact) {}

    static Found of(Document page) {
        return new ArticleElement(page).find();
    }

    private Found find() {
        Element best = bestScored().orElse(page.body());
        int prose = words(best);
        for (String name : SELECTORS) {
            Optional<Element> named = page.body().select(name).stream()
                    .filter(element -> element != page.body()
                            && words(element) >= MIN_ARTICLE_WORDS
                            && !OTHER_NAME.matcher(BoxNames.of(element)).find())
                    .filter(element ->
                            element == best || words(element) >= MIN_SHARE_OF_SCORED * prose && isNested(element, best))
                    .max(Comparator.comparingInt(this::words));
            if (named.isPresent()) {
                return new Found(parentOfParts(named.get(), name), SELECTORS.indexOf(name) < EXACT_SELECTORS);
            }
        }
        return new Found(best, false);
    }

    /**
     * The parent where the article is split over several elements of that name that make up nearly all of it. Those
     * with another class are parts only if no headline in them leads to another page.
     */
    private Element parentOfParts(Element named, String name) {
        Element above = named;
        int words = 0;
        for (Element part : page.body().select(name)) {
            if (words(part) < MIN_ARTICLE_WORDS || part != named && !isOtherPart(part, named)) {
                continue;
            }
            while (part != above && !part.parents().contains(above)) {
                above = above.parent();
            }
            words += words(part);
        }
        return words > MIN_SHARE_IN_PARTS * words(above) ? above : named;
    }

    private static boolean isOtherPart(Element part, Element named) {
        boolean isAlike = !named.className().isBlank() && part.className().equals(named.className());
        return !isNested(part, named) && (isAlike || !OtherStories.leadsElsewhere(part));
    }

    private static boolean isNested(Element one, Element other) {
        return one.parents().contains(other) || other.parents().contains(one);
    }

    private Optional<Element> bestScored() {
        Map<Element, Double> scores = new LinkedHashMap<>();
        for (Element paragraph : weights.keySet()) {
            String own = ownText(paragraph);
            if (own.length() < MIN_PARAGRAPH_CHARS) {
                continue;
            }
            double score = 1
                    + own.chars()
                            .filter(c -> c == ',' || c == '，' || c == '、' || c == '。')
                            .count()
                    + Math.min(own.length() / 100.0, 3);
            Element above = PARAGRAPH_TAGS.contains(paragraph.normalName()) ? paragraph.parent() : paragraph;
            for (int level = 0; above != null && level < MAX_LEVELS_ABOVE; level++, above = above.parent()) {
                scores.merge(above, score / divider(level), Double::sum);
            }
        }
        scores.replaceAll((element, score) -> (score + nameBonus(element))
                * (1 - weights.getOrDefault(element, Weight.NONE).linkShare()));
        return scores.entrySet().stream()
                .filter(entry -> weights.containsKey(entry.getKey()))
                .max(Map.Entry.<Element, Double>comparingByValue()
                        .thenComparing(entry -> weight(entry.getKey()).letters()))
                .map(Map.Entry::getKey)
                .map(this::widenToParent);
    }

    /** The divisor of a paragraph's score for an element above it. */
    private static int divider(int level) {
        if (level == 0) {
            return 1;
        }
        return level == 1 ? 2 : level * 3;
    }

    private static double nameBonus(Element element) {
        String name = BoxNames.of(element) + " " + element.id();
        return (ARTICLE_NAME.matcher(name).find() ? 5 : 0)
                - (OTHER_NAME.matcher(name).find() ? 15 : 0);
    }

    /**
     * The outermost element with clearly more prose around the best, as for an article that is split into parts: what
     * it adds has hardly a link and no headline of another page.
     */
    private Element widenToParent(Element best) {
        Element widest = best;
        int level = 0;
        for (Element above : best.parents()) {
            if (best == page.body()) {
                return widest;
            }
            double gain = gain(above, widest);
            boolean addsText = gain > MIN_GAIN_OF_PROSE || above == best.parent() && isContinued(best);
            if (isNear(above, level++) && gain > MIN_GAIN || addsText && addsOnlyProse(above, best)) {
                widest = above;
            }
        }
        return widest;
    }

    private boolean isContinued(Element best) {
        return hasParagraphAbove(best) || hasSectionAbove(best) || hasQuantitiesBelow(best);
    }

    private boolean isNear(Element above, int level) {
        return level < MAX_LEVELS_TO_NEAR
                && above != page.body()
                && weight(above).linkShare() < MAX_LINKS_NEAR;
    }

    /** Whether a paragraph is directly above the element, as the lead of what it holds. */
    private static boolean hasParagraphAbove(Element best) {
        return best.previousElementSiblings().stream()
                .anyMatch(sibling ->
                        sibling.normalName().equals("p") && WordCount.of(ownText(sibling)) >= MIN_ARTICLE_WORDS);
    }

    /** Whether a section of its own without links is directly above the element, as the ingredients of a recipe. */
    private boolean hasSectionAbove(Element best) {
        Element section = best.previousElementSibling();
        if (section == null
                || weight(section).letters() < MIN_PARAGRAPH_CHARS
                || weight(section).linked() > 0) {
            return false;
        }
        boolean areHeaded = section.selectFirst("h2, h3, h4") != null && best.selectFirst("h2, h3, h4") != null;
        return areHeaded || section.stream().anyMatch(BoxNames::areIngredients);
    }

    /** Whether a section without links is directly below that lists quantities under a heading. */
    private boolean hasQuantitiesBelow(Element best) {
        Element section = best.nextElementSibling();
        return section != null && weight(section).linked() == 0 && BoxNames.areQuantities(section);
    }

    /** How much longer the other is: in words, or in letters where there is hardly a sentence, as in a recipe. */
    private double gain(Element above, Element widest) {
        boolean hasSentences = words(widest) >= MIN_ARTICLE_WORDS;
        return hasSentences
                ? (double) words(above) / words(widest)
                : (double) weight(above).letters() / Math.max(1, weight(widest).letters());
    }

    private boolean addsOnlyProse(Element above, Element best) {
        return weight(above).minus(weight(best)).linkShare() < MAX_LINKS_ADDED
                && !OtherStories.leadsElsewhere(above)
                && (above != page.body() || areParts(best));
    }

    /** Whether what the page has beside the element is several parts, or of several paragraphs, unlike a small box. */
    private boolean areParts(Element best) {
        List<Element> others = page.body().children().stream()
                .filter(child ->
                        words(child) > 0 && child != best && !best.parents().contains(child))
                .toList();
        return others.size() > 1
                || others.stream().allMatch(part -> part.select("p").size() >= MIN_PARAGRAPHS_OF_PART);
    }

    private Weight weight(Element element) {
        return weights.getOrDefault(element, Weight.NONE);
    }

    private int words(Element element) {
        return weight(element).words();
    }

    private Weight computeWeight(Element element, boolean inLink) {
        Deadline.check();
        boolean linked = inLink || element.normalName().equals("a");
        String own = element.isBlock() || element.normalName().equals("body") ? ownText(element) : "";
        int letters = element.ownText().length();
        Weight sum = new Weight(
                linked || own.length() < MIN_PARAGRAPH_CHARS ? 0 : WordCount.of(own), letters, linked ? letters : 0);
        for (Element child : element.children()) {
            sum = sum.plus(computeWeight(child, linked));
        }
        if (element.isBlock() || element.normalName().equals("body")) {
            weights.put(element, sum);
        }
        return sum;
    }

    /** The text of the element and its inline children, without blocks and links. */
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
