package ibid.read.html;

import ibid.read.bytes.Deadline;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String FORMS_TO_FILL =
            "form:has(textarea), form:has(input[type=email]), form:has(input[type=password])";
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
    // Of the page's prose: an element with more is the article, whatever its class name. Chosen by trying.
    private static final double MIN_ARTICLE_SHARE = 0.4;
    private static final double MIN_MAIN_SHARE = 0.6; // of the page's words outside links, in paragraphs or not
    private static final int MIN_WORDS_BESIDE_READERS = 40; // of prose: then comments are no article, however long
    private static final int MAX_WORDS_OF_FORM = 60; // for comments, of prose
    private static final int MIN_LETTERS_BESIDE_FORM = 2; // times its own, links included
    private static final int MIN_TEXT_WIDGET_WORDS = 150; // of prose; chosen by trying

    private final Map<Node, Element> taken = new IdentityHashMap<>();
    private final Document page;
    private final SiteNotices notices;
    private final List<Element> forms; // for comments, an account or a newsletter
    private final boolean isWholeText;
    private Map<Element, TextDensity> prose;
    private boolean isMadeOfWidgets; // as Blogger's pages are
    private boolean isCautious;

    private Boilerplate(Document page, String title, boolean isWholeText) {
        this.page = page;
        notices = new SiteNotices(title);
        this.isWholeText = isWholeText;
        forms = page.select(FORMS_TO_FILL);
        page.select(WITHOUT_TEXT).remove();
        prose = TextDensity.in(page.body());
    }

    /**
     * @param title    of the article
     * @param liveBlog whether nested articles are parts of the article
     */
    static Boilerplate takeFrom(Document page, String title, boolean liveBlog) {
        Boilerplate found = new Boilerplate(page, title, false);
        found.takeAll(liveBlog);
        return found;
    }

    /**
     * Puts everything back and removes only what is certainly boilerplate: an element whose name also speaks of an
     * article stays, and so does an aside with prose.
     */
    void takeCautiously(boolean liveBlog) {
        taken.forEach(Node::replaceWith);
        taken.clear();
        isCautious = true;
        prose = TextDensity.in(page.body());
        takeAll(liveBlog);
    }

    private void takeAll(boolean liveBlog) {
        notices.in(page.body(), density(page.body()).unlinked()).forEach(this::take);
        forms.stream().filter(this::isSmallPart).forEach(this::take);
        if (!liveBlog) {
            OtherStories.in(page, prose).forEach(this::take);
        }
        for (Element element : page.body().select(BOILERPLATE)) {
            if (!isText(element)) {
                take(element);
            }
        }
        prose = TextDensity.in(page.body());
        TextDensity whole = density(page.body());
        isMadeOfWidgets = countWordsInWidgets() >= MIN_ARTICLE_SHARE * whole.unlinked();
        for (Element element : page.body().select("*")) {
            if (isBoilerplate(element, whole)) {
                take(element);
            }
        }
    }

    /** The first words by which the site says that the page has no text, or not yet; empty if none. */
    String insteadOfText() {
        return notices.insteadOfText();
    }

    /** The element that a comment replaces. */
    Optional<Element> at(Node comment) {
        return Optional.ofNullable(taken.get(comment));
    }

    /** For a page that contains only the article, like a book's chapter: what is never text is removed. */
    static Boilerplate takeFromWholeText(Document page) {
        Boilerplate found = none(page);
        for (Element element : page.body().select(BOILERPLATE)) {
            if (!found.isText(element)) {
                found.take(element);
            }
        }
        return found;
    }

    /** For a text in which there is none: nothing is removed. */
    static Boilerplate none(Document page) {
        return new Boilerplate(page, "", true);
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
        return isTextByTag(element);
    }

    private boolean isTextByTag(Element element) {
        return switch (element.normalName()) {
            case "button" -> element.closest(HEADINGS) != null;
            case "footer" -> element.closest("blockquote") != null;
            case "noscript" -> isCautious && density(element).isProse();
            case "aside" -> isPart(element) && (density(element).hasUnlinkedText() || isPartOfWholeText(element));
            default -> isHiddenProse(element) || isArticleByRole(element);
        };
    }

    /** Whether the element has a role beside the article by mistake: it holds the article. */
    private boolean isArticleByRole(Element element) {
        return element.hasAttr("role")
                && !element.hasAttr("aria-hidden")
                && !ALWAYS_BOILERPLATE.contains(element.normalName())
                && (density(element).isProse() || element.selectFirst(ARTICLE) != null)
                && density(element).words()
                        >= MIN_ARTICLE_SHARE * density(page.body()).words();
    }

    private boolean isSmallPart(Element form) {
        TextDensity own = density(form), whole = density(page.body());
        return own.unlinked() < MIN_MAIN_SHARE * whole.unlinked()
                || whole.letters() - own.letters() >= MIN_LETTERS_BESIDE_FORM * own.letters();
    }

    private TextDensity density(Element element) {
        return prose.getOrDefault(element, TextDensity.NONE);
    }

    private boolean isPart(Element element) {
        boolean inText = isWholeText || isCautious || element.closest(ARTICLE) != null;
        return inText && !BoxNames.hasBoxName(element);
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

    private boolean isBoilerplate(Element element, TextDensity whole) {
        Deadline.check();
        TextDensity own = density(element);
        if (isWholeText || element == page.body()) {
            return false;
        }
        if (BoxNames.isOfReaders(element) && isBesideArticle(own, whole)) {
            return true;
        }
        if (isArticle(own, whole) && !isSmallRequest(element, own, whole)) {
            return false;
        }
        if (isBox(element, own) || isWidget(element, own)) {
            return true;
        }
        return !isTextOrCaption(element, own) && BoxNames.isSmallBox(element);
    }

    /** Whether what readers write, or the form for it, is beside an article, or beside a list of links that is one. */
    private static boolean isBesideArticle(TextDensity own, TextDensity whole) {
        return whole.words() - own.words() >= MIN_WORDS_BESIDE_READERS
                || own.words() <= MAX_WORDS_OF_FORM
                        && whole.letters() - own.letters() >= MIN_LETTERS_BESIDE_FORM * own.letters();
    }

    /**
     * Whether the element has a quotation or much of the page's prose, so that it is the article whatever its class
     * name.
     */
    private boolean isArticle(TextDensity own, TextDensity whole) {
        boolean isMain = isCautious && own.unlinked() >= MIN_MAIN_SHARE * whole.unlinked();
        return own.quotes() || isMain || own.words() > 0 && own.words() >= MIN_ARTICLE_SHARE * whole.words();
    }

    /** Whether it is a request of the site, by its name, and the rest of the page says about as much. */
    private static boolean isSmallRequest(Element element, TextDensity own, TextDensity whole) {
        return BoxNames.isRequest(element) && own.unlinked() < MIN_MAIN_SHARE * whole.unlinked();
    }

    private boolean isBox(Element element, TextDensity own) {
        return !isGuarded(element, own) && BoxNames.isBox(element);
    }

    private boolean isGuarded(Element element, TextDensity own) {
        return isCautious && own.isProse() && BoxNames.mayBeArticle(element);
    }

    private static boolean isTextOrCaption(Element element, TextDensity own) {
        return own.isProse() || BoxNames.isCaption(element) || element.is("h1, h2, h3, h4, h5, h6");
    }

    private boolean isWidget(Element element, TextDensity own) {
        boolean widget = BoxNames.isWidget(element) && !isGuarded(element, own);
        if ((widget || BoxNames.isTextPlaceholder(element)) && !own.isMostlyUnlinked()) {
            return true;
        }
        return widget && !isMadeOfWidgets && own.words() < MIN_TEXT_WIDGET_WORDS;
    }

    /** Counts the unlinked words in outermost widgets. */
    private int countWordsInWidgets() {
        int[] words = {0};
        page.body().filter((node, depth) -> {
            if (!(node instanceof Element element) || !BoxNames.isWidget(element)) {
                return NodeFilter.FilterResult.CONTINUE;
            }
            words[0] += prose.get(element).unlinked();
            return NodeFilter.FilterResult.SKIP_CHILDREN;
        });
        return words[0];
    }
}
