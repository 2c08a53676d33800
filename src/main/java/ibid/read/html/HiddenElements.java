package ibid.read.html;

import ibid.language.CharRuns;
import ibid.language.WordList;
import ibid.read.bytes.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Removes what a page does not show: elements that its markup or its own style sheet hides, makes white, transparent or
 * tiny, or moves off the screen, and comments. Style sheets of other files are not known.
 */
final class HiddenElements {

    private static final Set<String> WHITES =
            Set.of("white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)", "transparent", "#ffff");
    private static final Set<String> OFF_SCREEN =
            Set.of("left", "right", "top", "text-indent", "margin-left", "margin-top");
    /** No element of HTML: who writes them speaks to a language model, in the form of its conversations. */
    private static final Set<String> CHAT_ROLES =
            Set.of("assistant", "system", "instruction", "instructions", "prompt", "response", "reply", "answer");

    private static final Set<String> CLIPPED_TO_NOTHING = Set.of("inset(100%", "inset(50%", "circle(0", "polygon(0)");
    private static final Pattern WITHOUT_COLOUR =
            Pattern.compile("transparent|(?:rgba|hsla)\\(.*[,/]0(?:\\.0+)?%?\\)" + "|#[0-9a-f]{3}0|#[0-9a-f]{6}00");
    private static final Set<String> NOT_VISIBLE = Set.of("hidden", "collapse");
    private static final Set<String> HIDDEN_CLASSES =
            Set.copyOf(WordList.lines(HiddenElements.class, "hidden-classes.txt"));
    /** Bootstrap's and Tailwind's classes for what only narrow screens hide. */
    private static final Pattern SHOWN_ON_WIDE_SCREENS = Pattern.compile("\\b(?:d-(?:sm|md|lg|xl|xxl)-(?!none)"
            + "|(?:sm|md|lg|xl|2xl):(?:block|inline|flex|grid|visible|contents|not-sr))");

    private static final double MIN_SIZE = 2; // pixels; screen readers' texts are set to 1
    private static final double MAX_INVISIBLE_FONT = 2; // pixels or points
    private static final double MAX_INVISIBLE_OPACITY = 0.05;
    private static final double MIN_OFF_SCREEN = 500; // pixels to the left or upwards
    private static final double PIXELS_OF_SCREEN_PERCENT = 10;
    private static final double PIXELS_OF_FONT = 16;
    private static final double MAX_SHARE = 0.4; // of a page's letters: what hides more shows it with a script
    private static final double WHOLE = 1;
    private static final int MIN_COMMENT_WORDS = 4; // shorter ones are marks of the program that made the page
    private static final String MARKUP = "<{[#=;";

    private final Element root;
    private final List<String> removed = new ArrayList<>();

    private HiddenElements(Element root) {
        this.root = root;
    }

    /** Removes them and returns their words. */
    static List<String> removeFrom(Document page) {
        return removeFrom(page, MAX_SHARE);
    }

    /** The same of a part of a text, which may be hidden as a whole. */
    static List<String> removeFromPart(Document part) {
        return removeFrom(part, WHOLE);
    }

    private static List<String> removeFrom(Document page, double maxShare) {
        HiddenElements hidden = new HiddenElements(page.body());
        hidden.removeComments(page);
        HiddenCopies copies = new HiddenCopies(page.body());
        List<Element> unseen = hidden.find(page);
        for (Element element : unseen) {
            Deadline.check();
            boolean isThere = element != page.body() && element.parent() != null;
            if (isThere
                    && (copies.isSmallPart(element, maxShare)
                            || copies.isCopy(element)
                            || copies.isBesideText(element, unseen))) {
                hidden.remove(element);
            }
        }
        copies.find().forEach(hidden::remove);
        return hidden.removed;
    }

    private void remove(Element element) {
        if (element.parent() != null) {
            add(element.text());
            element.remove();
        }
    }

    private void add(String words) {
        if (!words.isBlank()) {
            removed.add(words.strip());
        }
    }

    private void removeComments(Document page) {
        for (Comment comment : page.nodeStream(Comment.class).toList()) {
            String words = comment.getData().strip();
            boolean isProse = words.split("\\s+").length >= MIN_COMMENT_WORDS
                    && words.chars().noneMatch(sign -> MARKUP.indexOf(sign) >= 0);
            if (isProse) {
                removed.add(words);
            }
            comment.remove();
        }
    }

    private List<Element> find(Document page) {
        List<Element> hidden = new ArrayList<>();
        for (Element style : page.select("style")) {
            for (StyleRule rule : StyleRule.in(style.data())) {
                hidden.addAll(hiddenBy(rule.selector(), rule.declarations()));
            }
        }
        String candidates = "[style], [hidden], [class], font[color], font[size=0], " + String.join(", ", CHAT_ROLES);
        for (Element element : root.select(candidates)) {
            if (isHidden(element) || isHiddenByClass(element)) {
                hidden.add(element);
            }
        }
        return hidden;
    }

    /** Whether its own attributes hide the element. */
    static boolean isHidden(Element element) {
        Map<String, String> style = StyleRule.declarations(element.attr("style"));
        if (element.hasAttr("hidden") || CHAT_ROLES.contains(element.normalName()) || hides(style)) {
            return true;
        }
        String colour = StyleRule.plain(
                element.normalName().equals("font") ? element.attr("color") : style.getOrDefault("color", ""));
        return !colour.isEmpty() && hasColour(groundOf(element), colour);
    }

    private static boolean hasColour(String ground, String colour) {
        return colour.equals(ground) || WHITES.contains(colour) && WHITES.contains(ground);
    }

    /** The background of the element or of the nearest one around it; white where none is stated. */
    private static String groundOf(Element element) {
        for (Element above = element; above != null; above = above.parent()) {
            Map<String, String> style = StyleRule.declarations(above.attr("style"));
            String ground = StyleRule.plain(
                    style.getOrDefault("background-color", style.getOrDefault("background", above.attr("bgcolor"))));
            if (!ground.isEmpty() && !ground.equals("transparent")) {
                return ground;
            }
        }
        return "white";
    }

    /** Whether a class of the usual style sheets hides the element, on wide screens too. */
    private static boolean isHiddenByClass(Element element) {
        String names = element.className();
        return !names.isEmpty()
                && HIDDEN_CLASSES.stream().anyMatch(element::hasClass)
                && !SHOWN_ON_WIDE_SCREENS.matcher(names).find();
    }

    private List<Element> hiddenBy(String selector, Map<String, String> style) {
        String colour = style.getOrDefault("color", "");
        if (hides(style)) {
            return select(selector);
        }
        boolean mayBeUnseen = WHITES.contains(colour) && !style.containsKey("background");
        return mayBeUnseen && !style.containsKey("background-color")
                ? select(selector).stream()
                        .filter(element -> hasColour(groundOf(element), colour))
                        .toList()
                : List.of();
    }

    private List<Element> select(String selector) {
        if (selector.isEmpty() || selector.indexOf(':') >= 0) {
            return List.of(); // of states, or of what is drawn before and after
        }
        try {
            return root.select(selector);
        } catch (Selector.SelectorParseException notUnderstood) {
            return List.of();
        }
    }

    private static boolean hides(Map<String, String> style) {
        if (style.getOrDefault("display", "").equals("none")
                || NOT_VISIBLE.contains(style.getOrDefault("visibility", ""))
                || style.getOrDefault("content-visibility", "").equals("hidden")) {
            return true;
        }
        return isStruck(style) || isTiny(style) || isOffScreen(style) || isInvisiblyColoured(style) || isCutAway(style);
    }

    private static boolean isStruck(Map<String, String> style) {
        return style.getOrDefault("text-decoration", "").contains("line-through")
                || style.getOrDefault("text-decoration-line", "").contains("line-through");
    }

    private static boolean isTiny(Map<String, String> style) {
        double font = number(style.getOrDefault("font-size", ""), MAX_INVISIBLE_FONT + 1);
        boolean relative = style.getOrDefault("font-size", "").endsWith("em");
        boolean isOverflowHidden = style.getOrDefault("overflow", "").startsWith("hidden");
        boolean isEmpty = Stream.of("height", "width", "max-height", "max-width")
                .anyMatch(size -> number(style.getOrDefault(size, ""), MIN_SIZE) < MIN_SIZE);
        return font <= (relative ? MAX_INVISIBLE_OPACITY : MAX_INVISIBLE_FONT) || isOverflowHidden && isEmpty;
    }

    private static boolean isOffScreen(Map<String, String> style) {
        return OFF_SCREEN.stream().anyMatch(property -> pixels(style.getOrDefault(property, "")) <= -MIN_OFF_SCREEN);
    }

    /** The colour of its own background, or transparent. */
    private static boolean isInvisiblyColoured(Map<String, String> style) {
        String colour = style.getOrDefault("color", "");
        String ground = style.getOrDefault("background-color", style.getOrDefault("background", ""));
        return WITHOUT_COLOUR.matcher(colour).matches()
                || !colour.isEmpty() && !ground.isEmpty() && hasColour(ground, colour)
                || number(style.getOrDefault("opacity", ""), 1) <= MAX_INVISIBLE_OPACITY;
    }

    private static boolean isCutAway(Map<String, String> style) {
        String clip = style.getOrDefault("clip", "");
        return clip.startsWith("rect(0")
                || clip.startsWith("rect(1px,1px")
                || CLIPPED_TO_NOTHING.stream().anyMatch(style.getOrDefault("clip-path", "")::startsWith)
                || style.getOrDefault("transform", "").startsWith("scale(0)");
    }

    /** The length in pixels of an usual screen and font; percentages are of unknown widths. */
    private static double pixels(String value) {
        double number = number(value, 0);
        if (value.endsWith("vw") || value.endsWith("vh")) {
            return number * PIXELS_OF_SCREEN_PERCENT;
        }
        return value.endsWith("em") ? number * PIXELS_OF_FONT : number;
    }

    /** The number that a value begins with; the other if there is none. */
    private static double number(String value, double other) {
        int start = value.startsWith("-") ? 1 : 0;
        int end = CharRuns.end(value, start, sign -> sign >= '0' && sign <= '9' || sign == '.');
        try {
            return end == start ? other : Double.parseDouble(value.substring(0, end));
        } catch (NumberFormatException notANumber) {
            return other;
        }
    }
}
