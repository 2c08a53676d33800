package ibid.read.html;

import ibid.read.bytes.Deadline;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * Removes boilerplate around a page's article, by tag and class name. Each removed element is replaced by a comment, so
 * that its text can be listed in page order.
 */
final class Boilerplate {

    private static final String WITHOUT_TEXT = "script, style, svg, iframe, input";
    private static final String BOILERPLATE = "noscript, template, button, select, label, nav, aside, footer, dialog,"
            + " amp-ad, amp-embed, amp-sidebar, del, s, strike, rt, rp, "
            + "[hidden], [aria-hidden=true], [role=navigation], [role=complementary],"
            + " [role=banner], [role=contentinfo], [role=dialog]";
    private static final Set<String> ALWAYS_BOILERPLATE = Set.of(
            "nav",
            "noscript",
            "template",
            "select",
            "label",
            "dialog",
            "amp-ad",
            "amp-embed",
            "amp-sidebar",
            "del",
            "s",
            "strike",
            "rt",
            "rp");
    private static final String ARTICLE = "article, main, [role=main], [itemprop=articleBody]";
    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6, summary, dt";
    private static final String OPEN = "(?i)(^|[\\s_-])(";
    private static final String CLOSE = ")([\\s_-]|$)";
    private static final String BOXES =
            "related|relatedposts|recirc|comments?|cookies?|consent|newsletter|breadcrumbs?|"
                    + "advert|sponsor|subscribe|subscription|trending|most-?(read|popular)|author-?bio|"
                    + "breaking-?news|teasers?|signup|sign-up|donat(e|ion)|more-?links?";
    /** Class names of boxes that are removed whatever prose they contain. */
    private static final Pattern BOX = Pattern.compile(OPEN + BOXES + CLOSE);
    /** Class names of boxes that sections of the article may also have. */
    private static final Pattern SMALL_BOX = Pattern.compile(OPEN
            + "promo|share|sharedaddy|sharing|social|sidebar|footer|masthead|ads?|byline|"
            + "tags?|credit|rollover[\\w-]*|tooltip|popover|sr-only|visually-hidden|screen-reader-t"
            + "ext"
            + CLOSE);
    /** Class names of widgets; some pages give them to every part of the text, as all of Elementor do. */
    private static final Pattern WIDGET =
            Pattern.compile("(?i)(?<!elementor)" + OPEN.substring(4) + "widget|ticker" + CLOSE);
    /** Class names of placeholders for text, and sometimes of the text itself. */
    private static final Pattern TEXT_PLACEHOLDER = Pattern.compile(OPEN + "paywall|read-?more" + CLOSE);

    private static final Pattern CAPTION =
            Pattern.compile("(?i)(^|\\s)((wp|image|img|photo|picture|media|figure)[_-]*)?caption([_-]*text)?(\\s|$)");
    private static final Pattern REPEATED_CAPTION = Pattern.compile(OPEN + "caption" + CLOSE); // often shortened
    private static final Pattern BOX_ID = Pattern.compile("(?i)(" + BOXES
            + "|respond|disqus_thread)([\\s_-]?(section|area|box|list|wrapper|"
            + "container|form|thread|posts?|stories|articles))?");
    // The id of a heading or section is often made from its words.
    private static final Set<String> TAGS_KNOWN_BY_ID = Set.of("div", "ul", "aside", "form");
    // Of the page's prose: an element with more is the article, whatever its class name. Chosen by trying.
    private static final double MIN_ARTICLE_SHARE = 0.4;
    private static final double MAX_TEASER_SHARE = 0.5; // of the page's prose; chosen by trying
    private static final int MIN_TEXT_WIDGET_WORDS = 150; // of prose; chosen by trying

    private final Map<Node, Element> taken = new IdentityHashMap<>();
    private final Document page;
    private final boolean isWholeText;
    private Map<Element, TextDensity> prose;
    private boolean isMadeOfWidgets; // as Blogger's pages are

    private Boilerplate(Document page, boolean isWholeText) {
        this.page = page;
        this.isWholeText = isWholeText;
        page.select(WITHOUT_TEXT).remove();
        prose = TextDensity.in(page.body());
    }

    /**
     * @param liveBlog    whether nested articles are parts of the article
     * @param isWholeText whether the page contains only the article
     */
    static Boilerplate takeFrom(Document page, boolean liveBlog, boolean isWholeText) {
        Boilerplate found = new Boilerplate(page, isWholeText);
        if (!liveBlog) {
            found.teasers().forEach(found::take);
        }
        for (Element element : page.body().select(BOILERPLATE)) {
            if (!found.isText(element)) {
                found.take(element);
            }
        }
        found.prose = TextDensity.in(page.body());
        found.isMadeOfWidgets = found.countWordsInWidgets()
                >= MIN_ARTICLE_SHARE * found.prose.get(page.body()).unlinked();
        double minArticleWords =
                MIN_ARTICLE_SHARE * found.prose.get(page.body()).words();
        for (Element element : page.body().select("*")) {
            if (found.isBoilerplate(element, minArticleWords)) {
                found.take(element);
            }
        }
        return found;
    }

    /** The element that a comment replaces. */
    Optional<Element> at(Node comment) {
        return Optional.ofNullable(taken.get(comment));
    }

    /** For a page that contains only the article: nothing is removed. */
    static Boilerplate none(Document page) {
        return new Boilerplate(page, true);
    }

    private void take(Element element) {
        if (element.parent() == null || element == page.body()) {
            return;
        }
        Comment place = new Comment("");
        element.replaceWith(place);
        taken.put(place, element);
    }

    private boolean isText(Element element) {
        if (element == page.body()) {
            return true;
        }
        if (element.hasAttr("hidden") || element.attr("role").equals("dialog")) {
            return false;
        }
        return switch (element.normalName()) {
            case "button" -> element.closest(HEADINGS) != null;
            case "footer" -> element.closest("blockquote") != null;
            case "aside" -> isPart(element) && (density(element).hasUnlinkedText() || isPartOfWholeText(element));
            default -> isHiddenProse(element);
        };
    }

    private TextDensity density(Element element) {
        return prose.getOrDefault(element, TextDensity.NONE);
    }

    private boolean isPart(Element element) {
        boolean inText = isWholeText || element.closest(ARTICLE) != null;
        return inText && !BOX.matcher(element.className()).find();
    }

    private boolean isPartOfWholeText(Element element) {
        return isWholeText && density(element).isMostlyUnlinked();
    }

    /** Whether the element is prose that is hidden from screen readers only. */
    private boolean isHiddenProse(Element element) {
        boolean hidden = element.attr("aria-hidden").equals("true");
        return hidden
                && !ALWAYS_BOILERPLATE.contains(element.normalName())
                && isPart(element)
                && density(element).isProse();
    }

    /**
     * Sibling articles within another article are teasers, unless they hold most of the prose and have no links to
     * other pages.
     */
    private List<Element> teasers() {
        Map<Element, List<Element>> byParent = new LinkedHashMap<>();
        for (Element article : page.select("article article")) {
            byParent.computeIfAbsent(article.parent(), parent -> new ArrayList<>())
                    .add(article);
        }
        double maxTeaserWords = MAX_TEASER_SHARE * prose.get(page.body()).words();
        return byParent.values().stream()
                .filter(articles -> articles.size() > 1
                        && (articles.stream()
                                                .mapToInt(article ->
                                                        prose.get(article).words())
                                                .sum()
                                        <= maxTeaserWords
                                || 2
                                                * articles.stream()
                                                        .filter(Boilerplate::leadsElsewhere)
                                                        .count()
                                        > articles.size()))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean leadsElsewhere(Element article) {
        Element link = article.selectFirst("a[rel=bookmark], h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] "
                + "h1, a[href] h2, a[href] h3, a[href] h4, a[href] img");
        return link != null && !link.closest("a").attr("href").startsWith("#");
    }

    private boolean isBoilerplate(Element element, double minArticleWords) {
        Deadline.check();
        TextDensity own = density(element);
        if (isWholeText || element == page.body() || isArticle(own, minArticleWords)) {
            return false;
        }
        if (isBox(element) || isWidget(element.className(), own)) {
            return true;
        }
        return !isTextOrCaption(element, own) && isSmallBox(element);
    }

    /**
     * Whether the element has a quotation or much of the page's prose, so that it is the article whatever its class
     * name.
     */
    private static boolean isArticle(TextDensity own, double minArticleWords) {
        return own.quotes() || own.words() > 0 && own.words() >= minArticleWords;
    }

    private static boolean isBox(Element element) {
        if (BOX.matcher(element.className()).find()) {
            return true;
        }
        return hasId(element) && BOX_ID.matcher(element.id()).matches();
    }

    private static boolean isTextOrCaption(Element element, TextDensity own) {
        return own.isProse() || isCaption(element) || element.is("h1, h2, h3, h4, h5, h6");
    }

    private static boolean isSmallBox(Element element) {
        if (SMALL_BOX.matcher(element.className()).find() || isSecondCaption(element)) {
            return true;
        }
        return hasId(element) && isBoxId(element.id());
    }

    private static boolean hasId(Element element) {
        return TAGS_KNOWN_BY_ID.contains(element.normalName());
    }

    private static boolean isBoxId(String id) {
        return SMALL_BOX.matcher(id).find() || BOX.matcher(id).find();
    }

    private boolean isWidget(String names, TextDensity own) {
        boolean widget = WIDGET.matcher(names).find();
        if ((widget || TEXT_PLACEHOLDER.matcher(names).find()) && !own.isMostlyUnlinked()) {
            return true;
        }
        return widget && !isMadeOfWidgets && own.words() < MIN_TEXT_WIDGET_WORDS;
    }

    private static boolean isSecondCaption(Element element) {
        boolean named = REPEATED_CAPTION.matcher(element.className()).find();
        return named && element.selectFirst("figcaption, .wp-caption-text") == null;
    }

    /** Whether the element is the caption of a picture or table. */
    static boolean isCaption(Element element) {
        String tag = element.normalName(), names = element.className();
        return tag.equals("figcaption")
                || tag.equals("caption")
                || names.contains("caption") && CAPTION.matcher(names).find();
    }

    /** Counts the unlinked words in outermost widgets. */
    private int countWordsInWidgets() {
        int[] words = {0};
        page.body().filter((node, depth) -> {
            if (!(node instanceof Element element)
                    || !WIDGET.matcher(element.className()).find()) {
                return NodeFilter.FilterResult.CONTINUE;
            }
            words[0] += prose.get(element).unlinked();
            return NodeFilter.FilterResult.SKIP_CHILDREN;
        });
        return words[0];
    }
}
