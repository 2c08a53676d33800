package ibid.read.html;

import ibid.article.Block;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.MetadataCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes author and date from the bylines between a page's headline and its text, and removes bylines from the text.
 */
final class PageByline {

    private static final int MAX_STRIPS_ABOVE_TEXT = 12;
    private static final int MAX_STRIPS_IN_TEXT = 3; // from its top
    private static final Pattern EMPLOYER =
            Pattern.compile(",\\s*(?:the )?(?:[\\p{L}.’'-]+ ){0,4}(?:Press|Reuters|AFP|Bloomberg|News|"
                    + "Times|Post|Correspondent|Editor|Reporter|Writer|Agency)$");

    private PageByline() {}

    /** @return the text without such lines */
    static List<MainText.Strip> takeFrom(List<MainText.Strip> main, List<MainText.Strip> all, MetadataCollector page) {
        if (main.isEmpty()) {
            return main;
        }
        offerAbove(main.getFirst(), all, page);
        List<MainText.Strip> text = withoutBylines(main, page);
        return text.isEmpty() ? main : text;
    }

    private static void offerAbove(MainText.Strip first, List<MainText.Strip> all, MetadataCollector page) {
        int top = indexOf(first, all);
        for (MainText.Strip strip : all.subList(firstUnderTitle(all, top, page), top)) {
            of(strip).ifPresent(byline -> offer(byline, page));
        }
    }

    private static int indexOf(MainText.Strip first, List<MainText.Strip> all) {
        int index = 0;
        while (all.get(index) != first) {
            index++;
        }
        return index;
    }

    /** The index after the last title above the text, or some lines above the text if no title is near. */
    private static int firstUnderTitle(List<MainText.Strip> all, int top, MetadataCollector page) {
        String title = page.get(MetadataCollector.Item.TITLE);
        int lowest = Math.max(0, top - MAX_STRIPS_ABOVE_TEXT);
        for (int i = top - 1; i >= lowest; i--) {
            if (all.get(i).plain().equalsIgnoreCase(title)) {
                return i + 1;
            }
        }
        return lowest;
    }

    private static List<MainText.Strip> withoutBylines(List<MainText.Strip> main, MetadataCollector page) {
        List<MainText.Strip> text = new ArrayList<>();
        for (int i = 0; i < main.size(); i++) {
            MainText.Strip strip = main.get(i);
            boolean mayBeByline = i < MAX_STRIPS_IN_TEXT && strip.kind() == Block.Kind.PARAGRAPH;
            Optional<Byline> byline = mayBeByline ? of(strip) : Optional.empty();
            byline.ifPresent(found -> offer(found, page));
            if (byline.isEmpty()) {
                text.add(strip);
            }
        }
        return text;
    }

    private static Optional<Byline> of(MainText.Strip strip) {
        return strip.linkShare() < 1 || strip.plain().startsWith("By ") ? Byline.of(strip.plain()) : Optional.empty();
    }

    private static void offer(Byline byline, MetadataCollector page) {
        page.offer(
                        MetadataCollector.Item.AUTHOR,
                        EMPLOYER.matcher(byline.author()).replaceFirst(""),
                        "byline")
                .offer(MetadataCollector.Item.PUBLISHED, byline.day(), "date line");
    }
}
