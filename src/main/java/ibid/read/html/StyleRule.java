package ibid.read.html;

import ibid.language.CharRuns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rule of a page's own style sheet, or the style of one element.
 *
 * @param declarations values by property, in lower case and without blanks
 */
record StyleRule(String selector, Map<String, String> declarations) {

    private static final int MAX_RULES = 2000; // of one sheet

    /** The rules that hold on a screen. Those within other conditions, as for small screens, are passed over. */
    static List<StyleRule> in(String sheet) {
        List<StyleRule> rules = new ArrayList<>();
        addTo(rules, sheet, true);
        return rules;
    }

    private static void addTo(List<StyleRule> rules, String sheet, boolean isOutermost) {
        int at = 0;
        for (int seen = 0; seen < MAX_RULES && rules.size() < MAX_RULES && at < sheet.length(); seen++) {
            int open = CharRuns.end(sheet, at, CharRuns.noneOf("{"));
            int close = CharRuns.end(sheet, open, CharRuns.noneOf("}"));
            String selector = sheet.substring(at, open).strip();
            if (selector.startsWith("@")) {
                close = endOfNested(sheet, open);
                if (isOutermost && isForScreens(selector) && open < close) {
                    addTo(rules, sheet.substring(open + 1, close), false);
                }
            } else if (open < close) {
                rules.add(new StyleRule(selector, declarations(sheet.substring(open + 1, close))));
            }
            at = close + 1;
        }
    }

    private static boolean isForScreens(String rule) {
        return rule.equals("@media screen") || rule.equals("@media all");
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

    static Map<String, String> declarations(String style) {
        Map<String, String> values = new HashMap<>();
        for (String declaration : style.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                values.put(plain(declaration.substring(0, colon)), plain(declaration.substring(colon + 1)));
            }
        }
        return values;
    }

    /** A value in lower case, without blanks. */
    static String plain(String value) {
        return value.toLowerCase(Locale.ROOT).replace("!important", "").replaceAll("\\s+", "");
    }
}
