package ibid.read.html.head;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The places of a page whose days are not the article's: other stories, readers' comments, embedded posts, tables. An
 * element with the headline or with most of the page's text is none of them, whatever its name.
 */
final class OtherPlaces {

    private static final Pattern NAMED_AS_DATE = Pattern.compile("(?i)(^|[\\s_-])(fecha|data|dateline|datetime|time|"
            + "timestamp|publish|posted|created|(post|entry|article|news|blog)?-?_?meta(data|info)?|"
            + "(post|entry|article|news|blog)-?_?data|"
            + "submitted|byline|author|article-?info|post-?info|posted-on|day|subline|info)([\\s_-]|$)"
            + "|(?<!up|vali|candi|man)(date|datum|published)(?![a-z])");
    private static final int MAX_DEPTH = 64; // of pages; looking up from every element of a deeper one takes too long
    private static final Evaluator MAIN = QueryParser.parse("main, article, [role=main]");
    private static final Evaluator OTHERS =
            QueryParser.parse("table, blockquote, aside, nav, footer, form, figure, select");
    private static final Evaluator LINKED_STORY = QueryParser.parse("a:has(h1, h2, h3, h4, p)");
    private static final Evaluator STORY = QueryParser.parse("h1, h2, h3, h4, h5, h6, p");
    private static final Pattern OF_READERS = Pattern.compile("(?i)(?<!header)comments?[-_](?!open|close)");
    private static final Pattern TEASER = Pattern.compile("(?i)teaser");
    private static final int MAX_FACTS_CHARS = 300;
    private static final Pattern OTHER_NAME = Pattern.compile(
            "(?i)(?<!header)comment|kommentar|related|latest|recent|popular|sidebar|widget(?! blog)|tweet|embed|"
                    + "infobox|"
                    + "recommend|trending|archive|calendar|event|weather|"
                    + "(?<!(?:post|entry|asset|article|node)[_-]{1,2})footer|"
                    + "copyright|similar|more-|(?<![a-z])today");

    private final Element body;
    private final int letters;
    private final Optional<Element> headline;
    private final Map<Element, Boolean> known = new IdentityHashMap<>();

    OtherPlaces(Document page) {
        body = page.body();
        letters = body.text().length();
        headline = Headline.of(page);
    }

    static boolean isNamedAsDate(Element element) {
        return NAMED_AS_DATE.matcher(element.className() + " " + element.id()).find();
    }

    boolean hold(Element element) {
        return hold(element, true);
    }

    /** The same, but an entry of a list alone is no other place. */
    boolean holdByName(Element element) {
        return hold(element, false);
    }

    private boolean hold(Element element, boolean isListOther) {
        int depth = 0;
        for (Element above = element; above != null && above != body; above = above.parent()) {
            if (++depth > MAX_DEPTH) {
                return true;
            }
            if (known.computeIfAbsent(above, this::isOther)) {
                return !above.is(MAIN);
            }
            if (isListOther && above.normalName().equals("li") && !isListOfFacts(above)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the element is directly under or above the headline, with nothing between. */
    private boolean isBesideHeadline(Element element) {
        return !OF_READERS.matcher(element.className() + " " + element.id()).find()
                && headline.isPresent()
                && (isIn(element, headline.get().nextElementSibling())
                        || isIn(element, headline.get().previousElementSibling()));
    }

    private static boolean isIn(Element element, Element place) {
        return place != null && (element == place || element.parents().contains(place));
    }

    private boolean isOther(Element place) {
        boolean isNamed = place.is(OTHERS) && !isOfArticle(place)
                || place.is(LINKED_STORY)
                || isOfOtherEvent(place)
                || hasOtherName(place) && !isBesideHeadline(place);
        return isNamed && 2 * place.text().length() < letters && !(headline.isPresent() && isIn(headline.get(), place));
    }

    /** A teaser without words of a story is the line above the article's own. */
    private static boolean hasOtherName(Element place) {
        String name = place.className() + " " + place.id();
        return OTHER_NAME.matcher(name).find() || TEASER.matcher(name).find() && place.selectFirst(STORY) != null;
    }

    /** Whether it is the article's own footer or a box with only facts of it, as its day and its author. */
    private static boolean isOfArticle(Element place) {
        boolean isFooter = place.normalName().equals("footer") && place.closest("article") != null;
        boolean isBox = place.normalName().equals("aside") && isNamedAsDate(place);
        return isFooter || isBox && place.text().length() <= MAX_FACTS_CHARS;
    }

    /** Whether it is said of something else than the article, as in "Joined: 3 May 2018". */
    private static boolean isOfOtherEvent(Element place) {
        Element term = place.normalName().equals("dd") ? place.previousElementSibling() : null;
        return term != null && DateLabels.isOfOtherEvent(term.text() + " " + place.text());
    }

    private static boolean isListOfFacts(Element item) {
        return item.parent() != null && (isNamedAsDate(item) || isNamedAsDate(item.parent()));
    }
}
