package ibid.read.html;

import ibid.read.manuscript.Exponents;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Writes the formulas of a page as one line of text: "h=h₀+a", "(a+b)/2", "√x". Their source in TeX is left out. */
final class MathText {

    private static final String OTHER_FORMS =
            "annotation, annotation-xml, mjx-assistive-mml, .katex-html, script[type*=math]";
    private static final String OPERATORS = "+-−*/=<>≤≥±·×÷";

    private MathText() {}

    static void writeIn(Document page) {
        for (Element drawn :
                page.select("mjx-container:has(mjx-assistive-mml math)")) { // its signs are in style sheets
            drawn.replaceWith(new TextNode(text(drawn.selectFirst("math"))));
        }
        page.select(OTHER_FORMS).stream()
                .filter(form -> form.closest("math, .katex, mjx-container") != null)
                .forEach(Element::remove);
        for (Element math : page.select("math")) {
            shown(math).replaceWith(new TextNode(text(math)));
        }
    }

    /** The formula, or the span that hides it because a picture of it is shown. */
    private static Element shown(Element math) {
        Element shown = math;
        for (Element above = math.parent();
                above != null && above.normalName().equals("span");
                above = above.parent()) {
            shown = HiddenElements.isHidden(above) ? above : shown;
        }
        return shown;
    }

    private static String text(Element element) {
        List<Element> parts = element.children();
        if (parts.isEmpty()) {
            return element.text().strip();
        }
        return switch (element.normalName() + " " + parts.size()) {
            case "mfrac 2" -> inBrackets(parts.get(0)) + "/" + inBrackets(parts.get(1));
            case "msup 2", "mover 2" -> text(parts.get(0)) + Exponents.raised(text(parts.get(1)));
            case "msub 2", "munder 2" -> text(parts.get(0)) + Exponents.lowered(text(parts.get(1)));
            case "msubsup 3", "munderover 3" ->
                text(parts.get(0)) + Exponents.lowered(text(parts.get(1))) + Exponents.raised(text(parts.get(2)));
            default -> element.normalName().equals("msqrt") ? "√" + bracketed(joined(parts)) : joined(parts);
        };
    }

    private static String joined(List<Element> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(text(part)));
        return text.toString();
    }

    private static String inBrackets(Element element) {
        return bracketed(text(element));
    }

    private static String bracketed(String text) {
        boolean isLong = text.length() > 1 && text.chars().anyMatch(sign -> OPERATORS.indexOf(sign) >= 0);
        return isLong ? "(" + text + ")" : text;
    }
}
