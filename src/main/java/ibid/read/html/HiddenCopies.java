package ibid.read.html;

import ibid.read.bytes.Deadline;
import ibid.read.manuscript.WordCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells which elements say again what the page says elsewhere: for other screens, or for pictures of the words. */
final class HiddenCopies {

    private static final int MIN_CHARS = 20; // shorter texts recur by chance
    private static final int MAX_CANDIDATES = 500;
    private static final Pattern OTHER_DEVICE = Pattern.compile(
            "(?i)(^|[\\s_-])(mobile|desktop|tablet|phone|handheld|(?:visible|hidden|hide|show)-(?:for-)?"
                    + "(?:xs|sm|md|lg|small|medium|large)|d-(?:sm|md|lg|xl)-(?:none|block)"
                    + "|(?:sm|md|lg|xl):(?:hidden|block))");

    private static final int MIN_SHOWN_PARAGRAPHS = 2;
    private static final int MIN_SHOWN_WORDS = 8;

    private final Element root;
    private final String text;

    HiddenCopies(Element root) {
        this.root = root;
        text = root.text();
    }

    boolean isSmallPart(Element element, double maxShare) {
        return element.text().length() <= maxShare * text.length();
    }

    /** Whether the article around it shows prose: then what it hides is meant to stay hidden, however much it is. */
    boolean isBesideText(Element element, List<Element> unseen) {
        Element article = element.parent().closest("article, main");
        if (article == null) {
            return false;
        }
        long shown = article.select("p").stream()
                .filter(p -> WordCount.of(p.text()) >= MIN_SHOWN_WORDS)
                .filter(p -> !unseen.contains(p) && p.parents().stream().noneMatch(unseen::contains))
                .count();
        return shown >= MIN_SHOWN_PARAGRAPHS;
    }

    /** Whether the page has the element's text a second time. */
    boolean isCopy(Element element) {
        String own = element.text();
        int first = own.length() < MIN_CHARS ? -1 : text.indexOf(own);
        return first >= 0 && text.indexOf(own, first + own.length()) > first;
    }

    /** Elements for one kind of screen that repeat an earlier one, and repetitions that screen readers pass over. */
    List<Element> find() {
        List<Element> copies = new ArrayList<>();
        Map<String, Element> seen = new HashMap<>();
        Set<Element> inside = new HashSet<>();
        for (Element element : root.select("[class], [aria-hidden=true]").stream()
                .filter(HiddenCopies::mayBeCopy)
                .limit(MAX_CANDIDATES)
                .toList()) {
            Deadline.check();
            if (element == root || element.parents().stream().anyMatch(inside::contains)) {
                continue;
            }
            String own = element.text();
            Element earlier = own.length() < MIN_CHARS ? null : seen.putIfAbsent(own, element);
            boolean again = earlier != null && !element.parents().contains(earlier);
            if (again || element.attr("aria-hidden").equals("true") && isCopy(element)) {
                copies.add(element);
                inside.add(element);
            }
        }
        return copies;
    }

    private static boolean mayBeCopy(Element element) {
        return element.attr("aria-hidden").equals("true")
                || OTHER_DEVICE.matcher(element.className()).find();
    }
}
