package ibid.read.html;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the class names and ids of an element say about it: a box beside the article, a widget, a caption. */
final class BoxNames {

    private static final String OPEN = "(?i)(^|[\\s_-])(";
    private static final String CLOSE = ")([\\s_-]|$)";
    /** Names of boxes that no article has, even where the name also speaks of an article. */
    private static final String CERTAIN_BOXES =
            "related|relatedposts|recirc|comments?|cookies?|consent|newsletter|mailing-?list|breadcrumbs?|"
                    + "most-?(read|popular)|author-?bio|teasers?|signup|sign-up";

    private static final String BOXES =
            CERTAIN_BOXES + "|advert|sponsor|subscribe|subscription|trending|breaking-?news|donat(e|ion)|more-?links?";
    /** Class names of boxes that are removed whatever prose they contain. */
    private static final Pattern BOX = Pattern.compile(OPEN + BOXES + CLOSE);

    /** Names of what readers write below an article. */
    private static final Pattern OF_READERS = Pattern.compile("(?i)(^|\\s)(((reader|user|article|post|entry)s?-?)?"
            + "comments?-?(list|area|section|thread|wrapper|container|block)?|disqus|disqus_thread|respond|"
            + "comment-respond|comment-form|"
            + "kommentare|kommentarliste|comentarios|commentaires)($|\\s)");

    private static final Pattern CERTAIN_BOX = Pattern.compile(OPEN + CERTAIN_BOXES + CLOSE);
    private static final Pattern REQUEST = Pattern.compile(OPEN
            + "cookies?|consent|newsletter|mailing-?list|mailchimp|signup|sign-up|subscribe|subscription|opt-?in"
            + CLOSE);
    /** Readability's names of what may be the article although another name speaks against it. */
    private static final Pattern MAY_BE_ARTICLE =
            Pattern.compile(OPEN + "article|body|column|content|entry|main|post|story|text" + CLOSE);
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

    private static final String SECTION_HEADINGS = "h2, h3, h4";
    private static final int MIN_QUANTITIES = 3;
    private static final Pattern INGREDIENTS =
            Pattern.compile(OPEN + "(recipe-?)?(ingredients?|zutat(en)?|ingrédients?|ingredientes?)" + CLOSE);

    private static final Pattern CAPTION =
            Pattern.compile("(?i)(^|\\s)((wp|image|img|photo|picture|media|figure)[_-]*)?caption([_-]*text)?(\\s|$)");
    private static final Pattern REPEATED_CAPTION = Pattern.compile(OPEN + "caption" + CLOSE); // often shortened
    private static final Pattern BOX_ID = Pattern.compile("(?i)(" + BOXES
            + "|respond|disqus_thread)([\\s_-]?(section|area|box|list|wrapper|"
            + "container|form|thread|posts?|stories|articles))?");
    // The id of a heading or section is often made from its words.
    private static final Set<String> TAGS_KNOWN_BY_ID = Set.of("div", "ul", "aside", "form");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    /** WordPress gives the element of a post one class for each of its categories and tags. */
    private static final Set<String> POST_CLASSES =
            Set.of("hentry", "type-post", "status-publish", "post", "single-post");

    private static final Pattern POST_ID = Pattern.compile("post(id)?-\\d+");
    private static final Pattern TAXONOMY = Pattern.compile(
            "(?i)(category|tag|cat|topic|term|tax|section|channel|series|author|format|keyword|label|subject)-.+");

    private BoxNames() {}

    /** The class names of an element without those that name what the article is about. */
    static String of(Element element) {
        String names = element.className();
        boolean mayHaveTopics = names.indexOf('-') > 0 && names.indexOf(' ') > 0;
        return mayHaveTopics && isPost(names) ? withoutTopics(names) : names;
    }

    private static boolean isPost(String names) {
        for (String name : names.split("\\s+")) {
            if (POST_CLASSES.contains(name) || POST_ID.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }

    private static String withoutTopics(String names) {
        StringJoiner others = new StringJoiner(" ");
        for (String name : names.split("\\s+")) {
            if (!TAXONOMY.matcher(name).matches()) {
                others.add(name);
            }
        }
        return others.toString();
    }

    static boolean isBox(Element element) {
        return hasBoxName(element)
                || hasId(element) && BOX_ID.matcher(element.id()).matches();
    }

    static boolean hasBoxName(Element element) {
        return BOX.matcher(of(element)).find();
    }

    /** Whether the element holds what readers wrote. */
    static boolean isOfReaders(Element element) {
        return OF_READERS.matcher(of(element)).find()
                || !HEADINGS.contains(element.normalName())
                        && OF_READERS.matcher(element.id()).find();
    }

    /** Whether a box's name also speaks of an article and not of what no article has. */
    static boolean mayBeArticle(Element element) {
        String names = of(element) + " " + element.id();
        return MAY_BE_ARTICLE.matcher(names).find()
                && !CERTAIN_BOX.matcher(names).find();
    }

    /** Whether the name is of a request to readers, as for their address or consent, which no article has. */
    static boolean isRequest(Element element) {
        return REQUEST.matcher(of(element) + " " + element.id()).find();
    }

    static boolean isSmallBox(Element element) {
        if (SMALL_BOX.matcher(of(element)).find() || isSecondCaption(element)) {
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

    private static boolean isSecondCaption(Element element) {
        boolean named = REPEATED_CAPTION.matcher(of(element)).find();
        return named && element.selectFirst("figcaption, .wp-caption-text") == null;
    }

    static boolean isWidget(Element element) {
        return WIDGET.matcher(of(element)).find();
    }

    static boolean isTextPlaceholder(Element element) {
        return TEXT_PLACEHOLDER.matcher(of(element)).find();
    }

    /** Whether an element has a heading and lines of which most begin with a number. */
    static boolean areQuantities(Element section) {
        List<String> lines = section.select("*").stream()
                .filter(part -> !part.ownText().isBlank() && !part.is(SECTION_HEADINGS))
                .map(part -> part.ownText().strip())
                .toList();
        long numbers = lines.stream()
                .filter(line -> Character.isDigit(line.codePointAt(0)))
                .count();
        return section.selectFirst(SECTION_HEADINGS) != null
                && lines.size() >= MIN_QUANTITIES
                && 2 * numbers > lines.size();
    }

    /** Whether the element lists what a recipe needs, in whatever elements. */
    static boolean areIngredients(Element element) {
        return INGREDIENTS.matcher(element.className()).find()
                || element.attr("itemprop").equals("recipeIngredient");
    }

    /** Whether the element is the caption of a picture or table. */
    static boolean isCaption(Element element) {
        String tag = element.normalName(), names = element.className();
        return tag.equals("figcaption")
                || tag.equals("caption")
                || names.contains("caption") && CAPTION.matcher(names).find();
    }
}
