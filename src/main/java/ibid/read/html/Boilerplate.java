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
 * What a page puts round its article, taken out by what elements are and what their classes say. Each leaves a comment
 * in its
 * place, so that its words can be told where they stood.
 */
final class Boilerplate {

    private static final String NO_WORDS = "script, style, svg, iframe, input";
    private static final String NEVER_TEXT = "noscript, template, button, select, label, nav, aside, footer, dialog,"
            + " amp-ad, amp-embed, amp-sidebar, del, s, strike, rt, rp, "
            + "[hidden], [aria-hidden=true], [role=navigation], [role=complementary],"
            + " [role=banner], [role=contentinfo], [role=dialog]";
    private static final Set<String> NEVER = Set.of(
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
    private static final String OPEN = "(?i)(^|[\\s_-])(", CLOSE = ")([\\s_-]|$)";
    private static final String BOXES =
            "related|relatedposts|recirc|comments?|cookies?|consent|newsletter|breadcrumbs?|"
                    + "advert|sponsor|subscribe|subscription|trending|most-?(read|popular)|author-?bio|"
                    + "breaking-?news|teasers?|signup|sign-up|donat(e|ion)|more-?links?";
    /** Names of boxes, whatever prose they hold. */
    private static final Pattern BOX = Pattern.compile(OPEN + BOXES + CLOSE);
    /** Names of boxes that are also words of a text's own sections. */
    private static final Pattern SMALL_BOX = Pattern.compile(OPEN
            + "promo|share|sharedaddy|sharing|social|sidebar|footer|masthead|ads?|byline|"
            + "tags?|credit|rollover[\\w-]*|tooltip|popover|sr-only|visually-hidden|screen-reader-t"
            + "ext"
            + CLOSE);
    /** Names that some pages give to every part of a text, Elementor's all do. */
    private static final Pattern WIDGET =
            Pattern.compile("(?i)(?<!elementor)" + OPEN.substring(4) + "widget|ticker" + CLOSE);
    /** Names of what stands in for text, and of text itself. */
    private static final Pattern FRAME = Pattern.compile(OPEN + "paywall|read-?more" + CLOSE);

    private static final Pattern CAPTION =
            Pattern.compile("(?i)(^|\\s)((wp|image|img|photo|picture|media|figure)[_-]*)?caption([_-]*text)?(\\s|$)");
    private static final Pattern OTHER_CAPTION = Pattern.compile(OPEN + "caption" + CLOSE); // cut short, said again
    private static final Pattern BOX_ID = Pattern.compile("(?i)(" + BOXES
            + "|respond|disqus_thread)([\\s_-]?(section|area|box|list|wrapper|"
            + "container|form|thread|posts?|stories|articles))?");
    private static final Set<String> WITH_ID =
            Set.of("div", "ul", "aside", "form"); // a heading's or section's is often made from its words
    private static final double AROUND_MOST =
            0.4; // of the page's prose: more is the article itself under an odd class name
    private static final double MOST_IN_ARTICLES = 0.5;
    private static final int LONG_WIDGET = 150; // words of prose

    private final Map<Node, Element> taken = new IdentityHashMap<>();
    private final Document page;
    private final boolean whole;
    private Map<Element, TextDensity> prose;
    private boolean ofWidgets; // as Blogger makes pages

    private Boilerplate(Document page, boolean whole) {
        this.page = page;
        this.whole = whole;
        page.select(NO_WORDS).remove();
        prose = TextDensity.in(page.body());
    }

    /**
     * @param liveBlog whether the articles in the article are its parts
     * @param whole    whether the page is nothing but its text
     */
    static Boilerplate takenFrom(Document page, boolean liveBlog, boolean whole) {
        Boilerplate found = new Boilerplate(page, whole);
        if (!liveBlog) {
            found.severalInOne().forEach(found::take);
        }
        for (Element element : page.body().select(NEVER_TEXT)) {
            if (!found.stays(element)) {
                found.take(element);
            }
        }
        found.takeAround();
        return found;
    }

    private void takeAround() {
        prose = TextDensity.in(page.body());
        TextDensity all = prose.get(page.body());
        ofWidgets = inWidgets() >= AROUND_MOST * all.unlinked();
        for (Element element : page.body().select("*")) {
            if (around(element, AROUND_MOST * all.words())) {
                take(element);
            }
        }
    }

    /** What stood where a comment stands. */
    Optional<Element> at(Node comment) {
        return Optional.ofNullable(taken.get(comment));
    }

    /** Of a page that is nothing but text. */
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

    private boolean stays(Element element) {
        if (element == page.body()) {
            return true;
        }
        if (element.hasAttr("hidden") || element.attr("role").equals("dialog")) {
            return false;
        }
        return switch (element.normalName()) {
            case "button" -> element.closest(HEADINGS) != null;
            case "footer" -> element.closest("blockquote") != null;
            case "aside" -> isPart(element) && (density(element).saysSomething() || isWholeTexts(element));
            default -> isHiddenProse(element);
        };
    }

    private TextDensity density(Element element) {
        return prose.getOrDefault(element, TextDensity.NONE);
    }

    private boolean isPart(Element element) {
        boolean inText = whole || element.closest(ARTICLE) != null;
        return inText && !BOX.matcher(element.className()).find();
    }

    private boolean isWholeTexts(Element element) {
        return whole && density(element).mostlyUnlinked();
    }

    /** What a page hides from screen readers only is text, unless it is never text. */
    private boolean isHiddenProse(Element element) {
        boolean hidden = element.attr("aria-hidden").equals("true");
        return hidden
                && !NEVER.contains(element.normalName())
                && isPart(element)
                && density(element).isProse();
    }

    /**
     * Articles side by side in another one are teasers of more, unless they hold most of what is said and lead nowhere.
     */
    private List<Element> severalInOne() {
        Map<Element, List<Element>> within = new LinkedHashMap<>();
        for (Element article : page.select("article article")) {
            within.computeIfAbsent(article.parent(), parent -> new ArrayList<>())
                    .add(article);
        }
        double most = MOST_IN_ARTICLES * prose.get(page.body()).words();
        return within.values().stream()
                .filter(articles -> articles.size() > 1 && areTeasers(articles, most))
                .flatMap(List::stream)
                .toList();
    }

    private boolean areTeasers(List<Element> articles, double mostWords) {
        int words = articles.stream()
                .mapToInt(article -> prose.get(article).words())
                .sum();
        long elsewhere = articles.stream().filter(Boilerplate::leadsElsewhere).count();
        return words <= mostWords || 2 * elsewhere > articles.size();
    }

    private static boolean leadsElsewhere(Element article) {
        Element link = article.selectFirst("a[rel=bookmark], h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] "
                + "h1, a[href] h2, a[href] h3, a[href] h4, a[href] img");
        return link != null && !link.closest("a").attr("href").startsWith("#");
    }

    private boolean around(Element element, double mostWords) {
        Deadline.check();
        TextDensity own = density(element);
        if (whole || element == page.body() || isArticle(own, mostWords)) {
            return false;
        }
        if (isBox(element) || isWidget(element.className(), own)) {
            return true;
        }
        return !isText(element, own) && isSmallBox(element);
    }

    /** What quotes, or holds much of the page's words, is the article, whatever its name. */
    private static boolean isArticle(TextDensity own, double mostWords) {
        return own.quotes() || own.words() > 0 && own.words() >= mostWords;
    }

    private static boolean isBox(Element element) {
        if (BOX.matcher(element.className()).find()) {
            return true;
        }
        return hasId(element) && BOX_ID.matcher(element.id()).matches();
    }

    private static boolean isText(Element element, TextDensity own) {
        return own.isProse() || isCaption(element) || element.is("h1, h2, h3, h4, h5, h6");
    }

    private static boolean isSmallBox(Element element) {
        if (SMALL_BOX.matcher(element.className()).find() || isSecondCaption(element)) {
            return true;
        }
        return hasId(element) && isBoxId(element.id());
    }

    private static boolean hasId(Element element) {
        return WITH_ID.contains(element.normalName());
    }

    private static boolean isBoxId(String id) {
        return SMALL_BOX.matcher(id).find() || BOX.matcher(id).find();
    }

    private boolean isWidget(String names, TextDensity own) {
        boolean widget = WIDGET.matcher(names).find();
        if ((widget || FRAME.matcher(names).find()) && !own.mostlyUnlinked()) {
            return true;
        }
        return widget && !ofWidgets && own.words() < LONG_WIDGET;
    }

    private static boolean isSecondCaption(Element element) {
        boolean named = OTHER_CAPTION.matcher(element.className()).find();
        return named && element.selectFirst("figcaption, .wp-caption-text") == null;
    }

    /** Whether its words are what stands under a picture or table. */
    static boolean isCaption(Element element) {
        String tag = element.normalName(), names = element.className();
        return tag.equals("figcaption")
                || tag.equals("caption")
                || names.contains("caption") && CAPTION.matcher(names).find();
    }

    /** Unlinked words in widgets that are in no other. */
    private int inWidgets() {
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
