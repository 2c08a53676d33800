package ibid.read.html;

import ibid.language.CharRuns;
import ibid.read.bytes.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> CHAT_ROLES = Set.of("assistant", "system", "instruction", "instructions", "prompt");

    private static final double MAX_INVISIBLE_FONT = 2; // pixels or points
    private static final double MAX_INVISIBLE_OPACITY = 0.05;
    private static final double MIN_OFF_SCREEN = 500; // pixels to the left or upwards
    private static final double MAX_SHARE = 0.4; // of a page's letters: what hides more shows it with a script
    private static final double WHOLE = 1;
    private static final int MAX_RULES = 2000; // of a page's own style sheets
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
        int letters = page.body().text().length();
        for (Element element : hidden.find(page)) {
            Deadline.check();
            int own = element.text().length();
            if (element != page.body() && element.parent() != null && own <= maxShare * letters) {
                hidden.add(element.text());
                element.remove();
            }
        }
        return hidden.removed;
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
            hidden.addAll(hiddenBy(style.data()));
        }
        String candidates = "[style], [hidden], font[color], font[size=0], " + String.join(", ", CHAT_ROLES);
        for (Element element : root.select(candidates)) {
            if (isHidden(element)) {
                hidden.add(element);
            }
        }
        return hidden;
    }

    /** Whether its own attributes hide the element. */
    static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") || CHAT_ROLES.contains(element.normalName()) || hides(declarations(element.attr("style")))) {
            return true;
        }
        return element.normalName().equals("font") && WHITES.contains(plain(element.attr("color")));
    }

    /** The elements that a style sheet hides. Rules within conditions, as for small screens, are passed over. */
    private List<Element> hiddenBy(String sheet) {
        List<Element> hidden = new ArrayList<>();
        int at = 0;
        for (int rules = 0; rules < MAX_RULES && at < sheet.length(); rules++) {
            int open = CharRuns.end(sheet, at, CharRuns.noneOf("{"));
            int close = CharRuns.end(sheet, open, CharRuns.noneOf("}"));
            String selector = sheet.substring(at, open).strip();
            if (selector.startsWith("@")) {
                close = endOfNested(sheet, open);
            } else if (open < close && hides(declarations(sheet.substring(open + 1, close)))) {
                hidden.addAll(select(selector));
            }
            at = close + 1;
        }
        return hidden;
    }

    private static int endOfNested(String sheet, int open) {
        int depth = 0;
        for (int at = open; at < sheet.length(); at++) {
            depth += sheet.charAt(at) == '{' ? 1 : 0;
            depth -= sheet.charAt(at) == '}' ? 1 : 0;
            if (depth == 0 && at > open) {
                return at;
            }
        }
        return sheet.length();
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

    private static Map<String, String> declarations(String style) {
        Map<String, String> values = new HashMap<>();
        for (String declaration : style.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                values.put(plain(declaration.substring(0, colon)), plain(declaration.substring(colon + 1)));
            }
        }
        return values;
    }

    private static String plain(String value) {
        return value.toLowerCase(Locale.ROOT).replace("!important", "").replaceAll("\\s+", "");
    }

    private static boolean hides(Map<String, String> style) {
        if (style.getOrDefault("display", "").equals("none")
                || style.getOrDefault("visibility", "").equals("hidden")) {
            return true;
        }
        return isTiny(style) || isOffScreen(style) || isInvisiblyColoured(style) || isCutAway(style);
    }

    private static boolean isTiny(Map<String, String> style) {
        double font = number(style.getOrDefault("font-size", ""), MAX_INVISIBLE_FONT + 1);
        boolean relative = style.getOrDefault("font-size", "").endsWith("em");
        boolean isOverflowHidden = style.getOrDefault("overflow", "").startsWith("hidden");
        boolean isEmpty =
                number(style.getOrDefault("height", ""), 2) < 2 || number(style.getOrDefault("width", ""), 2) < 2;
        return font <= (relative ? MAX_INVISIBLE_OPACITY : MAX_INVISIBLE_FONT) || isOverflowHidden && isEmpty;
    }

    private static boolean isOffScreen(Map<String, String> style) {
        return OFF_SCREEN.stream().anyMatch(property -> number(style.getOrDefault(property, ""), 0) <= -MIN_OFF_SCREEN);
    }

    /** White, or the colour of its own background; white letters on another background are seen. */
    private static boolean isInvisiblyColoured(Map<String, String> style) {
        String colour = style.getOrDefault("color", "");
        String background = style.getOrDefault("background-color", style.getOrDefault("background", ""));
        boolean isWhite = WHITES.contains(colour) && (background.isEmpty() || WHITES.contains(background));
        return isWhite
                || !colour.isEmpty() && colour.equals(background)
                || number(style.getOrDefault("opacity", ""), 1) <= MAX_INVISIBLE_OPACITY;
    }

    private static boolean isCutAway(Map<String, String> style) {
        String clip = style.getOrDefault("clip", "");
        return clip.startsWith("rect(0")
                || clip.startsWith("rect(1px,1px")
                || style.getOrDefault("clip-path", "").startsWith("inset(100%")
                || style.getOrDefault("clip-path", "").startsWith("inset(50%")
                || style.getOrDefault("transform", "").startsWith("scale(0)");
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
